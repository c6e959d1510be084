import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { AuditKeys } from '../../shared/checkpoint-signing/keyed-checkpoint-signer.ts';

/** Its keys end with the process. */
export class InMemoryAuditKeys implements AuditKeys {
  #current: KeyObject | undefined;
  #next: KeyObject | undefined;

  current(): KeyObject {
    this.#current ??= generateKeyPairSync('ed25519').privateKey;
    return this.#current;
  }

  next(): KeyObject | undefined {
    return this.#next;
  }

  makeNext(): KeyObject {
    this.#next = generateKeyPairSync('ed25519').privateKey;
    return this.#next;
  }

  promote(): void {
    this.#current = this.#next;
    this.#next = undefined;
  }
}
