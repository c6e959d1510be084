import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { type Client, FTPError, type FTPResponse } from 'basic-ftp';
import { TransportFailure } from '../../../application/ports/file-transport.ts';
import { uploadCode } from './failure-codes.ts';

const CHUNK = 65_536;

/** Bytes after which all else that this process does has its turn. */
const TURN = 16 * CHUNK;

const failed = (error: unknown, begun: boolean): TransportFailure =>
  error instanceof TransportFailure ? error : new TransportFailure({ step: 'upload', code: uploadCode(begun)(error) });

/**
 * STOR over a data connection whose peer is verified while the server already answers. Not a byte is sent before it
 * is, and the server's last word is waited for even where the data connection broke: else it would be taken for the
 * answer to the next command, and it alone says why.
 * @throws {TransportFailure}
 */
export const store = async (
  client: Client,
  name: string,
  bytes: Uint8Array,
  data: Promise<Socket>,
  patience: number,
): Promise<void> => {
  let begun = false;
  let begin: () => void = () => {};
  const began = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const answer: Promise<FTPResponse> = client.ftp.handle(`STOR ${name}`, (reply, task) => {
    if (reply instanceof Error) return task.reject(reply);
    if (reply.code >= 200) return reply.code < 300 ? task.resolve(reply) : task.reject(new FTPError(reply));
    begun = true;
    begin();
  });
  const sent = began
    .then(() => data)
    .then((socket) => send(socket, bytes, patience))
    .catch((error: unknown) => {
      if (error instanceof TransportFailure) throw error;
      return false;
    });
  try {
    const [whole] = await Promise.all([sent, answer]);
    if (!whole) throw new TransportFailure({ step: 'upload', code: 'upload-failed' });
  } catch (error) {
    throw failed(error, begun);
  }
};

const send = async (socket: Socket, bytes: Uint8Array, patience: number): Promise<true> => {
  // A server that reads no further must not hold the session until its deadline.
  socket.setTimeout(patience, () => socket.destroy());
  await pipeline(Readable.from(chunksOf(bytes)), socket);
  return true;
};

/** Where a server takes everything at once, no timer would run until the end: no deadline, no beat of a lease. */
async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += CHUNK) {
    if (start > 0 && start % TURN === 0) await setImmediate();
    yield bytes.subarray(start, start + CHUNK);
  }
}
