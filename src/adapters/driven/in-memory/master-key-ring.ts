import { randomBytes } from 'node:crypto';
import {
  MASTER_KEY_BYTES,
  type MasterKey,
  type MasterKeyRing,
  MasterKeyUnavailable,
  masterKeyOf,
} from '../../shared/sealing/master-key-ring.ts';

/** Its keys end with the process, and with them whatever they sealed. */
export class InMemoryMasterKeyRing implements MasterKeyRing {
  #current: MasterKey | undefined;
  #next: MasterKey | undefined;

  current(): MasterKey {
    this.#current ??= masterKeyOf(randomBytes(MASTER_KEY_BYTES));
    return this.#current;
  }

  withId(id: string): MasterKey | undefined {
    return [this.#current, this.#next].find((key) => key?.id === id);
  }

  makeNext(): MasterKey {
    this.#next = masterKeyOf(randomBytes(MASTER_KEY_BYTES));
    return this.#next;
  }

  settle(idInUse: string): void {
    const inUse = this.withId(idInUse);
    if (inUse === undefined) throw new MasterKeyUnavailable(`no master key ${idInUse} in memory`);
    this.#current = inUse;
    this.#next = undefined;
  }
}
