import type { FileTransport, SessionLimits, TransportSession } from '../../../src/application/ports/file-transport.ts';
import type { Failure } from '../../../src/domain/backup-run/failure.ts';
import { type FileTransportHarness, failureOf, type RequestChange } from './harness.ts';

export const LIMITS: SessionLimits = { deadline: 30_000 };

export type Declare = (title: string, body: () => Promise<void>) => void;

/** What the tests of the contract are written with. The harness stands when the first of them runs. */
export class Suite {
  readonly test: Declare;
  /** A test that mostly waits, and does so beside the ones next to it. */
  readonly waiting: Declare;
  readonly #harness: () => FileTransportHarness;

  constructor(test: Declare, waiting: Declare, harness: () => FileTransportHarness) {
    this.test = test;
    this.waiting = waiting;
    this.#harness = harness;
  }

  get harness(): FileTransportHarness {
    return this.#harness();
  }

  open(change: RequestChange = {}, limits = LIMITS, transport: FileTransport = this.harness.transport) {
    return transport.open(this.harness.request(change), limits);
  }

  async inSession<Result>(
    work: (session: TransportSession) => Promise<Result>,
    change: RequestChange = {},
    limits = LIMITS,
  ): Promise<Result> {
    const session = await this.open(change, limits);
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  }

  failure(promise: Promise<unknown>): Promise<Failure> {
    return failureOf(promise, this.harness.password);
  }

  opening(change: RequestChange, limits = LIMITS, transport?: FileTransport): Promise<Failure> {
    return this.failure(this.open(change, limits, transport));
  }
}
