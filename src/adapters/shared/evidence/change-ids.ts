import { hash, randomBytes } from 'node:crypto';

const HASH_BYTES = 16;
const FIRST_SLOTS = 1024;

/**
 * The ids of all changes, to know by them whose a notice is. Law: 16 bytes of a hash each, in a table that is at most
 * three quarters full, so 22 to 43 bytes a change. The hash begins with a secret of this one verification: nobody can
 * aim at an id that is taken for another.
 */
export class ChangeIds {
  readonly #secret = randomBytes(HASH_BYTES).toString('hex');
  #table = Buffer.alloc(FIRST_SLOTS * HASH_BYTES);
  #size = 0;
  #latest: string | undefined;

  add(changeId: string): void {
    // The events of one change follow each other.
    if (changeId === this.#latest) return;
    this.#latest = changeId;
    const hashed = this.#hashed(changeId);
    const slot = slotOf(this.#table, hashed);
    if (!isFree(this.#table, slot)) return;
    hashed.copy(this.#table, slot);
    this.#size += 1;
    if (this.#size > (this.#table.length / HASH_BYTES) * 0.75) this.#grow();
  }

  has(changeId: string): boolean {
    return !isFree(this.#table, slotOf(this.#table, this.#hashed(changeId)));
  }

  #hashed(changeId: string): Buffer {
    return hash('sha256', this.#secret + changeId, 'buffer').subarray(0, HASH_BYTES);
  }

  #grow(): void {
    const table = Buffer.alloc(this.#table.length * 2);
    for (let slot = 0; slot < this.#table.length; slot += HASH_BYTES) {
      const hashed = this.#table.subarray(slot, slot + HASH_BYTES);
      if (!isFree(this.#table, slot)) hashed.copy(table, slotOf(table, hashed));
    }
    this.#table = table;
  }
}

/** Where it stands, or the free place where it would. Law: one place in four is free, so one is found. */
const slotOf = (table: Buffer, hashed: Buffer): number => {
  let slot = (hashed.readUInt32BE(0) * HASH_BYTES) % table.length;
  while (!isFree(table, slot) && hashed.compare(table, slot, slot + HASH_BYTES) !== 0)
    slot = (slot + HASH_BYTES) % table.length;
  return slot;
};

/** No hash is all zeros, as far as anybody will ever see. */
const isFree = (table: Buffer, slot: number): boolean =>
  table.readDoubleBE(slot) === 0 && table.readDoubleBE(slot + 8) === 0;
