import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FileMasterKeyRing } from '../../../../src/adapters/driven/master-key-file/master-key-file.ts';
import { openDatabase, type SqliteDatabase } from '../../../../src/adapters/driven/sqlite/database.ts';
import { SqliteSecretStore } from '../../../../src/adapters/driven/sqlite/secret-store.ts';
import { MasterKeyUnavailable } from '../../../../src/adapters/shared/sealing/master-key-ring.ts';
import { SecretUnavailable } from '../../../../src/application/ports/secret-store.ts';
import { aPassword, BINDING, revealed } from '../../../contracts/secret-store/harness.ts';
import { startChild } from '../../../support/child/child.ts';
import { type TemporaryDirectory, temporaryDirectory } from './temporary-database.ts';

const MOMENTS = { 'before-next': 'taken back', 'next-kept': 'taken back', committed: 'done', settled: 'done' } as const;
/** Processes begin while other tests use the machine. */
const PATIENCE = 30_000;

describe('the rotation of the master key', () => {
  let directory: TemporaryDirectory;
  let keyFile: string;
  let databases: SqliteDatabase[];
  beforeEach(() => {
    directory = temporaryDirectory();
    keyFile = directory.file('master.key');
    databases = [];
  });
  afterEach(() => {
    for (const database of databases) database.close();
    directory.remove();
  });

  /** As another process has it: with a connection of its own. What is to happen before it reads a key happens once. */
  const openStore = ({ beforeKeyIsRead = () => {} }: { beforeKeyIsRead?: () => unknown } = {}): SqliteSecretStore => {
    const database = openDatabase(directory.file('store.sqlite'), { busyTimeout: 50 });
    databases.push(database);
    const ring = new FileMasterKeyRing(keyFile);
    const withId = ring.withId.bind(ring);
    vi.spyOn(ring, 'withId').mockImplementationOnce((id) => {
      beforeKeyIsRead();
      return withId(id);
    });
    return new SqliteSecretStore(database, ring);
  };
  const key = (): string => readFileSync(keyFile, 'utf8');
  const opensAll = async (store: SqliteSecretStore, ids: readonly string[]): Promise<void> => {
    for (const id of ids) expect(revealed(await store.open(id, BINDING))).toEqual([id]);
  };

  it(
    'opens everything after a crash at any moment, and finishes it or takes it back',
    async () => {
      await openStore().keep('a', BINDING, aPassword('a'));
      for (const [moment, outcome] of Object.entries(MOMENTS)) {
        const before = key();
        const child = startChild('rotate-and-die.ts', directory.file('store.sqlite'), keyFile, moment);
        expect(await child.ended).toBe('SIGKILL');
        const store = openStore();
        await opensAll(store, ['a']);
        expect(key() === before, moment).toBe(outcome === 'taken back');
        expect(existsSync(`${keyFile}.next`)).toBe(false);
        await store.keep(moment, BINDING, aPassword(moment));
        await opensAll(store, ['a', moment]);
      }
      expect(await openStore().rotateMasterKey()).toBe(1 + Object.keys(MOMENTS).length);
      await opensAll(openStore(), ['a', ...Object.keys(MOMENTS)]);
    },
    PATIENCE,
  );

  it('takes back a next key that was half written', async () => {
    const store = openStore();
    await store.keep('a', BINDING, aPassword('a'));
    for (const half of ['', 'aGFsZg']) {
      writeFileSync(`${keyFile}.next`, half, { mode: 0o600 });
      await opensAll(openStore(), ['a']);
      expect(existsSync(`${keyFile}.next`)).toBe(false);
    }
    writeFileSync(`${keyFile}.next`, 'half', { mode: 0o600 });
    expect(await store.rotateMasterKey()).toBe(1);
    await opensAll(store, ['a']);
  });

  it('reaches the stores of other processes, which go on keeping and opening', async () => {
    const [mine, theirs] = [openStore(), openStore()];
    await mine.keep('a', BINDING, aPassword('a'));
    await theirs.open('a', BINDING);
    for (const id of ['b', 'c', 'd']) {
      await mine.rotateMasterKey();
      await theirs.keep(id, BINDING, aPassword(id));
      await opensAll(theirs, ['a', id]);
      await opensAll(mine, ['a', id]);
    }
    expect(await theirs.rotateMasterKey()).toBe(4);
    await opensAll(mine, ['a', 'b', 'c', 'd']);
  });

  it('may end while another process is between the row and its key', async () => {
    const mine = openStore();
    await mine.keep('a', BINDING, aPassword('a'));
    const theirs = openStore({ beforeKeyIsRead: () => void mine.rotateMasterKey() });
    await opensAll(theirs, ['a']);
    expect(await mine.rotateMasterKey()).toBe(1);
  });

  it('waits while another process keeps a secret', async () => {
    const mine = openStore();
    await mine.keep('a', BINDING, aPassword('a'));
    const rotations: Promise<unknown>[] = [];
    const theirs = openStore({ beforeKeyIsRead: () => rotations.push(mine.rotateMasterKey()) });
    await theirs.keep('b', BINDING, aPassword('b'));
    expect(rotations).toHaveLength(1);
    // The other holds the lock for good here, because this process cannot go on meanwhile.
    await expect(rotations[0]).rejects.toThrow('another process holds it');
    expect(await mine.rotateMasterKey()).toBe(2);
    await opensAll(mine, ['a', 'b']);
  });

  it('makes no new key where the one that the store is sealed with is gone, and says which', async () => {
    await openStore().keep('a', BINDING, aPassword('a'));
    rmSync(keyFile);
    for (const work of [openStore().keep('b', BINDING, aPassword('b')), openStore().rotateMasterKey()]) {
      const error: unknown = await work.then(() => undefined).catch((cause: unknown) => cause);
      expect(error).toBeInstanceOf(MasterKeyUnavailable);
      expect((error as Error).message).toMatch(/master\.key does not hold the master key [0-9a-f]{32}/);
    }
    const error: unknown = await openStore()
      .open('a', BINDING)
      .catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(SecretUnavailable);
    expect((error as Error).cause).toBeInstanceOf(MasterKeyUnavailable);
    expect(existsSync(keyFile)).toBe(false);
    await openStore().destroy('a');
  });
});
