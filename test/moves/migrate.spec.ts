import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { SystemClock } from '../../src/adapters/driven/clock/system-clock.ts';
import { RandomIds } from '../../src/adapters/driven/ids/random-ids.ts';
import { MovingHouse } from '../../src/application/moving-house/moving-house.ts';
import { BEGINNING, NO_STREAM, StoreMoved } from '../../src/application/ports/event-log.ts';
import { backupConfigurationStream } from '../../src/application/stream-names.ts';
import { alterEvents } from '../adapters/driven/sqlite/temporary-database.ts';
import { anEvent } from '../contracts/event-log/harness.ts';
import { CutPorts } from '../support/cut-ports.ts';
import { type EventStoreDouble, startEventStoreDouble } from '../support/eventstoredb/double.ts';
import { eventsIn, fileStores, inventoryOfCluster, inventoryOfFile, mailsIn, sentFrom, storesAt } from './new-home.ts';
import { furnish, Home, headsInMails, PASSWORD } from './old-home.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const root = mkdtempSync(join(tmpdir(), 'planning-backup-move-'));
const furnished = new Home(join(root, 'furnished'));
beforeAll(() => furnish(furnished, ['eins', 'zwei']));
afterAll(() => rmSync(root, { recursive: true }));

let home: Home;
let double: EventStoreDouble;
let env: Readonly<Record<string, string>>;
let key: string;
let count = 0;
beforeEach(async () => {
  count += 1;
  const folder = join(root, `home-${count}`);
  cpSync(join(root, 'furnished'), folder, { recursive: true });
  home = new Home(folder);
  key = join(home.data, 'master.key');
  double = await startEventStoreDouble({ dedupe: false });
  env = {
    PLANNING_BACKUP_EVENTSTORE: double.connectionString,
    PLANNING_BACKUP_EVENTSTORE_INSECURE_LOOPBACK: '1',
  };
});
afterEach(() => double.close());

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
const file = (path = home.store) => {
  const stores = fileStores(path, key);
  open.push(stores);
  return stores;
};
const cluster = (connection = double.connectionString) => {
  const stores = storesAt(connection, key);
  open.push(stores);
  return stores;
};
const ports = { clock: new SystemClock(), ids: new RandomIds() };

