import { beforeEach, describe, expect, it } from 'vitest';
import { InMemoryNoticeRecords } from '../../../src/adapters/driven/in-memory/notice-records.ts';
import { EventLogUnavailable } from '../../../src/application/ports/event-log.ts';
import { DirectoryUnavailable } from '../../../src/application/ports/organisation-directory.ts';
import { RecordingHealth } from '../../../src/application/recording-health/recording-health.ts';
import { backupHealthStream } from '../../../src/application/stream-names.ts';
import { inFrontOf } from '../../support/logs.ts';
import { ABENDBLATT, Newsroom } from '../../support/newsroom.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let newsroom: Newsroom;
beforeEach(async () => {
  newsroom = new Newsroom();
  await newsroom.setUp();
});

const told = async (): Promise<readonly string[]> => {
  const { events } = await newsroom.eventLog.read(backupHealthStream(ABENDBLATT.id));
  return events.map(({ event }) => event.type);
};

/** By hand, and so nothing that anybody tries again. */
const nightFails = async (): Promise<void> => {
  newsroom.server.plan({ on: 'connect', server: 'refuses' });
  expect(await newsroom.run()).toMatchObject({ state: { outcome: 'failed' } });
};

const look = () => newsroom.health.look(ABENDBLATT.id);

describe('what a night means for the state across nights', () => {
  it('is recorded with it, with whom to tell and what lies at the server', async () => {
    await newsroom.run();
    expect(await told()).toEqual([]);
    await newsroom.clock.advance(DAY);
    await nightFails();
    const { events } = await newsroom.eventLog.read(backupHealthStream(ABENDBLATT.id));
    const failures = ['story-plan', 'event-plan'].map((file) => ({
      ...{ file, failure: { step: 'reach', code: 'connection-refused' } },
    }));
    expect(events.map(({ event, actorId }) => [event, actorId])).toEqual([
      [
        {
          ...{ type: 'BackupFailing', night: '2026-11-26', since: '2026-11-26' },
          trouble: { kind: 'failed', failures },
          files: [
            expect.objectContaining({ file: 'story-plan', name: 'Themenplanung.xlsx', night: '2026-11-25' }),
            expect.objectContaining({ file: 'event-plan', name: 'Terminplanung.xlsx', night: '2026-11-25' }),
          ],
        },
        'worker',
      ],
      [{ type: 'AdministratorsToBeTold', changeId: events[0]?.changeId, recipientIds: ['anna', 'ben'] }, 'worker'],
    ]);
    expect(await newsroom.noticeRecords.read(events[0]?.changeId ?? '')).toMatchObject({
      organisationName: 'Abendblatt',
      recipients: [{ email: 'anna@abendblatt.example' }, { email: 'ben@abendblatt.example' }],
    });
  });

  it('is part of the result, for the mails that it owes', async () => {
    newsroom.server.plan({ on: 'connect', server: 'refuses' });
    const first = await newsroom.run();
    expect(first).toMatchObject({ health: { recipientIds: ['anna', 'ben'] } });
    expect(await newsroom.run()).toMatchObject({ health: { recipientIds: ['anna', 'ben'] } });
    expect(await newsroom.run()).toMatchObject({ health: null });
    expect(await told()).toEqual([
      ...['BackupFailing', 'AdministratorsToBeTold'],
      ...['BackupRecovered', 'AdministratorsToBeTold'],
    ]);
  });

  it('is signed', async () => {
    await nightFails();
    const { signing } = await newsroom.backup();
    expect(await signing.check(ABENDBLATT.id)).toMatchObject({ isBehind: false });
  });

  it('can be read', async () => {
    const { history } = await newsroom.backup();
    expect(await history.health(ABENDBLATT.id)).toMatchObject({ status: 'healthy' });
    await nightFails();
    expect(await history.health(ABENDBLATT.id)).toMatchObject({ status: 'failing', since: '2026-11-25' });
  });
});

describe('a night that is still tried', () => {
  it('is told only when it is over', async () => {
    newsroom.server.plan({ on: 'connect', server: 'refuses' });
    await newsroom.run({ reason: 'scheduled' });
    expect(await told()).toEqual([]);
    await newsroom.clock.advance(DAY);
    expect(await look()).toMatchObject({ recorded: { recipientIds: ['anna', 'ben'] } });
    expect(await told()).toEqual(['BackupFailing', 'AdministratorsToBeTold']);
  });

  it('keeps an older one waiting, so that both are told in one mail', async () => {
    newsroom.server.plan({ on: 'connect', server: 'refuses', times: 2 });
    await newsroom.run({ reason: 'scheduled' });
    await newsroom.clock.advance(DAY);
    expect(await newsroom.run({ reason: 'scheduled' })).toMatchObject({ state: { outcome: 'failed' }, health: null });
    await newsroom.run();
    expect(await told()).toEqual(['BackupFailing', 'BackupRecovered', 'AdministratorsToBeTold']);
  });

  it('is over with a pause', async () => {
    newsroom.server.plan({ on: 'connect', server: 'refuses' });
    await newsroom.run({ reason: 'scheduled' });
    const { configuring } = await newsroom.backup();
    const by = { organisationId: ABENDBLATT.id, actorId: 'anna', requestId: null, expectedVersion: null };
    await configuring.pause(by);
    expect(await look()).toMatchObject({ recorded: {}, lookAgainAt: undefined });
    await configuring.remove(by);
    expect(await look()).toEqual({ recorded: null, lookAgainAt: undefined });
  });
});

