import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { FileTransport } from '../../../src/application/ports/file-transport.ts';
import { DEFAULT_TIMES } from '../../../src/application/running-nightly-backup/requests.ts';
import { Secret } from '../../../src/application/secret.ts';
import { backupRunStream } from '../../../src/application/stream-names.ts';
import { DEFAULT_WORKER_OPTIONS, NightWorker } from '../../../src/application/working-nights/night-worker.ts';
import type { BackupRunEvent } from '../../../src/domain/backup-run/events.ts';
import { dueAt, slotOf } from '../../../src/domain/schedule/slot.ts';
import { aNight } from '../../builders/night.ts';
import { ABENDBLATT, aSaveRequest, Newsroom } from '../../support/newsroom.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SLOT = slotOf(ABENDBLATT.id, DEFAULT_WORKER_OPTIONS.hours);

const startWorker = async (newsroom: Newsroom, changes: { transports?: readonly FileTransport[] } = {}) => {
  const { nights } = await newsroom.backup(changes);
  const worker = new NightWorker({ ...newsroom, nights });
  const stop = new AbortController();
  const running = worker.run(stop.signal);
  await newsroom.clock.advance(0);
  return {
    stop: async () => {
      stop.abort();
      await running;
    },
  };
};

const ofNight = async ({ eventLog }: Newsroom, night: string, organisationId: string = ABENDBLATT.id) => {
  const { events } = await eventLog.read(backupRunStream(organisationId, aNight(night)));
  return events.map(({ event, occurredAt }) => ({ ...(event as BackupRunEvent), occurredAt }));
};

const endOf = async (newsroom: Newsroom, night: string): Promise<string | undefined> =>
  (await ofNight(newsroom, night)).at(-1)?.type;

