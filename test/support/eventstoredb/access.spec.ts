import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AUTHORITY, LOCALHOST } from './certificate.ts';
import { type EventStoreDouble, startEventStoreDouble } from './double.ts';
import { noted, notes } from './notes.ts';

const USERS = {
  admin: { password: 'not:changeit', groups: ['$admins'] },
  backup: { password: 'p@ss word', groups: ['services'] },
  stranger: { password: 'another' },
};

let folder: string;
let double: EventStoreDouble;
const clients: EventStoreDBClient[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planning-backup-double-'));
  const caFile = join(folder, 'ca.crt');
  await writeFile(caFile, AUTHORITY);
  double = await startEventStoreDouble({ tls: { ...LOCALHOST, caFile }, users: USERS });
});

afterAll(async () => {
  await Promise.all(clients.map((client) => client.dispose()));
  await double.close();
  await rm(folder, { recursive: true });
});

const as = (user?: keyof typeof USERS, password?: string): EventStoreDBClient => {
  const login = user === undefined ? '' : `${user}:${encodeURIComponent(password ?? USERS[user].password)}@`;
  const client = EventStoreDBClient.connectionString(double.connectionString.replace('esdb://', `esdb://${login}`));
  clients.push(client);
  return client;
};

const DENIED = { type: 'access-denied' };

test('over TLS, who is known by name and password may write and read, by either form of appending', async () => {
  const client = as('backup');
  await client.appendToStream('known', noted(1));
  const { password } = USERS.backup;
  await client.appendToStream('known', noted(2), { credentials: { username: 'backup', password } });
  expect(await notes(client.readStream('known'))).toEqual([1, 2]);
});

test('without the authority of its certificate there is no connection', async () => {
  const { connectionString } = double;
  const client = EventStoreDBClient.connectionString(connectionString.replace(/&tlsCAFile=.*/, ''));
  clients.push(client);
  await expect(notes(client.readStream('known'))).rejects.toMatchObject({ code: 14 });
});

test('a wrong password, the password that servers are installed with, and nobody at all are refused', async () => {
  for (const client of [as('backup', 'wrong'), as('admin', 'changeit'), as()]) {
    await expect(client.appendToStream('known', noted(3))).rejects.toMatchObject(DENIED);
    await expect(notes(client.readStream('known'))).rejects.toMatchObject(DENIED);
  }
});

describe('lists of who may', () => {
  const admin = (): EventStoreDBClient => as('admin');

  beforeEach(async () => {
    await admin().appendToStream('kept', noted(1));
    const acl = { readRoles: ['services'], writeRoles: ['services'], deleteRoles: ['$admins'] };
    await admin().setStreamMetadata('kept', {
      acl: { ...acl, metaReadRoles: ['backup'], metaWriteRoles: ['$admins'] },
    });
  });

  test('a stream’s own holds, for the user and the groups of the user', async () => {
    await as('backup').appendToStream('kept', noted(2));
    await as('backup').getStreamMetadata('kept');
    await expect(as('backup').setStreamMetadata('kept', { acl: {} })).rejects.toMatchObject(DENIED);
    await expect(as('backup').deleteStream('kept')).rejects.toMatchObject(DENIED);
    await expect(as('backup').tombstoneStream('kept')).rejects.toMatchObject(DENIED);
    const credentials = { username: 'stranger', password: USERS.stranger.password };
    for (const form of [{}, { credentials }])
      await expect(as('stranger').appendToStream('kept', noted(3), form)).rejects.toMatchObject(DENIED);
    await expect(notes(as('stranger').readStream('kept'))).rejects.toMatchObject(DENIED);
    expect((await notes(admin().readStream('kept'))).length).toBeGreaterThan(0);
  });

  test('the server’s default lets every user do everything, but for what begins with $, and $all with it', async () => {
    await as('stranger').appendToStream('free', noted(1));
    await expect(as('stranger').appendToStream('$free', noted(1))).rejects.toMatchObject(DENIED);
    await expect(notes(as('stranger').readAll())).rejects.toMatchObject(DENIED);
    await admin().setStreamMetadata('$all', { acl: { readRoles: ['services'] } });
    expect((await notes(as('backup').readAll())).length).toBeGreaterThan(0);
  });

  test('$settings change the default', async () => {
    const settings = { $userStreamAcl: { $r: 'services', $w: 'services', $d: '$admins' } };
    await admin().appendToStream('$settings', jsonEvent({ type: '$settings', data: settings }));
    await as('backup').appendToStream('new', noted(1));
    await expect(as('stranger').appendToStream('new', noted(1))).rejects.toMatchObject(DENIED);
    await expect(as('backup').deleteStream('new')).rejects.toMatchObject(DENIED);
  });
});
