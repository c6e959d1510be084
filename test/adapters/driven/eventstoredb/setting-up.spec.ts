import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jsonEvent } from '@eventstore/db-client';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EventStoreEventLog } from '../../../../src/adapters/driven/eventstoredb/event-log.ts';
import { EventStore } from '../../../../src/adapters/driven/eventstoredb/event-store.ts';
import { EventStoreLeaseStore } from '../../../../src/adapters/driven/eventstoredb/lease-store.ts';
import { EventStoreSecretStore } from '../../../../src/adapters/driven/eventstoredb/secret-store.ts';
import { OtherAcl, setUp } from '../../../../src/adapters/driven/eventstoredb/setting-up.ts';
import {
  type EventStoreSettings,
  readEventStoreSettings,
} from '../../../../src/adapters/driven/eventstoredb/settings.ts';
import { InMemoryMasterKeyRing } from '../../../../src/adapters/driven/in-memory/master-key-ring.ts';
import { BEGINNING, EventLogUnavailable, NO_STREAM } from '../../../../src/application/ports/event-log.ts';
import { Secret } from '../../../../src/application/secret.ts';
import { all, anEvent, STREAM } from '../../../contracts/event-log/harness.ts';
import { aPassword, BINDING } from '../../../contracts/secret-store/harness.ts';
import { AUTHORITY, LOCALHOST } from '../../../support/eventstoredb/certificate.ts';
import { type EventStoreDouble, startEventStoreDouble } from '../../../support/eventstoredb/double.ts';

const ADMIN = { username: 'admin', password: 'not:changeit' };
const clock = { now: () => Temporal.Instant.from('2026-11-24T01:00:00Z') };

describe('a cluster that is set up for a user with no more rights than it needs', () => {
  let folder: string;
  let double: EventStoreDouble;
  let settings: EventStoreSettings;
  const opened: EventStore[] = [];

  const open = (changes: Partial<EventStoreSettings> = {}): EventStore => {
    const store = new EventStore({ ...settings, ...changes }, { deadline: 2_000, patience: 500 });
    opened.push(store);
    return store;
  };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'setting-up-'));
    const caFile = join(folder, 'ca.crt');
    writeFileSync(caFile, AUTHORITY);
    const users = { admin: { password: ADMIN.password, groups: ['$admins'] }, stranger: { password: 'another' } };
    double = await startEventStoreDouble({ tls: { ...LOCALHOST, caFile }, users, dedupe: false });
    const login = `planning-backup:${encodeURIComponent('p@ss: word')}@`;
    const read = readEventStoreSettings(
      new Secret(double.connectionString.replace('esdb://', `esdb://${login}`)),
      false,
    );
    if (!read.ok) throw new Error(read.problem);
    settings = read.settings;
  });
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
    await double.close();
    rmSync(folder, { recursive: true });
  });

  it('lets the user do all that the program does', async () => {
    expect(await setUp(settings, ADMIN)).toMatchObject({ user: 'planning-backup', isNew: true });
    const store = open();
    const log = new EventStoreEventLog(store, clock);
    const first = await log.append(STREAM, NO_STREAM, [anEvent()]);
    expect(await log.append(STREAM, first.end, [anEvent()])).toMatchObject({ outcome: 'appended' });
    expect(await all(log.readAll(BEGINNING))).toHaveLength(2);
    const secrets = new EventStoreSecretStore(store, new InMemoryMasterKeyRing());
    await secrets.keep('s', BINDING, aPassword('hunter2'));
    expect(await secrets.rotateMasterKey()).toBe(1);
    await secrets.open('s', BINDING);
    await secrets.destroy('s');
    await new EventStoreLeaseStore(store).take('night', 'anna');
  });

  it('lets the user neither delete nor cut history, nor give itself the right to', async () => {
    await setUp(settings, ADMIN);
    const store = open();
    await new EventStoreEventLog(store, clock).append(STREAM, NO_STREAM, [anEvent()]);
    const denied = { type: 'access-denied' };
    const { client } = store;
    const { credentials } = client;
    await expect(client.deleteStream(STREAM)).rejects.toMatchObject(denied);
    await expect(client.tombstoneStream(STREAM)).rejects.toMatchObject(denied);
    for (const metadata of [{ truncateBefore: 1 }, { maxCount: 1 }, { acl: { deleteRoles: ['planning-backup'] } }])
      await expect(client.setStreamMetadata(STREAM, metadata, { credentials })).rejects.toMatchObject(denied);
    const rights = jsonEvent({ type: '$settings', data: {} });
    await expect(client.appendToStream('$settings', rights, { credentials })).rejects.toMatchObject(denied);
    expect(double.onDisk(STREAM)).toHaveLength(1);
  });

  it('lets nobody else in', async () => {
    await setUp(settings, ADMIN);
    for (const credentials of [
      { username: 'planning-backup', password: 'wrong' },
      { username: 'stranger', password: 'another' },
    ]) {
      const log = new EventStoreEventLog(open({ credentials }), clock);
      for (const call of [log.append(STREAM, NO_STREAM, [anEvent()]), log.read(STREAM), all(log.readAll(BEGINNING))])
        await expect(call).rejects.toThrow('it refuses the user, the password or the right to do this');
    }
  });

  it('can be set up again, and leaves what others set', async () => {
    await setUp(settings, ADMIN);
    expect(await setUp(settings, ADMIN)).toMatchObject({ isNew: false, readersOfAll: ['$admins', 'planning-backup'] });
    const other = { ...settings, credentials: { username: 'other', password: 'x' } };
    await expect(setUp(other, ADMIN)).rejects.toBeInstanceOf(OtherAcl);
  });

  it('is not said to have the user where the server says to try again', async () => {
    double.faults.plan('create user', { kind: 'try again', user: 'planning-backup' });
    await expect(setUp(settings, ADMIN)).rejects.toThrow('it did not answer in time');
    expect(await setUp(settings, ADMIN)).toMatchObject({ isNew: true });
  });

  it('is set up by an administrator only', async () => {
    const wrong = [
      { username: 'stranger', password: 'another' },
      { ...ADMIN, password: 'wrong' },
    ];
    for (const login of wrong) {
      const error: unknown = await setUp(settings, login).catch((cause: unknown) => cause);
      expect(error).toBeInstanceOf(EventLogUnavailable);
      expect(String(error)).not.toContain(login.password);
    }
  });

  it('has a secret gone from its stream at once, and from the disk with a scavenge', async () => {
    await setUp(settings, ADMIN);
    const secrets = new EventStoreSecretStore(open(), new InMemoryMasterKeyRing());
    await secrets.keep('s', BINDING, aPassword('hunter2'));
    const stream = 'planningBackup.secret-s';
    await secrets.destroy('s');
    await expect(secrets.open('s', BINDING)).rejects.toMatchObject({ reason: 'destroyed-or-unknown' });
    expect(double.onDisk(stream).filter(({ type }) => type === 'sealed')).toHaveLength(1);
    double.scavenge();
    expect(double.onDisk(stream).filter(({ type }) => type === 'sealed')).toHaveLength(0);
  });
});
