import { FTPError } from 'basic-ftp';
import type { FailureCode } from '../../../domain/backup-run/failure.ts';

/**
 * Reads a reply's code (RFC 959, section 4.2), never its text: that is the server's, and may echo a password. An error
 * without a reply is a connection that broke; 421 says that the server is about to break it.
 */
export const onReply =
  (read: (reply: number) => FailureCode) =>
  (error: unknown): FailureCode => {
    if (!(error instanceof FTPError) || error.code === 421) return 'connection-lost';
    return read(error.code);
  };

/**
 * Why a STOR was refused, before or while the data went. 451 is what vsftpd says of a disk that fills up in the
 * middle, and for a transfer that had begun there is hardly another local error.
 */
export const uploadCode = (begun: boolean) =>
  onReply((reply) => {
    if (reply === 452 || reply === 552 || (begun && reply === 451)) return 'disk-full';
    if (!begun && (reply === 550 || reply === 553)) return 'directory-not-writable';
    // 522: the data connection has to resume the session of the control connection, and did not.
    if (reply === 522) return 'tls-failed';
    if (reply === 425) return 'passive-mode-refused';
    return 'upload-failed';
  });

/** What Node says of a handshake: codes of OpenSSL and of its own check of the name. */
export const tlsCode = (error: unknown): FailureCode => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return 'certificate-for-other-name';
    case 'CERT_HAS_EXPIRED':
    case 'CERT_NOT_YET_VALID':
      return 'certificate-expired';
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'CERT_UNTRUSTED':
    case 'CERT_REVOKED':
    case 'CERT_SIGNATURE_FAILURE':
    case 'CERT_CHAIN_TOO_LONG':
    case 'INVALID_CA':
    case 'INVALID_PURPOSE':
      return 'certificate-untrusted';
    // The first bytes were no TLS record.
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
    case 'ERR_SSL_PACKET_LENGTH_TOO_LONG':
      return 'other-protocol';
    case 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION':
    case 'ERR_SSL_UNSUPPORTED_PROTOCOL':
    case 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE':
    case 'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE':
      return 'no-common-algorithm';
  }
  return 'tls-failed';
};
