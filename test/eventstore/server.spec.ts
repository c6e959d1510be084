import { randomUUID } from 'node:crypto';
import { EventStoreDBClient } from '@eventstore/db-client';
import { expect, test } from 'vitest';
import { eventStoreServerContract } from '../contracts/event-store-server.contract.ts';
import { realServer } from './real-server.ts';

const { connectionString, credentials, maxAppendSize } = realServer();

test('which server it is', async () => {
  const client = EventStoreDBClient.connectionString(connectionString);
  // What the client asked the server for itself, and keeps to itself.
  const { serverVersion } = (await Reflect.get(client, 'capabilities')) as { readonly serverVersion: string };
  process.stdout.write(`EventStoreDB ${serverVersion}\n`);
  expect(serverVersion).toMatch(/^\d+\.\d+/);
  await client.dispose();
});

eventStoreServerContract('a real server', async () => {
  const client = EventStoreDBClient.connectionString(connectionString);
  const run = randomUUID();
  return {
    client,
    credentials,
    maxAppendSize,
    name: (stream) => `planningBackupTest-${run}-${stream}`,
    close: () => client.dispose(),
  };
});
