import { EventStoreDBClient, NotLeaderError, type Position, UnavailableError } from '@eventstore/db-client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EventStoreDouble, startEventStoreDouble } from './double.ts';
import { noted, noteOf, notes } from './notes.ts';

let double: EventStoreDouble;
let clients: EventStoreDBClient[];
let client: EventStoreDBClient;

/** A client of its own: the table of answers that BatchAppend waits for is one for all clients of a process. */
const connected = (options = ''): EventStoreDBClient => {
  const made = EventStoreDBClient.connectionString(`${double.connectionString}${options}`);
  clients.push(made);
  return made;
};

beforeEach(async () => {
  double = await startEventStoreDouble({ dedupe: false });
  clients = [];
  client = connected();
});

afterEach(async () => {
  double.faults.clear();
  await Promise.all(clients.map((each) => each.dispose()));
  await double.close();
});

const BATCH = { form: 'BatchAppend', credentials: {} };
const SINGLE = { form: 'Append', credentials: { credentials: { username: 'any', password: 'any' } } };

/** What it settles with, or `nothing` where it does not in time. */
const soon = async (work: Promise<unknown>, milliseconds = 10_000): Promise<unknown> => {
  let timer: NodeJS.Timeout | undefined;
  const never = new Promise((resolve) => {
    timer = setTimeout(() => resolve('nothing'), milliseconds);
  });
  const outcome = await Promise.race([work.catch((error: unknown) => error), never]);
  clearTimeout(timer);
  return outcome;
};

/** Time enough for what is not to come. */
const A_WHILE = 400;

const onDisk = (): readonly string[] => double.onDisk().map(({ stream }) => stream);

describe.each([BATCH, SINGLE])('an append by $form', ({ credentials }) => {
  const append = (stream = 'orders'): Promise<unknown> => client.appendToStream(stream, noted(1), credentials);

  test('is unavailable as often as planned, before or after it took effect', async () => {
    double.faults.plan('append', { kind: 'unavailable' }, { skip: 1, times: 2 });
    await append('first');
    expect(await soon(append('second'))).toMatchObject({ code: 14 });
    expect(await soon(append('third'))).toMatchObject({ code: 14 });
    await append('fourth');
    double.faults.plan('append', { kind: 'unavailable', takesEffect: true });
    expect(await soon(append('fifth'))).toBeInstanceOf(UnavailableError);
    expect(onDisk()).toEqual(['first', 'fourth', 'fifth']);
  });

  test('loses its connection, before or after it took effect', async () => {
    double.faults.plan('append', { kind: 'connection lost' });
    expect(await soon(append('first'))).toMatchObject({ code: 14 });
    double.faults.plan('append', { kind: 'connection lost', takesEffect: true });
    expect(await soon(append('second'))).toMatchObject({ code: 14 });
    await append('third');
    expect(onDisk()).toEqual(['second', 'third']);
  });

  test('is slow', async () => {
    double.faults.plan('append', { kind: 'slow', ms: 100 });
    const began = performance.now();
    await append();
    expect(performance.now() - began).toBeGreaterThan(90);
  });

  test('runs into the time of the server, which does not say whether it took effect', async () => {
    double.faults.plan('append', { kind: 'timeout' });
    const type = /^(?:timeout|deadline-exceeded)$/;
    expect(await soon(append('first'))).toMatchObject({ type: expect.stringMatching(type) });
    double.faults.plan('append', { kind: 'timeout', takesEffect: true });
    expect(await soon(append('second'))).toMatchObject({ type: expect.stringMatching(type) });
    expect(onDisk()).toEqual(['second']);
  });

  test('is refused', async () => {
    double.faults.plan('append', { kind: 'access denied' });
    expect(await soon(append())).toMatchObject({ type: 'access-denied' });
  });

  test('comes to a node that is not the leader: the client goes to the one that it is told', async () => {
    const leader = await startEventStoreDouble();
    try {
      double.faults.plan('append', { kind: 'not leader', leader: { host: '127.0.0.1', port: leader.port } });
      const failed = await soon(append());
      expect(failed).toBeInstanceOf(NotLeaderError);
      await append('orders');
      expect(onDisk()).toEqual([]);
      expect(leader.onDisk('orders')).toHaveLength(1);
    } finally {
      await client.dispose();
      await leader.close();
    }
  });
});

