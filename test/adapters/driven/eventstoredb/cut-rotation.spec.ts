import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { EventStore } from '../../../../src/adapters/driven/eventstoredb/event-store.ts';
import { EventStoreSecretStore } from '../../../../src/adapters/driven/eventstoredb/secret-store.ts';
import { FileMasterKeyRing } from '../../../../src/adapters/driven/master-key-file/master-key-file.ts';
import { aPassword, BINDING, revealed } from '../../../contracts/secret-store/harness.ts';
import { type EventStoreDouble, startEventStoreDouble } from '../../../support/eventstoredb/double.ts';
import { storeAt } from './cluster.ts';

let folder: string;
let double: EventStoreDouble;
const stores: EventStore[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'planning-backup-cut-rotation-'));
  double = await startEventStoreDouble({ dedupe: false });
});
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  await double.close();
  rmSync(folder, { recursive: true });
});

const keyFile = (): string => join(folder, 'master.key');
const next = (): string => `${keyFile()}.next`;

/** As another process has it. */
const secretStore = (ring = new FileMasterKeyRing(keyFile())): EventStoreSecretStore => {
  const store = storeAt(double.connectionString);
  stores.push(store);
  return new EventStoreSecretStore(store, ring);
};

/** With one secret. The next key is noted as the one in use by then, and still lies beside the old one. */
const cutRotation = async (): Promise<void> => {
  await secretStore().keep('a', BINDING, aPassword('a'));
  const ring = new FileMasterKeyRing(keyFile());
  vi.spyOn(ring, 'settle').mockImplementation(() => {
    if (existsSync(next())) throw new Error('cut off');
  });
  await expect(secretStore(ring).rotateMasterKey()).rejects.toThrow('cut off');
};

it('a rotation that was cut is left as it is by whoever asks for the key only, and finished by whoever opens something', async () => {
  await cutRotation();
  const [keyBefore, appendsBefore] = [readFileSync(keyFile(), 'utf8'), double.faults.calls.append];

  const looking = secretStore();
  await looking.check();
  expect(double.faults.calls.append).toBe(appendsBefore);
  expect(readFileSync(keyFile(), 'utf8')).toBe(keyBefore);
  expect(existsSync(next())).toBe(true);

  const keyInUse = readFileSync(next(), 'utf8');
  expect(revealed(await looking.open('a', BINDING))).toEqual(['a']);
  expect(double.faults.calls.append).toBeGreaterThan(appendsBefore);
  expect(readFileSync(keyFile(), 'utf8')).toBe(keyInUse);
  expect(existsSync(next())).toBe(false);
  await looking.check();
});

it('a rotation whose new key is lost is a problem for whoever asks for the key', async () => {
  await cutRotation();
  rmSync(next());
  await expect(secretStore().check()).rejects.toThrow(/is sealed with the master key [0-9a-f]{32}$/);
});
