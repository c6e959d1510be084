import { randomUUID } from 'node:crypto';
import { binaryEvent } from '@eventstore/db-client';
import type { EventStore } from '../../../../src/adapters/driven/eventstoredb/event-store.ts';
import { EventStoreSecretStore } from '../../../../src/adapters/driven/eventstoredb/secret-store.ts';
import { InMemoryMasterKeyRing } from '../../../../src/adapters/driven/in-memory/master-key-ring.ts';
import type { SealedSecret } from '../../../../src/adapters/shared/sealing/sealed-secret.ts';
import type { Sealed } from '../../../contracts/secret-store/harness.ts';
import { secretStoreContract } from '../../../contracts/secret-store.contract.ts';
import { SERVER_NAME, servers } from './cluster.ts';

const SECRETS = 'planningBackup.secret-';
const MASTER_KEY = 'planningBackup.masterKey-';

secretStoreContract(SERVER_NAME, async () => {
  const { begin, close } = servers();
  const keys = new InMemoryMasterKeyRing();
  const store = (await begin())();
  const copied = async (edit: (sealed: Sealed) => Sealed): Promise<EventStoreSecretStore> => {
    const elsewhere = (await begin())();
    for (const name of await store.streamNames([MASTER_KEY])) await copyStream(store, elsewhere, name);
    for (const [id, sealed] of edit(await secretsIn(store)))
      if (sealed !== undefined) await elsewhere.append(`${SECRETS}${id}`, 'any', [eventOf(sealed)]);
    return new EventStoreSecretStore(elsewhere, keys);
  };
  return {
    store: new EventStoreSecretStore(store, keys),
    altered: copied,
    copied: () => copied((sealed) => sealed),
    close,
  };
});

const copyStream = async (from: EventStore, to: EventStore, name: string): Promise<void> => {
  for await (const { type, data } of from.stream(name))
    await to.append(name, 'any', [binaryEvent({ id: randomUUID(), type, data })]);
};

/** By their last events, as the adapter writes them. */
const secretsIn = async (store: EventStore): Promise<Sealed> => {
  const secrets = new Map<string, SealedSecret>();
  for (const name of await store.streamNames([SECRETS])) {
    const { data } = (await store.last(name)) ?? {};
    if (data === undefined) continue;
    const { keyId, ...parts } = JSON.parse(Buffer.from(data).toString('utf8')) as Record<string, string>;
    const [wrappedKey, commitment, sealed] = ['wrappedKey', 'commitment', 'sealed'].map((part) =>
      Buffer.from(parts[part] ?? '', 'base64'),
    );
    if (keyId !== undefined && wrappedKey && commitment && sealed)
      secrets.set(name.slice(SECRETS.length), { keyId, wrappedKey, commitment, sealed });
  }
  return secrets;
};

const eventOf = ({ keyId, wrappedKey, commitment, sealed }: SealedSecret) => {
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  const parts = { wrappedKey: base64(wrappedKey), commitment: base64(commitment), sealed: base64(sealed) };
  const data = Buffer.from(JSON.stringify({ keyId, ...parts }), 'utf8');
  return binaryEvent({ id: randomUUID(), type: 'sealed', data });
};
