import type { Socket } from 'node:net';
import { type SessionLimits, TransportFailure } from '../../../application/ports/file-transport.ts';
import type { FailureCode, FailureStep } from '../../../domain/backup-run/failure.ts';

/** The longest wait that timers take. */
const LONGEST = 2 ** 31 - 1;

/**
 * The end that a session has in any case. At its deadline, when its signal aborts, or when the server leaves one step
 * unanswered for too long, all sockets are destroyed and what still waits fails, whatever the server does.
 */
export class SessionGuard {
  readonly #sockets = new Set<Socket>();
  readonly #patience: number;
  readonly #deadline: NodeJS.Timeout;
  readonly #caller: AbortSignal | undefined;
  readonly #ending = new AbortController();
  readonly #ended: Promise<never>;
  #fail: (ended: Error) => void = () => {};
  #code: FailureCode | undefined;

  /** `patience`: milliseconds that one answer may take. */
  constructor(limits: SessionLimits, patience: number) {
    this.#patience = patience;
    this.#ended = new Promise<never>((_, reject) => {
      this.#fail = reject;
    });
    this.#ended.catch(() => {});
    this.#deadline = setTimeout(() => this.end('deadline-passed'), Math.min(limits.deadline, LONGEST));
    this.#caller = limits.signal;
    this.#caller?.addEventListener('abort', this.#abort);
    if (this.#caller?.aborted === true) this.#abort();
  }

  /** Aborts when the session ends. */
  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  /** Whose sockets die with the session. */
  add(socket: Socket): void {
    // A socket that breaks between two steps must not end the process: the next step notices.
    socket.on('error', () => {});
    socket.once('close', () => this.#sockets.delete(socket));
    this.#sockets.add(socket);
    if (this.#code !== undefined) socket.destroy();
  }

  /** Later steps fail with the first code given. */
  end(code: FailureCode = 'connection-lost'): void {
    if (this.#code !== undefined) return;
    this.#code = code;
    clearTimeout(this.#deadline);
    this.#caller?.removeEventListener('abort', this.#abort);
    // The youngest first: TLS lies over the socket that it was begun on.
    for (const socket of [...this.#sockets].reverse()) socket.destroy();
    this.#ending.abort();
    this.#fail(new Error('The session was ended.'));
  }

  /**
   * Does one step and names it where it fails.
   * @param codeOf reads an error of a library; its text goes no further.
   * @param patience milliseconds, or `'deadline'` where only the session's own end counts.
   * @throws {TransportFailure} and nothing else.
   */
  async step<Result>(
    step: FailureStep,
    codeOf: (error: unknown) => FailureCode,
    work: () => Promise<Result>,
    patience: number | 'deadline' = this.#patience,
  ): Promise<Result> {
    if (this.#code !== undefined) throw new TransportFailure({ step, code: this.#code });
    const silence =
      patience === 'deadline' ? undefined : setTimeout(() => this.end('no-answer'), Math.min(patience, LONGEST));
    try {
      return await Promise.race([work(), this.#ended]);
    } catch (error) {
      if (this.#code !== undefined) throw new TransportFailure({ step, code: this.#code });
      if (error instanceof TransportFailure) throw error;
      throw new TransportFailure({ step, code: codeOf(error) });
    } finally {
      clearTimeout(silence);
    }
  }

  readonly #abort = (): void => this.end('connection-lost');
}
