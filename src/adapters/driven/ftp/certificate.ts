import { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import type { PresentedIdentity } from '../../../application/ports/file-transport.ts';
import { type HostIdentity, readHostIdentity } from '../../../domain/destination/host-identity.ts';

/** Text from outside is shown on a page: one line, and no longer than names are. */
const LONGEST = 200;

/** What a server shows after a handshake; null where it shows no certificate. */
export const presentedCertificate = (socket: TLSSocket): PresentedIdentity | null => {
  const certificate = certificateOf(socket);
  if (certificate === undefined) return null;
  const identity = readHostIdentity(certificate.fingerprint256);
  if (!identity.ok) return null;
  return {
    identity: identity.value,
    certificate: {
      subject: oneLine(certificate.subject),
      issuer: oneLine(certificate.issuer),
      validFrom: new Date(certificate.validFrom).toISOString(),
      validTo: new Date(certificate.validTo).toISOString(),
      vouchedFor: socket.authorized,
    },
  };
};

export const shows = (socket: TLSSocket, identity: HostIdentity): boolean =>
  identity.kind === 'certificate' && certificateOf(socket)?.fingerprint256 === identity.fingerprint;

/**
 * None after a resumed session. Never by Node's `getPeerX509Certificate`: on a client each call takes a certificate
 * off the chain, so that the second one gives the issuer's, or none.
 */
const certificateOf = (socket: TLSSocket): X509Certificate | undefined => {
  const { raw } = socket.getPeerCertificate();
  return raw === undefined ? undefined : new X509Certificate(raw);
};

const oneLine = (text: string | undefined): string =>
  (text ?? '').trim().replaceAll('\n', ', ').replace(/\p{C}/gu, '').slice(0, LONGEST);
