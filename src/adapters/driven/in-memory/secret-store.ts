import type { Credential } from '../../../application/ports/file-transport.ts';
import { type SecretStore, SecretUnavailable } from '../../../application/ports/secret-store.ts';
import type { SecretBinding } from '../../../domain/backup-configuration/secret-binding.ts';
import { type MasterKeyRing, MasterKeyUnavailable } from '../../shared/sealing/master-key-ring.ts';
import { rewrap, type SealedSecret, seal, unseal } from '../../shared/sealing/sealed-secret.ts';
import { InMemoryMasterKeyRing } from './master-key-ring.ts';

/** Seals as a store on disk does: what it holds opens to the binding and master key it was sealed with only. */
export class InMemorySecretStore implements SecretStore {
  readonly #keys: MasterKeyRing;
  /** Undefined under an id that was destroyed: it is never used again. */
  readonly #secrets: Map<string, SealedSecret | undefined>;

  /** `sealed` is what another store held. */
  constructor(
    keys: MasterKeyRing = new InMemoryMasterKeyRing(),
    sealed: ReadonlyMap<string, SealedSecret | undefined> = new Map(),
  ) {
    this.#keys = keys;
    this.#secrets = new Map(sealed);
  }

  /** All that is held, as it is held. */
  get sealed(): ReadonlyMap<string, SealedSecret | undefined> {
    return new Map(this.#secrets);
  }

  async keep(secretId: string, binding: SecretBinding, credential: Credential): Promise<void> {
    if (this.#secrets.has(secretId)) throw new Error(`secret ${secretId} was kept before`);
    this.#secrets.set(secretId, seal(secretId, binding, credential, this.#keys.current()));
  }

  async open(secretId: string, binding: SecretBinding): Promise<Credential> {
    const sealed = this.#secrets.get(secretId);
    if (sealed === undefined) throw new SecretUnavailable(secretId, 'destroyed-or-unknown');
    const key = this.#keys.withId(sealed.keyId);
    const credential = key && unseal(secretId, binding, sealed, key);
    if (credential === undefined) throw new SecretUnavailable(secretId, 'does-not-open');
    return credential;
  }

  async destroy(secretId: string): Promise<void> {
    if (this.#secrets.has(secretId)) this.#secrets.set(secretId, undefined);
  }

  async check(): Promise<void> {
    for (const sealed of this.#secrets.values())
      if (sealed !== undefined && this.#keys.withId(sealed.keyId) === undefined)
        throw new MasterKeyUnavailable(`what is held is sealed with the master key ${sealed.keyId}`);
  }

  async rotateMasterKey(): Promise<number> {
    const current = this.#keys.current();
    const next = this.#keys.makeNext();
    let wrapped = 0;
    for (const [secretId, sealed] of this.#secrets) {
      const again = sealed && rewrap(secretId, sealed, current, next);
      if (again === undefined) continue;
      this.#secrets.set(secretId, again);
      wrapped += 1;
    }
    this.#keys.settle(next.id);
    return wrapped;
  }
}