describe('migrate', () => {
  it('moves all there is, and what was owed before is told afterwards, once', async () => {
    const before = await inventoryOfFile(file());
    const mails = mailsIn(await eventsIn(file().storedHistory));
    const owed = [...mails.due].filter((mail) => !mails.sent.has(mail));
    expect(owed.length).toBeGreaterThan(0);

    const moved = await home.call(['migrate', '--json'], env);
    expect(moved).toMatchObject({ end: 0 });
    expect(JSON.parse(moved.out)).toMatchObject({ outcome: 'moved', moved: { secrets: 2, unopened: 0 } });
    expect(await inventoryOfCluster(cluster(), file())).toEqual(before);
    expect(await inventoryOfFile(file())).toEqual(before);

    const stores = cluster();
    expect([...(await sentFrom(stores, owed.length))].sort()).toEqual([...owed].sort());
    // Another house's outbox begins where this one has come to, and before: nothing is told twice.
    expect(await sentFrom(stores, 0)).toEqual([]);
    await stores.checkpoints.save('co-admin-notices', BEGINNING);
    expect(await sentFrom(stores, 0)).toEqual([]);
  });

  it('finds the outbox’s place again in the other log', async () => {
    const streams = 'backupConfiguration-';
    const lastOf = async ({ eventLog }: Pick<ReturnType<typeof file>, 'eventLog'>, stream: string) => {
      let last = BEGINNING;
      for await (const event of eventLog.readAll(BEGINNING, streams))
        if (event.stream === stream) last = event.position;
      return last;
    };
    const { sent, due } = mailsIn(await eventsIn(file().storedHistory));
    await file().checkpoints.save('co-admin-notices', await lastOf(file(), `${streams}eins`));
    expect(await home.call(['migrate'], env)).toMatchObject({ end: 0 });
    const to = cluster();
    expect(await to.checkpoints.load('co-admin-notices')).toBe(await lastOf(to, `${streams}eins`));
    expect(await sentFrom(to, due.size - sent.size)).toHaveLength(due.size - sent.size);
  });

  it('leaves evidence that the source’s key and the mails of before vouch for, and passwords that open', async () => {
    const heads = headsInMails(home);
    expect(await home.call(['migrate'], env)).toMatchObject({ end: 0 });
    const bundle = join(home.data, 'bundle.jsonl');
    for (const id of ['eins', 'zwei']) {
      expect(await home.call(['audit', 'export', '--organisation', id, '--output', bundle], env)).toMatchObject({
        end: 0,
      });
      const anchors = ['--public-key', join(home.data, 'audit-public.pem')];
      expect(await home.call(['audit', 'verify', bundle, ...anchors])).toMatchObject({ end: 0 });
    }
    const ends = await Promise.all(heads.map((head) => home.call(['audit', 'verify', bundle, '--head', head])));
    expect(ends.filter(({ end }) => end === 0).length).toBeGreaterThan(0);
    // A night opens the password, and fails at the address only.
    const night = await home.call(['backup', ...home.as('eins', 'anna').slice(0, 2)], env);
    expect(night.out + night.err).toContain('reached under this name');
    const bytes = double.onDisk().map(({ data, metadata }) => Buffer.concat([data, metadata]).toString('latin1'));
    expect(bytes.filter((text) => text.includes(PASSWORD))).toEqual([]);
  });

  it('seals the source: readable, and written to by nobody', async () => {
    const running = file();
    expect(await home.call(['migrate'], env)).toMatchObject({ end: 0 });
    for (const reading of [['status'], ['history', '--organisation', 'eins']]) {
      const read = await home.call(reading);
      expect(read).toMatchObject({ end: 0 });
      expect(read.err).toContain('this store is sealed');
    }
    const paused = await home.call(['pause', ...home.as('eins', 'cem'), '--lang', 'de']);
    expect(paused).toMatchObject({ end: 1 });
    expect(paused.err).toContain('In den Datenbestand wird nichts mehr geschrieben');
    for (const service of ['worker', 'serve']) {
      const refused = await home.call([service, '--plans', home.plans]);
      expect(refused).toMatchObject({ end: 1 });
      expect(refused.err).toContain('moves to EventStoreDB at 127.0.0.1');
    }
    // Whoever had it open before.
    const { eventLog, secretStore, noticeRecords, leases, checkpoints, attemptLimits } = running;
    const stream = backupConfigurationStream('drei');
    const record = { organisationId: 'a', organisationName: 'A', actorName: 'B', recipients: [], keptAt: '' };
    for (const write of [
      () => eventLog.append(stream, NO_STREAM, [anEvent()]),
      () => secretStore.rotateMasterKey(),
      () => noticeRecords.keep('c', record),
      () => leases.take('k', 'me'),
      () => checkpoints.save('s', 1n),
      () => attemptLimits.count('k', 'p'),
    ])
      await expect(write()).rejects.toThrow(StoreMoved);
  });

  it('lets nobody else write where a move has not ended, and is not given up once it has', async () => {
    const [from, to] = [file(), cluster()];
    const cut = new CutPorts({ call: 12, takesEffect: true, how: 'throws' });
    const { newHouse } = cut.wrap({ newHouse: to.newHouse });
    await expect(new MovingHouse({ from, to: { ...to, newHouse }, ...ports }).move()).rejects.toThrow('cut off');
    const written = cluster().eventLog.append(backupConfigurationStream('drei'), NO_STREAM, [anEvent()]);
    await expect(written).rejects.toThrow('has not ended');
    expect(await home.call(['migrate'], env)).toMatchObject({ end: 0 });
    expect(await home.call(['migrate', '--lang', 'de'], env)).toMatchObject({
      end: 0,
      out: expect.stringContaining('schon früher nach EventStoreDB auf 127.0.0.1'),
    });
    expect(await home.call(['migrate', '--abandon'], env)).toMatchObject({ end: 2 });
    expect(await home.call(['pause', ...home.as('eins', 'cem')], env)).toMatchObject({ end: 0 });
  });

  it('is given up before its end: the source is written to again, and the cluster never', async () => {
    const [from, to] = [file(), cluster()];
    const cut = new CutPorts({ call: 12, takesEffect: true, how: 'throws' });
    const { newHouse } = cut.wrap({ newHouse: to.newHouse });
    await expect(new MovingHouse({ from, to: { ...to, newHouse }, ...ports }).move()).rejects.toThrow('cut off');
    expect(await home.call(['pause', ...home.as('eins', 'cem')])).toMatchObject({ end: 1 });
    expect(await home.call(['migrate', '--abandon'], env)).toMatchObject({ end: 0 });
    expect(await home.call(['pause', ...home.as('eins', 'cem')])).toMatchObject({ end: 0 });
    const refused = await home.call(['migrate', '--json'], env);
    expect(refused).toMatchObject({ end: 2 });
    expect(JSON.parse(refused.out)).toMatchObject({ error: { code: 'target-of-another-move' } });
    const written = cluster().eventLog.append(backupConfigurationStream('drei'), NO_STREAM, [anEvent()]);
    await expect(written).rejects.toThrow('given up');
  });

  it('leaves the source alone where the target holds something else, or nothing fits', async () => {
    await cluster().checkpoints.save('anything', 1n);
    const refused = await home.call(['migrate', '--lang', 'de'], env);
    expect(refused).toMatchObject({ end: 2, err: expect.stringContaining('ist nicht leer') });
    expect(await home.call(['migrate'])).toMatchObject({ end: 2 });
    expect(await home.call(['migrate', '--abandon'], env)).toMatchObject({ end: 2 });
    expect(await home.call(['pause', ...home.as('eins', 'cem')])).toMatchObject({ end: 0 });
  });

  it('does not move to a second place what moves to a first one', async () => {
    const [from, to] = [file(), cluster()];
    const cut = new CutPorts({ call: 12, takesEffect: true, how: 'throws' });
    const { newHouse } = cut.wrap({ newHouse: to.newHouse });
    await expect(new MovingHouse({ from, to: { ...to, newHouse }, ...ports }).move()).rejects.toThrow('cut off');
    const other = await startEventStoreDouble();
    try {
      const elsewhere = { ...env, PLANNING_BACKUP_EVENTSTORE: other.connectionString };
      for (const further of [[], ['--abandon']])
        expect(await home.call(['migrate', ...further], elsewhere)).toMatchObject({ end: 2 });
      expect(other.streamNames()).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('neither seals nor moves a history that was altered', async () => {
    alterEvents(home.store, (events) => events.map((e, i) => (i === 3 ? { ...e, actorId: 'eve' } : e)));
    expect(await home.call(['migrate'], env)).toMatchObject({ end: 3 });
    expect(await file().oldHouse.departure()).toBeUndefined();
    expect(double.streamNames()).toEqual([]);
  });

  it('finds a copy that was altered before it ended', async () => {
    const [from, to] = [file(), cluster()];
    const newHouse = new Proxy(to.newHouse, {
      get: (house, name) =>
        name === 'bringInStream'
          ? async (stream: string, events: readonly unknown[]) =>
              stream.startsWith('attempts-') ? undefined : house.bringInStream(stream, events as never)
          : ((Reflect.get(house, name) as unknown as (...args: unknown[]) => unknown).bind?.(house) ??
            Reflect.get(house, name)),
    });
    const move = new MovingHouse({ from, to: { ...to, newHouse }, ...ports }).move();
    await expect(move).rejects.toThrow('the copy differs');
    expect(await to.newHouse.arrival()).toMatchObject({ status: 'arriving' });
  });
});

it('goes on wherever a call failed, whether or not it took effect, and is the same in the end', async () => {
  const before = await inventoryOfFile(file());
  const counting = new CutPorts();
  const move = async (stores: ReturnType<typeof cluster>, from: ReturnType<typeof file>, cut: CutPorts) => {
    const { newHouse, checkpoints, oldHouse } = cut.wrap({
      ...{ newHouse: stores.newHouse, checkpoints: stores.checkpoints, oldHouse: from.oldHouse },
    });
    return new MovingHouse({ from: { ...from, oldHouse }, to: { ...stores, newHouse, checkpoints }, ...ports }).move();
  };
  copyFileSync(home.store, join(home.data, 'counted.sqlite'));
  await move(cluster(), file(join(home.data, 'counted.sqlite')), counting);
  expect(counting.calls.length).toBeGreaterThan(50);
  // Every third call is as good as every one: what a call brings in is one of a few kinds.
  for (let call = 1; call <= counting.calls.length; call += 3) {
    const another = await startEventStoreDouble({ dedupe: false });
    const [copy, to] = [join(home.data, `${call}.sqlite`), cluster(another.connectionString)];
    copyFileSync(home.store, copy);
    const from = file(copy);
    await expect(
      move(to, from, new CutPorts({ call, takesEffect: call % 2 === 0, how: 'throws' })),
      counting.calls[call - 1],
    ).rejects.toThrow('cut off');
    expect(await move(to, from, new CutPorts())).toMatchObject({ outcome: expect.stringMatching(/^moved/) });
    expect(await inventoryOfCluster(to, from)).toEqual(before);
    for (const one of open.splice(-2)) await one.close();
    await another.close();
  }
}, 240_000);
