import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InMemoryMasterKeyRing } from '../../../src/adapters/driven/in-memory/master-key-ring.ts';
import { SqliteCheckpointStore } from '../../../src/adapters/driven/sqlite/checkpoint-store.ts';
import { openDatabase } from '../../../src/adapters/driven/sqlite/database.ts';
import { SqliteEventLog } from '../../../src/adapters/driven/sqlite/event-log.ts';
import { SqliteLeaseStore } from '../../../src/adapters/driven/sqlite/lease-store.ts';
import { SqliteNoticeRecords } from '../../../src/adapters/driven/sqlite/notice-records.ts';
import { SqliteStoredHistory } from '../../../src/adapters/driven/sqlite/stored-history.ts';
import type { HealthMail } from '../../../src/application/ports/mailer.ts';
import type { PlanningBackupOptions } from '../../../src/bootstrap/create-planning-backup.ts';
import { aHostKey } from '../../builders/destination.ts';
import { ABENDBLATT, aSaveRequest, Newsroom } from '../../support/newsroom.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BY = { organisationId: ABENDBLATT.id, actorId: 'anna', requestId: null, expectedVersion: null };

type Stores = Partial<PlanningBackupOptions>;

const STORES: readonly (readonly [name: string, open: (newsroom: Newsroom) => { stores: Stores; close(): void }])[] = [
  ['in memory', () => ({ stores: {}, close: () => undefined })],
  [
    'in SQLite',
    (newsroom) => {
      const folder = mkdtempSync(join(tmpdir(), 'health-'));
      const database = openDatabase(join(folder, 'store.sqlite'));
      const stores = {
        eventLog: new SqliteEventLog(database, newsroom.clock),
        storedHistory: new SqliteStoredHistory(database),
        checkpoints: new SqliteCheckpointStore(database),
        leases: new SqliteLeaseStore(database),
        noticeRecords: new SqliteNoticeRecords(database, new InMemoryMasterKeyRing()),
      };
      const close = (): void => {
        database.close();
        rmSync(folder, { recursive: true });
      };
      return { stores, close };
    },
  ],
];

