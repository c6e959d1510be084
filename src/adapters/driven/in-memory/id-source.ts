import type { IdSource } from '../../../application/ports/id-source.ts';

/** UUIDs in sequence, the same in every run: for tests and simulations only, because they can be guessed. */
export class SequentialIds implements IdSource {
  #last = 0;

  newId(): string {
    this.#last += 1;
    return `00000000-0000-4000-8000-${this.#last.toString(16).padStart(12, '0')}`;
  }
}
