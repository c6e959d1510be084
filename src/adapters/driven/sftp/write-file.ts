import type { SFTPWrapper } from 'ssh2';
import { TransportFailure } from '../../../application/ports/file-transport.ts';
import type { FailureCode } from '../../../domain/backup-run/failure.ts';
import { openCode, writeCode } from './failure-codes.ts';

/** Every server takes a write of 32 kB (draft-ietf-secsh-filexfer-02, section 3). */
const CHUNK = 32_768;
/** Unanswered writes at a time: enough to fill a far connection, few enough to bound what waits. */
const AT_ONCE = 32;

type Callback<Result> = (error: Error | null | undefined, result: Result) => void;

/** One request, as a promise. */
export const ask = <Result = void>(request: (callback: Callback<Result>) => void): Promise<Result> =>
  new Promise((resolve, reject) => {
    request((error, result) => (error === null || error === undefined ? resolve(result) : reject(error)));
  });

const named = async <Result>(codeOf: (error: unknown) => FailureCode, work: Promise<Result>): Promise<Result> => {
  try {
    return await work;
  } catch (error) {
    throw new TransportFailure({ step: 'upload', code: codeOf(error) });
  }
};

/**
 * Creates or empties a file and writes it. Each write and the closing must be answered: the library's own streams
 * report success where the disk was full, do not wait for the closing, and make the file writable for everybody.
 * @throws {TransportFailure}
 */
export const writeFile = async (sftp: SFTPWrapper, path: string, bytes: Uint8Array): Promise<void> => {
  const handle = await named(
    openCode,
    ask<Buffer>((callback) => sftp.open(path, 'w', callback)),
  );
  const written = await Promise.allSettled([
    named(writeCode, writeAll(sftp, handle, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))),
  ]);
  const closed = await Promise.allSettled([
    named(
      writeCode,
      ask((callback) => sftp.close(handle, callback)),
    ),
  ]);
  for (const outcome of [...written, ...closed]) if (outcome.status === 'rejected') throw outcome.reason;
};

const writeAll = async (sftp: SFTPWrapper, handle: Buffer, bytes: Buffer): Promise<void> => {
  let next = 0;
  const writeOn = async (): Promise<void> => {
    while (next < bytes.length) {
      const start = next;
      const length = Math.min(CHUNK, bytes.length - start);
      next += length;
      try {
        await ask((callback) => sftp.write(handle, bytes, start, length, start, callback));
      } catch (error) {
        next = bytes.length;
        throw error;
      }
    }
  };
  // All are waited for, so that the handle is not closed under a write; the first that failed says why.
  const outcomes = await Promise.allSettled(Array.from({ length: AT_ONCE }, writeOn));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
};
