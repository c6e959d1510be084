import type { Credential } from '../../../application/ports/file-transport.ts';
import { type SecretStore, SecretUnavailable } from '../../../application/ports/secret-store.ts';
import type { SecretBinding } from '../../../domain/backup-configuration/secret-binding.ts';
import { type MasterKeyRing, MasterKeyUnavailable } from '../../shared/sealing/master-key-ring.ts';
import { seal, unseal } from '../../shared/sealing/sealed-secret.ts';
import type { EventStore } from './event-store.ts';
import { MasterKeyInUse } from './master-key-in-use.ts';
import { SealedStreams } from './sealed-streams.ts';

/** Sealed credentials, each in a stream of its own. Its rotation wraps all that the store has sealed. */
export class EventStoreSecretStore implements SecretStore {
  readonly #streams: SealedStreams;
  readonly #masterKey: MasterKeyInUse;

  constructor(store: EventStore, keys: MasterKeyRing) {
    this.#streams = new SealedStreams(store);
    this.#masterKey = new MasterKeyInUse(store, keys, this.#streams);
  }

  async keep(secretId: string, binding: SecretBinding, credential: Credential): Promise<void> {
    await this.#masterKey.sealing(async (key, isAgain) => {
      const sealed = seal(secretId, binding, credential, key);
      if (isAgain) await this.#streams.add('secret', secretId, sealed);
      else if ((await this.#streams.keep('secret', secretId, sealed)) === 'taken')
        throw new Error(`secret ${secretId} was kept before`);
    });
  }

  async open(secretId: string, binding: SecretBinding): Promise<Credential> {
    const unavailable = new SecretUnavailable(secretId, 'does-not-open');
    try {
      await this.#masterKey.settle();
      // Twice, because another process may end a rotation between the reading of stream and key.
      const credential = (await this.#unsealed(secretId, binding)) ?? (await this.#unsealed(secretId, binding));
      if (credential !== undefined) return credential;
    } catch (error) {
      if (!(error instanceof MasterKeyUnavailable)) throw error;
      unavailable.cause = error;
    }
    throw unavailable;
  }

  async destroy(secretId: string): Promise<void> {
    await this.#streams.destroy('secret', secretId);
  }

  check(): Promise<void> {
    // A rotation that was cut is finished by whoever seals or opens: whoever only looks may not be allowed to write.
    return this.#masterKey.check();
  }

  rotateMasterKey(): Promise<number> {
    return this.#masterKey.rotate();
  }

  async #unsealed(secretId: string, binding: SecretBinding): Promise<Credential | undefined> {
    const found = await this.#streams.read('secret', secretId);
    if (found.length === 0) throw new SecretUnavailable(secretId, 'destroyed-or-unknown');
    for (const payload of found) {
      const key = this.#masterKey.withId(payload.keyId);
      const credential = key && unseal(secretId, binding, payload, key);
      if (credential !== undefined) return credential;
    }
    return undefined;
  }
}
