import { createHash } from 'node:crypto';

export interface TraceLine {
  /** Milliseconds from the beginning. */
  readonly at: number;
  readonly about: string | undefined;
  readonly what: string;
}

const KEPT = 6_000;
const HASHED_AT_ONCE = 500;

/** All that happened: its hash says whether two runs were the same, its end what led to a broken law. */
export class Trace {
  readonly #hash = createHash('sha256');
  #pending: string[] = [];
  #recent: TraceLine[] = [];
  lines = 0;

  add(at: number, about: string | undefined, what: string): void {
    this.lines += 1;
    this.#pending.push(`${at} ${about ?? '-'} ${what}\n`);
    this.#recent.push({ at, about, what });
    if (this.#pending.length >= HASHED_AT_ONCE) this.#flush();
    if (this.#recent.length > 2 * KEPT) this.#recent = this.#recent.slice(-KEPT);
  }

  /** Lower-case hex of SHA-256 over all lines. To be asked once, at the end. */
  digest(): string {
    this.#flush();
    return this.#hash.digest('hex');
  }

  /** The last lines about an organisation, or about all of them. */
  recent(about: string | undefined, count: number): readonly TraceLine[] {
    const lines = this.#recent.filter(
      (line) => about === undefined || line.about === undefined || line.about === about,
    );
    return lines.slice(-count);
  }

  #flush(): void {
    this.#hash.update(this.#pending.join(''));
    this.#pending = [];
  }
}
