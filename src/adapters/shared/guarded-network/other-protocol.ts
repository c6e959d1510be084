import type { Socket } from 'node:net';
import { TransportFailure } from '../../../application/ports/file-transport.ts';

/** How servers of the usual wrong port begin: SSH (RFC 4253, section 4.2), HTTP, and a TLS alert or handshake. */
export const SSH_GREETING = /^SSH-/;
export const FTP_GREETING = /^\d{3}[ -]/;
const HTTP_GREETING = /^HTTP\//;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the types of TLS records, RFC 8446, section 5.1.
const TLS_RECORD = /^[\u0015\u0016]\u0003/;

/**
 * Rejects when the first bytes of a server show that it speaks something else; never resolves. It only listens, so
 * the protocol's own reader must be attached in the same turn of the event loop.
 */
export const whenOtherProtocol = (socket: Socket, other: RegExp): Promise<never> =>
  new Promise((_, reject) => {
    socket.once('data', (chunk: Buffer | string) => {
      const begin = chunk.toString('latin1').slice(0, 5);
      if ([other, HTTP_GREETING, TLS_RECORD].some((greeting) => greeting.test(begin))) {
        reject(new TransportFailure({ step: 'reach', code: 'other-protocol' }));
      }
    });
  });