describe('a reminder', () => {
  it('falls due at six in the morning, three and seven days after', async () => {
    await nightFails();
    expect((await look()).lookAgainAt?.toString()).toBe('2026-11-28T05:00:00Z');
    await newsroom.clock.advance(3 * DAY + 5 * HOUR);
    expect(await look()).toMatchObject({ recorded: null });
    await newsroom.clock.advance(HOUR);
    expect((await look()).lookAgainAt?.toString()).toBe('2026-12-02T05:00:00Z');
    await newsroom.clock.advance(4 * DAY);
    expect(await look()).toMatchObject({ recorded: {}, lookAgainAt: undefined });
    await newsroom.clock.advance(40 * DAY);
    expect(await look()).toEqual({ recorded: null, lookAgainAt: undefined });
    expect((await told()).filter((type) => type === 'BackupFailureReminded')).toHaveLength(2);
  });
});

describe('a failure of what it is recorded with', () => {
  it('leaves the night as it is, and is made up for by the next look', async () => {
    newsroom.server.plan({ on: 'connect', server: 'refuses' });
    const eventLog = inFrontOf(newsroom.eventLog, {
      append: async (stream, expected, events) => {
        if (stream === backupHealthStream(ABENDBLATT.id)) throw new EventLogUnavailable('the log is away');
        return newsroom.eventLog.append(stream, expected, events);
      },
    });
    expect(await newsroom.run({}, { eventLog })).toMatchObject({ outcome: 'ended', health: null });
    expect(newsroom.telemetry.happenings).toContainEqual(
      expect.objectContaining({ name: 'health-unrecorded', organisationId: ABENDBLATT.id }),
    );
    await look();
    expect(await told()).toEqual(['BackupFailing', 'AdministratorsToBeTold']);
  });

  const away = {
    organisation: async () => {
      throw new DirectoryUnavailable('the directory is away');
    },
  };
  const signing = { keep: async () => undefined };

  it('is told to whoever was known last, where the directory cannot be read', async () => {
    newsroom.server.plan({ on: 'connect', server: 'refuses' });
    await newsroom.run({ reason: 'scheduled' });
    await newsroom.clock.advance(5 * DAY);
    const { recorded } = await new RecordingHealth({ ...newsroom, signing, directory: away }).look(ABENDBLATT.id);
    expect(recorded?.recipientIds).toEqual(['anna', 'ben']);
    expect(await told()).toEqual(['BackupFailing', 'AdministratorsToBeTold']);
    expect(await newsroom.noticeRecords.read(recorded?.changeId ?? '')).toMatchObject({
      organisationName: 'Abendblatt',
      recipients: [{ email: 'anna@abendblatt.example' }, { email: 'ben@abendblatt.example' }],
    });
  });

  it('waits for the directory, where nobody is known', async () => {
    newsroom.server.plan({ on: 'connect', server: 'refuses' });
    await newsroom.run({ reason: 'scheduled' });
    await newsroom.clock.advance(DAY);
    const noticeRecords = new InMemoryNoticeRecords();
    const blind = new RecordingHealth({ ...newsroom, signing, directory: away, noticeRecords });
    await expect(blind.look(ABENDBLATT.id)).rejects.toThrow('the directory is away');
    expect(await told()).toEqual([]);
    await look();
    expect(await told()).toEqual(['BackupFailing', 'AdministratorsToBeTold']);
  });

  it('is told to whoever was known within 48 hours, where the directory names the organisation no longer', async () => {
    newsroom.server.plan({ on: 'connect', server: 'refuses' });
    await newsroom.run({ reason: 'scheduled' });
    newsroom.directory.remove(ABENDBLATT.id);
    await newsroom.clock.advance(DAY);
    expect(await look()).toMatchObject({ recorded: { recipientIds: ['anna', 'ben'] } });
  });

  it('is no failure, where nobody has known the organisation for longer: nobody is told', async () => {
    newsroom.server.plan({ on: 'connect', server: 'refuses' });
    await newsroom.run({ reason: 'scheduled' });
    newsroom.directory.remove(ABENDBLATT.id);
    await newsroom.clock.advance(3 * DAY);
    expect(await look()).toMatchObject({ recorded: { recipientIds: [] } });
  });
});

describe('two who look at once', () => {
  it('record one fact, and leave one record of names', async () => {
    newsroom.server.plan({ on: 'connect', server: 'refuses' });
    await newsroom.run({ reason: 'scheduled' });
    await newsroom.clock.advance(DAY);
    const before = await recordIds();
    const looks = await Promise.all([look(), look(), look()]);
    expect(looks.filter(({ recorded }) => recorded !== null)).toHaveLength(1);
    expect(await told()).toEqual(['BackupFailing', 'AdministratorsToBeTold']);
    expect(await recordIds()).toHaveLength(before.length + 1);
  });

  const recordIds = async (): Promise<readonly string[]> => {
    const ids: string[] = [];
    for await (const id of newsroom.noticeRecords.changeIds()) ids.push(id);
    return ids;
  };

  it('give up where the log never lets them', async () => {
    newsroom.server.plan({ on: 'connect', server: 'refuses' });
    await newsroom.run({ reason: 'scheduled' });
    await newsroom.clock.advance(DAY);
    const eventLog = inFrontOf(newsroom.eventLog, {
      append: async () => ({ outcome: 'conflict', end: 'no stream' }) as const,
    });
    const signing = { keep: async () => undefined };
    const busy = new RecordingHealth({ ...newsroom, eventLog, signing });
    await expect(busy.look(ABENDBLATT.id)).rejects.toThrow('too many at once');
  });
});

describe('a backup that never was', () => {
  it('has no health', async () => {
    expect(await newsroom.health.look('nobody')).toEqual({ recorded: null, lookAgainAt: undefined });
  });
});