describe('the worker', () => {
  it('runs each night once, at the slot of the organisation', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const worker = await startWorker(newsroom);
    await newsroom.clock.advance(DAY + 5 * HOUR);
    await worker.stop();
    for (const night of ['2026-11-25', '2026-11-26']) {
      const [claimed, ...rest] = await ofNight(newsroom, night);
      expect(claimed).toMatchObject({ type: 'NightClaimed', reason: 'scheduled' });
      expect(
        Temporal.Instant.compare(
          claimed?.occurredAt ?? newsroom.clock.now(),
          dueAt(aNight(night), 'Europe/Berlin', SLOT),
        ),
      ).toBe(0);
      expect(rest.at(-1)?.type).toBe('NightDelivered');
    }
  });

  it('is the only one of two at a night', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const workers = [await startWorker(newsroom), await startWorker(newsroom)];
    await newsroom.clock.advance(5 * HOUR);
    for (const worker of workers) await worker.stop();
    const types = (await ofNight(newsroom, '2026-11-25')).map(({ type }) => type);
    expect(types.filter((type) => type === 'NightClaimed' || type === 'NightDelivered')).toHaveLength(2);
    expect(newsroom.server.loginAttempts).toBe(1);
  });

  it("catches tonight's up after a downtime, and records the nights before as missed", async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    await newsroom.clock.advance(2 * DAY + 12 * HOUR);
    const worker = await startWorker(newsroom);
    await newsroom.clock.advance(60_000);
    await worker.stop();
    expect(await endOf(newsroom, '2026-11-25')).toBe('NightMissed');
    expect(await endOf(newsroom, '2026-11-26')).toBe('NightMissed');
    expect(await endOf(newsroom, '2026-11-27')).toBe('NightDelivered');
  });

  it('begins no night before the first slot after the set-up, and none while paused', async () => {
    const newsroom = new Newsroom();
    await newsroom.clock.advance(12 * HOUR);
    const worker = await startWorker(newsroom);
    await newsroom.setUp();
    await newsroom.clock.advance(HOUR);
    expect(await endOf(newsroom, '2026-11-25')).toBeUndefined();
    await (await newsroom.backup()).configuring.pause(aSaveRequest());
    await newsroom.clock.advance(DAY);
    expect(await endOf(newsroom, '2026-11-26')).toBeUndefined();
    await (await newsroom.backup()).configuring.resume(aSaveRequest());
    await newsroom.clock.advance(DAY);
    await worker.stop();
    expect(await endOf(newsroom, '2026-11-26')).toBeUndefined();
    expect(await endOf(newsroom, '2026-11-27')).toBe('NightDelivered');
  });

  it('tries what may pass again, after a pause', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    newsroom.server.plan({ on: 'connect', server: 'is-unreachable', times: 2 });
    const worker = await startWorker(newsroom);
    await newsroom.clock.advance(5 * HOUR);
    await worker.stop();
    const types = (await ofNight(newsroom, '2026-11-25')).map(({ type }) => type);
    expect(types.filter((type) => type === 'NightFailed')).toHaveLength(2);
    expect(types.at(-1)).toBe('NightDelivered');
  });

  it('tries a refused login twice and no more, until the settings change', async () => {
    const newsroom = new Newsroom({ password: 'another' });
    await newsroom.setUp();
    const worker = await startWorker(newsroom);
    await newsroom.clock.advance(5 * HOUR);
    expect(newsroom.server.loginAttempts).toBe(2);
    expect(await endOf(newsroom, '2026-11-25')).toBe('NightFailed');
    await newsroom.setUp({ credential: { method: 'password', password: new Secret('another') } });
    await newsroom.clock.advance(60_000);
    await worker.stop();
    expect(await endOf(newsroom, '2026-11-25')).toBe('NightDelivered');
  });

  it('tries a refused login no more often where several workers look after it', async () => {
    const newsroom = new Newsroom({ password: 'another' });
    await newsroom.setUp();
    const workers = [await startWorker(newsroom), await startWorker(newsroom), await startWorker(newsroom)];
    await newsroom.clock.advance(5 * HOUR);
    for (const worker of workers) await worker.stop();
    expect(newsroom.server.loginAttempts).toBe(2);
  });

  it('goes on with a failed night after it was started anew', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    newsroom.server.plan({ on: 'connect', server: 'is-unreachable' });
    const first = await startWorker(newsroom);
    await newsroom.clock.advance((SLOT - 1_800) * 1_000 + 1_000);
    await first.stop();
    expect(await endOf(newsroom, '2026-11-25')).toBe('NightFailed');
    const second = await startWorker(newsroom);
    await newsroom.clock.advance(HOUR);
    await second.stop();
    expect(await endOf(newsroom, '2026-11-25')).toBe('NightDelivered');
  });

  it('gives the night of a worker that died an end, and is not held up by it', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    void newsroom.run({}, { planningSource: { collect: () => new Promise(() => undefined) } });
    await newsroom.clock.advance(1);
    // Its beats stop: the process is gone.
    const lease = { holder: 'gone', beat: 1 };
    const leases = {
      read: async () => lease,
      take: async () => undefined,
      beat: async () => true,
      release: async () => undefined,
    };
    await newsroom.clock.advance(DAY + 12 * HOUR);
    const { nights } = await newsroom.backup({ leases });
    const stop = new AbortController();
    const running = new NightWorker({ ...newsroom, leases, nights }).run(stop.signal);
    await newsroom.clock.advance(2 * DEFAULT_TIMES.leaseLength);
    stop.abort();
    await running;
    expect(await endOf(newsroom, '2026-11-25')).toBe('NightFailed');
    expect(await endOf(newsroom, '2026-11-26')).toBe('NightDelivered');
  });

  it('keeps one organisation’s trouble from the others', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const other = { ...ABENDBLATT, id: 'morgenpost' };
    newsroom.directory.set(other);
    await newsroom.setUp({ organisationId: other.id });
    newsroom.planningSource.collect = ((collect) => async (id: string) => {
      if (id === other.id) throw new TypeError('a bug in the source');
      return collect(id);
    })(newsroom.planningSource.collect.bind(newsroom.planningSource));
    const worker = await startWorker(newsroom);
    await newsroom.clock.advance(5 * HOUR);
    await worker.stop();
    expect(await endOf(newsroom, '2026-11-25')).toBe('NightDelivered');
    expect((await ofNight(newsroom, '2026-11-25', other.id)).at(-1)?.type).toBe('NightFailed');
  });

  it('tells the operator of a night that it could not even begin, and tries it again', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const worker = await startWorker(newsroom);
    const roster = newsroom.noticeRecords.roster.bind(newsroom.noticeRecords);
    newsroom.noticeRecords.roster = () => Promise.reject(new Error('the store is away'));
    await newsroom.clock.advance(5 * HOUR);
    expect(newsroom.telemetry.happenings).toContainEqual(expect.objectContaining({ name: 'worker-fault' }));
    newsroom.noticeRecords.roster = roster;
    await newsroom.clock.advance(HOUR);
    await worker.stop();
    expect(await endOf(newsroom, '2026-11-25')).toBe('NightDelivered');
  });
});
