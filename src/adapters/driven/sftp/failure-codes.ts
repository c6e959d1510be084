import type { FailureCode } from '../../../domain/backup-run/failure.ts';

/** The numbers of SFTP, draft-ietf-secsh-filexfer-02, section 7; 14 and 15 are of later drafts, and more exact. */
export const NO_SUCH_FILE = 2;
const PERMISSION_DENIED = 3;
const FAILURE = 4;
export const OP_UNSUPPORTED = 8;
const NO_SPACE = 14;
const QUOTA_EXCEEDED = 15;

/** The number that a server answered with; undefined where the connection broke. */
export const statusOf = (error: unknown): number | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : undefined;

/** Reads the answer's number, never its text. An error without a number is a connection that broke. */
export const onStatus =
  (read: (status: number) => FailureCode) =>
  (error: unknown): FailureCode => {
    const status = statusOf(error);
    return status === undefined ? 'connection-lost' : read(status);
  };

export const openCode = onStatus((status) => {
  if (status === PERMISSION_DENIED) return 'directory-not-writable';
  if (status === NO_SPACE || status === QUOTA_EXCEEDED) return 'disk-full';
  return status === NO_SUCH_FILE ? 'directory-missing' : 'upload-failed';
});

/** A file that was opened takes its bytes, unless the disk is full; OpenSSH has no number for that but `FAILURE`. */
export const writeCode = onStatus((status) =>
  status === FAILURE || status === NO_SPACE || status === QUOTA_EXCEEDED ? 'disk-full' : 'upload-failed',
);

const field = (error: unknown, name: 'level' | 'code'): unknown =>
  error instanceof Error && name in error ? (error as Error & Record<typeof name, unknown>)[name] : undefined;

/**
 * Of a handshake that failed for another reason than its host key. The library puts into `level` where it happened;
 * an error without it is one of reading what is no SSH, and one with a code is a DISCONNECT of the server's.
 */
export const handshakeCode = (error: unknown): FailureCode => {
  if (!(error instanceof Error)) return 'connection-lost';
  const level = field(error, 'level');
  // These words are the library's own.
  if (level === 'handshake' && error.message.includes('no matching')) return 'no-common-algorithm';
  return level === undefined && field(error, 'code') === undefined ? 'other-protocol' : 'connection-lost';
};

/** Of a login: refused by the server with an answer, or with a DISCONNECT and its number. */
export const loginCode = (error: unknown): FailureCode => {
  if (field(error, 'level') === 'client-authentication') return 'login-refused';
  return statusOf(error) === undefined ? 'connection-lost' : 'login-refused';
};
