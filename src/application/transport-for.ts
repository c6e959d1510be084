import type { Destination } from '../domain/destination/destination.ts';
import type { FileTransport } from './ports/file-transport.ts';

/** The transport that speaks a destination's protocol; a set-up without it is a mistake of the embedder. */
export const transportFor = (transports: readonly FileTransport[], { protocol }: Destination): FileTransport => {
  const transport = transports.find((candidate) => candidate.protocol === protocol);
  if (transport === undefined) throw new Error(`No file transport for ${protocol} was given`);
  return transport;
};