describe.each(STORES)('the nights of a newsroom, with its worker and its mails, %s', (_, open) => {
  let newsroom: Newsroom;
  let stores: Stores;
  let close: () => void;
  let stop: () => Promise<void>;
  beforeEach(async () => {
    newsroom = new Newsroom();
    ({ stores, close } = open(newsroom));
    const { configuring, worker, notifying } = await newsroom.backup(stores);
    const saved = await configuring.save(aSaveRequest());
    // A real store takes its time, whatever the simulated clock says.
    if (saved.outcome === 'changed') await notifying.notifyOf(ABENDBLATT.id, saved.changeId);
    newsroom.mailer.delivered.length = 0;
    stop = start(worker, notifying);
    await newsroom.clock.advance(0);
  });
  afterEach(async () => {
    await stop();
    close();
  });

  /** Until nothing more happens at this moment: a real store answers from outside of the simulated time. */
  const quiet = async (): Promise<void> => {
    for (let round = 0; round < 200; round += 1) {
      await setImmediate();
      await newsroom.clock.advance(0);
    }
  };

  const start = (...services: readonly { run(signal: AbortSignal): Promise<void> }[]) => {
    const over = new AbortController();
    const ended = Promise.all(services.map((service) => service.run(over.signal)));
    return async (): Promise<void> => {
      over.abort();
      await newsroom.clock.advance(0);
      await ended;
    };
  };

  const restarted = async (): Promise<void> => {
    const { worker, notifying } = await newsroom.backup(stores);
    stop = start(worker, notifying);
    await quiet();
  };

  /** The mails since the last call, as `DD who what`: by local date, recipient and last fact. */
  const mails = (): readonly string[] => {
    const since = newsroom.mailer.delivered.splice(0);
    return since
      .map(({ mail }) => mail as HealthMail)
      .map(({ occurredAt, recipient, facts }) => {
        const { day } = Temporal.Instant.from(occurredAt).toZonedDateTimeISO(ABENDBLATT.timeZone);
        const last = facts.at(-1);
        const days = last?.type === 'BackupFailureReminded' ? last.afterDays : '';
        return `${day} ${recipient.id} ${last?.type}${days}`;
      })
      .sort();
  };

  /** Until noon of the next date. */
  const nextNight = async (nights = 1): Promise<readonly string[]> => {
    await newsroom.clock.advance(nights * DAY);
    await quiet();
    return mails();
  };

  /** A server that shows another key than the trusted one: nothing to try more than twice. */
  const refusing = (isRefusing: boolean): void => {
    newsroom.server.identity = aHostKey(isRefusing ? 'B' : 'A');
  };

  it('are told once, reminded of after three and seven days, and told when they work again', async () => {
    await newsroom.clock.advance(11.5 * HOUR);
    expect(mails()).toEqual([]);
    refusing(true);
    expect(await nextNight()).toEqual(['26 anna BackupFailing', '26 ben BackupFailing']);
    expect(await nextNight(2)).toEqual([]);
    expect(await nextNight()).toEqual(['29 anna BackupFailureReminded3', '29 ben BackupFailureReminded3']);
    expect(await nextNight(3)).toEqual([]);
    expect(await nextNight()).toEqual(['3 anna BackupFailureReminded7', '3 ben BackupFailureReminded7']);
    expect(await nextNight(4)).toEqual([]);
    refusing(false);
    expect(await nextNight()).toEqual(['8 anna BackupRecovered', '8 ben BackupRecovered']);
    expect(await nextNight(3)).toEqual([]);
  });

  it('of which one was repaired by hand are told to work again at once', async () => {
    refusing(true);
    await newsroom.clock.advance(11.5 * HOUR);
    expect(mails()).toEqual(['25 anna BackupFailing', '25 ben BackupFailing']);
    refusing(false);
    await newsroom.run({}, stores);
    await quiet();
    expect(mails()).toEqual(['25 anna BackupRecovered', '25 ben BackupRecovered']);
  });

  it('are told before the early desk, though what failed was tried until it was hopeless', async () => {
    newsroom.server.plan({ on: 'connect', server: 'refuses', times: 1_000 });
    await newsroom.clock.advance(5.5 * HOUR);
    expect(mails()).toEqual(['25 anna BackupFailing', '25 ben BackupFailing']);
  });

  it('are told to nobody where a later try of the same night was good', async () => {
    newsroom.server.plan({ on: 'connect', server: 'refuses', times: 3 });
    await newsroom.clock.advance(11.5 * HOUR);
    expect(mails()).toEqual([]);
  });

  it('are told by whoever comes next, where no mail server took the mails', async () => {
    newsroom.mailer.refusal = 'mail-server-unavailable';
    refusing(true);
    await newsroom.clock.advance(11.5 * HOUR);
    await stop();
    newsroom.mailer.refusal = null;
    await restarted();
    await newsroom.clock.advance(6 * HOUR);
    expect(mails()).toEqual(['25 anna BackupFailing', '25 ben BackupFailing']);
  });

  it('that nobody was there to run are told with the next one, in one mail', async () => {
    await newsroom.clock.advance(11.5 * HOUR);
    await stop();
    await newsroom.clock.advance(2 * DAY + 3 * HOUR);
    await restarted();
    expect(mails()).toEqual(['27 anna BackupRecovered', '27 ben BackupRecovered']);
    expect(await nextNight()).toEqual([]);
  });

  it('that were paused are not reminded of, and told anew where they fail again', async () => {
    refusing(true);
    await newsroom.clock.advance(11.5 * HOUR);
    mails();
    const { configuring } = await newsroom.backup(stores);
    await configuring.pause(BY);
    await newsroom.clock.advance(9 * DAY);
    newsroom.mailer.delivered.length = 0;
    await configuring.resume(BY);
    await newsroom.clock.advance(0);
    newsroom.mailer.delivered.length = 0;
    expect(await nextNight()).toEqual(['5 anna BackupFailing', '5 ben BackupFailing']);
  });

  it('of which the last was still being tried when it was paused are told all the same', async () => {
    newsroom.server.plan({ on: 'connect', server: 'refuses', times: 1_000 });
    const night = async () => (await (await newsroom.backup(stores)).history.nights(ABENDBLATT.id)).at(-1)?.state;
    while ((await night())?.status !== 'ended') await newsroom.clock.advance(20_000);
    const { configuring } = await newsroom.backup(stores);
    await configuring.pause(BY);
    await newsroom.clock.advance(HOUR);
    expect(mails().filter((line) => line.includes('BackupFailing'))).toHaveLength(2);
  });

  it('are told as soon as the directory is there again, where it was away for a whole night', async () => {
    const organisation = newsroom.directory.organisation.bind(newsroom.directory);
    let isAway = false;
    newsroom.directory.organisation = async (id) => {
      if (isAway) throw new Error('the directory is away');
      return organisation(id);
    };
    isAway = true;
    await newsroom.clock.advance(DAY);
    expect(mails()).toEqual([]);
    isAway = false;
    await newsroom.clock.advance(12 * HOUR);
    expect(mails()).toEqual([
      ...['26 anna BackupFailing', '26 anna BackupRecovered'],
      ...['26 ben BackupFailing', '26 ben BackupRecovered'],
    ]);
  });
});
