import { TransportFailure } from '../ports/file-transport.ts';
import { leavesOpenWhatHappened, type ReopeningSession } from './reopening-session.ts';

export interface PartFilesJournal {
  /** Before the first byte of any of them is sent. */
  partFilesNamed(names: readonly string[]): Promise<void>;
  partFilesGone(names: readonly string[]): Promise<void>;
}

/** The names that may lie at the destination and have to go; each is recorded before it exists and after it is gone. */
export class PartFiles {
  readonly #journal: PartFilesJournal;
  readonly #present: Set<string>;
  readonly #gone = new Set<string>();

  constructor(leftovers: readonly string[], journal: PartFilesJournal) {
    this.#present = new Set(leftovers);
    this.#journal = journal;
  }

  async name(names: readonly string[]): Promise<void> {
    await this.#journal.partFilesNamed(names);
    for (const name of names) this.#present.add(name);
  }

  isGone(name: string): void {
    this.#present.delete(name);
    this.#gone.add(name);
  }

  /** Removes what is still there, as far as the server lets us; what stays is the next attempt's to remove. */
  async clear(session: ReopeningSession): Promise<void> {
    for (const name of this.#present) {
      if (!session.isWithinReach) break;
      try {
        await (await session.current()).remove(name);
        this.isGone(name);
      } catch (error) {
        if (!(error instanceof TransportFailure)) throw error;
        if (leavesOpenWhatHappened(error)) await session.close();
      }
    }
    if (this.#gone.size === 0) return;
    await this.#journal.partFilesGone([...this.#gone]);
    this.#gone.clear();
  }
}