test('a node that has just started says so: by BatchAppend in words only', async () => {
  double.faults.plan('append', { kind: 'not ready' }, { times: 2 });
  const single = await soon(client.appendToStream('orders', noted(1), SINGLE.credentials));
  expect(single).toMatchObject({ type: 'unavailable' });
  const batch = await soon(client.appendToStream('orders', noted(1)));
  expect(batch).toMatchObject({ type: 'unknown', message: expect.stringContaining('Server Is Not Ready') });
  expect(double.faults.batches).toBe(1);
});

test('an append that is not answered ends at its deadline, by BatchAppend never', async () => {
  double.faults.plan('append', { kind: 'silence' }, { times: 2 });
  const deadline = { deadline: 200 };
  const single = await soon(client.appendToStream('orders', noted(1), { ...SINGLE.credentials, ...deadline }));
  expect(single).toMatchObject({ type: 'deadline-exceeded' });
  const batch = client.appendToStream('orders', noted(1), deadline);
  expect(await soon(batch, A_WHILE)).toBe('nothing');
  batch.catch(() => undefined);
});

test('by BatchAppend, one append that fails takes those with it that are under way, of other clients too', async () => {
  const other = connected();
  await Promise.all([client.appendToStream('one', noted(1)), other.appendToStream('two', noted(1))]);
  double.faults.plan('append', { kind: 'silence', takesEffect: true });
  const innocent = other.appendToStream('two', noted(2));
  innocent.catch(() => undefined);
  await expect.poll(() => double.onDisk('two').length).toBe(2);
  double.faults.plan('append', { kind: 'unavailable' });
  expect(await soon(client.appendToStream('one', noted(2)))).toMatchObject({ type: 'unavailable' });
  expect(await soon(innocent)).toMatchObject({ type: 'unavailable' });
});

describe('a read', () => {
  beforeEach(() => client.appendToStream('orders', [noted(0), noted(1), noted(2), noted(3)]));

  test.each(['unavailable', 'connection lost'] as const)('is cut in the middle: %s', async (kind) => {
    double.faults.plan('read', { kind, after: 2 });
    const read: unknown[] = [];
    const reading = (async () => {
      for await (const event of client.readStream('orders')) read.push(noteOf(event));
    })();
    expect(await soon(reading)).toMatchObject({ code: 14 });
    // What was on its way may be lost with the connection.
    expect([0, 1].slice(0, read.length)).toEqual(read);
    expect(await notes(client.readStream('orders'))).toEqual([0, 1, 2, 3]);
  });

  test('falls silent in the middle, and does not end', async () => {
    double.faults.plan('read', { kind: 'silence', after: 2 });
    const read: unknown[] = [];
    const reading = client.readStream('orders');
    reading.on('data', (event) => read.push(noteOf(event)));
    expect(await soon(new Promise((resolve) => reading.once('end', resolve)), A_WHILE)).toBe('nothing');
    expect(read).toEqual([0, 1]);
    await reading.cancel();
  });

  test.each([
    ['not ready', { type: 'unavailable' }],
    ['access denied', { type: 'access-denied' }],
    ['timeout', { type: 'timeout' }],
  ] as const)('is answered: %s', async (kind, answer) => {
    double.faults.plan('read', { kind });
    expect(await soon(notes(client.readStream('orders')))).toMatchObject(answer);
  });
});

