import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Sightings, Watch } from './sightings.ts';

export type ReaderOrder =
  | { readonly type: 'watch'; readonly id: number; readonly watch: Watch }
  | { readonly type: 'end'; readonly id: number };

export type ReaderAnswer =
  | { readonly type: 'watching'; readonly id: number }
  | { readonly type: 'seen'; readonly id: number; readonly seen: Sightings };

const PROCESS = fileURLToPath(new URL('reader-process.ts', import.meta.url));

/** Reads visible files on the server's own disk as fast as it can, from outside of the process that is tested. */
export class Reader {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<string, (answer: ReaderAnswer) => void>();
  #last = 0;

  constructor() {
    this.#child = fork(PROCESS, { execArgv: ['--import', 'tsx'] });
    this.#child.on('message', (answer: ReaderAnswer) => this.#waiting.get(`${answer.type} ${answer.id}`)?.(answer));
  }

  /** What was seen while the work was done: from before it began until after its end. */
  async during(watch: Watch, work: () => Promise<void>): Promise<Sightings> {
    this.#last += 1;
    const id = this.#last;
    await this.#order({ type: 'watch', id, watch }, 'watching');
    let seen: ReaderAnswer | undefined;
    try {
      await work();
    } finally {
      seen = await this.#order({ type: 'end', id }, 'seen');
    }
    if (seen.type !== 'seen') throw new Error('the reader answered something else');
    return seen.seen;
  }

  close(): void {
    if (this.#child.connected) this.#child.disconnect();
  }

  #order(order: ReaderOrder, answer: ReaderAnswer['type']): Promise<ReaderAnswer> {
    const key = `${answer} ${order.id}`;
    return new Promise((resolve, reject) => {
      const died = (): void => reject(new Error('the reader ended'));
      this.#child.once('exit', died);
      this.#waiting.set(key, (message) => {
        this.#waiting.delete(key);
        this.#child.off('exit', died);
        resolve(message);
      });
      this.#child.send(order);
    });
  }
}
