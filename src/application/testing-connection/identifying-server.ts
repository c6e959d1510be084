import type { Destination } from '../../domain/destination/destination.ts';
import type { FileTransport, PresentedIdentity } from '../ports/file-transport.ts';
import { transportFor } from '../transport-for.ts';

/** Shows what a server proves itself with, so that an administrator can compare it and trust it. Nothing is sent. */
export class IdentifyingServer {
  readonly #transports: readonly FileTransport[];
  readonly #deadline: number;

  /** `deadline` in milliseconds. */
  constructor(ports: { transports: readonly FileTransport[] }, deadline = 30_000) {
    this.#transports = ports.transports;
    this.#deadline = deadline;
  }

  /** Null where the protocol shows no identity (plain FTP). Rejects with TransportFailure. */
  async identify(destination: Destination): Promise<PresentedIdentity | null> {
    return transportFor(this.#transports, destination).identify(destination, { deadline: this.#deadline });
  }
}
