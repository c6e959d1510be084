import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { LastSigned } from '../../../application/ports/checkpoint-signer.ts';
import type { AuditKeys } from '../../shared/checkpoint-signing/keyed-checkpoint-signer.ts';

/** Its keys end with the process. */
export class InMemoryAuditKeys implements AuditKeys {
  #current: KeyObject | undefined;
  #next: KeyObject | undefined;

  readonly #lastSigned = new Map<string, LastSigned>();

  current(): KeyObject | undefined {
    return this.#current;
  }

  makeFirst(): KeyObject {
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

  lastSigned(organisationId: string): LastSigned | undefined {
    return this.#lastSigned.get(organisationId);
  }

  keepLastSigned(organisationId: string, last: LastSigned): void {
    this.#lastSigned.set(organisationId, last);
  }
}
