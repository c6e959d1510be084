import { TransportFailure, type TransportSession } from '../ports/file-transport.ts';

/** Sessions opened for one publication at the most: the first, and two after an answer was lost. */
const MOST_SESSIONS = 3;

/** One session at a time, opened anew after it was lost. A server that never let us in is not asked again. */
export class ReopeningSession {
  readonly #open: () => Promise<TransportSession>;
  #session: TransportSession | undefined;
  #opened = 0;

  constructor(open: () => Promise<TransportSession>) {
    this.#open = open;
  }

  async current(): Promise<TransportSession> {
    if (this.#session === undefined) {
      this.#session = await this.#open();
      this.#opened += 1;
    }
    return this.#session;
  }

  /** Whether a session is there, or was there and another try is left. */
  get isWithinReach(): boolean {
    return this.#session !== undefined || (this.#opened > 0 && this.#opened < MOST_SESSIONS);
  }

  async close(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    await session?.close();
  }
}

/** Whether a failure leaves open what the server did: the answer never came. */
export const leavesOpenWhatHappened = (error: unknown): error is TransportFailure =>
  error instanceof TransportFailure && ['connection-lost', 'deadline-passed', 'no-answer'].includes(error.failure.code);