describe('a subscription', () => {
  const told = (from: Position | 'start' = 'start') => {
    const subscription = client.subscribeToAll({ fromPosition: from });
    const heard: unknown[] = [];
    const ended = new Promise((resolve) => subscription.once('error', resolve));
    subscription.on('data', (event) => heard.push(noteOf(event)));
    return { subscription, heard, ended };
  };

  test.each(['unavailable', 'connection lost'] as const)('is cut, with an error: %s', async (kind) => {
    double.faults.plan('subscribe', { kind, after: 1 });
    const { ended, heard } = told();
    await client.appendToStream('orders', noted(1), SINGLE.credentials);
    await expect.poll(() => heard).toEqual([1]);
    const last = client.appendToStream('orders', noted(2), SINGLE.credentials);
    expect(await soon(ended)).toMatchObject({ code: 14 });
    await soon(last);
  });

  test('is cut without a word: half-open, nothing comes any more, and no error', async () => {
    double.faults.plan('subscribe', { kind: 'silence', after: 1, halfOpen: true });
    const { ended, heard } = told();
    // Clients of one process share a connection where their options are the same (grpc-js, its pool of subchannels).
    const writer = connected('&keepAliveInterval=20000');
    await writer.appendToStream('orders', noted(1));
    await expect.poll(() => heard).toEqual([1]);
    await writer.appendToStream('orders', noted(2));
    expect(await soon(ended, A_WHILE)).toBe('nothing');
    expect(heard).toEqual([1]);
    double.cutConnections();
    expect(await soon(ended)).toMatchObject({ code: 14 });
  });

  test('that is begun again tells once more what was told before', async () => {
    for (const note of [1, 2, 3]) await client.appendToStream('orders', noted(note));
    const last = double.onDisk('orders').at(-1)?.position ?? 0;
    double.faults.plan('subscribe', { kind: 'duplicates', events: 2 });
    const { subscription, heard } = told({ commit: BigInt(last), prepare: BigInt(last) });
    await client.appendToStream('orders', noted(4));
    await expect.poll(() => heard).toEqual([2, 3, 4]);
    await subscription.unsubscribe();
  });
});

test('deleting and tombstoning fail as appending does, before or after they took effect', async () => {
  await client.appendToStream('one', noted(1), SINGLE.credentials);
  await client.appendToStream('two', noted(1), SINGLE.credentials);
  double.faults.plan('delete', { kind: 'unavailable' });
  double.faults.plan('tombstone', { kind: 'connection lost', takesEffect: true });
  expect(await soon(client.deleteStream('one'))).toMatchObject({ type: 'unavailable' });
  expect(await soon(client.tombstoneStream('two'))).toMatchObject({ code: 14 });
  expect(await notes(client.readStream('one'))).toEqual([1]);
  await expect(notes(client.readStream('two'))).rejects.toMatchObject({ type: 'stream-deleted' });
});

test('the server goes down and comes up again at the same port, with what it held', async () => {
  await client.appendToStream('orders', noted(1));
  await double.down();
  expect(await soon(client.appendToStream('orders', noted(2)))).toMatchObject({ code: 14 });
  expect(await soon(notes(client.readStream('orders')))).toMatchObject({ code: 14 });
  await double.up();
  await client.appendToStream('orders', noted(3), { expectedRevision: 0n });
  expect(await notes(client.readStream('orders'))).toEqual([1, 3]);
});

test('of a cluster, the client finds the leader, and another when that is down', async () => {
  const first = await startEventStoreDouble();
  const member = (port: number, state: 'leader' | 'follower') => ({ host: '127.0.0.1', port, state, alive: true });
  const second = await startEventStoreDouble({
    members: [member(double.port, 'follower'), member(first.port, 'leader')],
  });
  const cluster = EventStoreDBClient.connectionString(
    `esdb://127.0.0.1:${second.port},127.0.0.1:${second.port}?tls=false&discoveryInterval=50`,
  );
  try {
    await cluster.appendToStream('orders', noted(1));
    expect(first.onDisk('orders')).toHaveLength(1);
    second.faults.plan('gossip', { kind: 'unavailable' }, { times: 3 });
    await first.down();
    expect(await soon(cluster.appendToStream('orders', noted(2)))).toMatchObject({ code: 14 });
    await first.up();
    expect(await soon(cluster.appendToStream('orders', noted(3)))).toMatchObject({ success: true });
    expect(second.faults.calls.gossip).toBeGreaterThan(3);
  } finally {
    await cluster.dispose();
    await first.close();
    await second.close();
  }
});
