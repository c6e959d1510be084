import { beforeEach, describe, expect, it } from 'vitest';
import type { EventLog } from '../../src/application/ports/event-log.ts';
import { EventLogUnavailable } from '../../src/application/ports/event-log.ts';
import { RecordingAttempts } from '../../src/application/recording-attempts.ts';
import { attemptsStream } from '../../src/application/stream-names.ts';
import type { AttemptEvent } from '../../src/domain/attempts/events.ts';
import { losingRaces, losingTheAnswer } from '../support/logs.ts';
import { ABENDBLATT, Newsroom } from '../support/newsroom.ts';

const ANNA = { actorId: 'anna', requestId: 'r1' };
const OPENED = { type: 'StoredPasswordOpened', secretId: 's1', purpose: 'night' } as const;
const REFUSED = { type: 'SaveRejected', command: 'PauseBackup', reason: 'StaleForm' } as const;

let newsroom: Newsroom;
beforeEach(() => {
  newsroom = new Newsroom();
});

const record = (attempt: AttemptEvent, eventLog: EventLog = newsroom.eventLog): Promise<void> =>
  new RecordingAttempts({ ...newsroom, eventLog }).record(ABENDBLATT.id, attempt, ANNA);

const recorded = async () => (await newsroom.eventLog.read(attemptsStream(ABENDBLATT.id))).events;

describe('what was tried', () => {
  it('is recorded with who and when', async () => {
    await record(OPENED);
    await record(REFUSED);
    const events = await recorded();
    expect(events).toMatchObject([
      { ...ANNA, causationId: null, occurredAt: newsroom.clock.now(), event: OPENED },
      { ...ANNA, event: REFUSED },
    ]);
    expect(events[0]?.changeId).not.toBe(events[1]?.changeId);
  });

  it('is counted instead, after twenty in an hour of UTC', async () => {
    for (let n = 1; n <= 41; n += 1) await record(REFUSED);
    const counted = (count: number) => ({ type: 'FurtherAttemptsCounted', hour: '2026-11-24T23', count });
    const events = (await recorded()).map(({ event }) => event);
    expect(events.slice(0, 20)).toEqual(Array(20).fill(REFUSED));
    expect(events.slice(20)).toEqual([counted(21), counted(40)]);
  });

  it('is recorded again in the next hour', async () => {
    for (let n = 1; n <= 22; n += 1) await record(REFUSED);
    await newsroom.clock.advance(3_600_000);
    await record(REFUSED);
    expect((await recorded()).at(-1)?.event).toEqual(REFUSED);
  });

  it('by a flood of one kind hides no other, nor another organisation’s', async () => {
    for (let n = 1; n <= 22; n += 1) await record(REFUSED);
    await record(OPENED);
    expect((await recorded()).at(-1)?.event).toEqual(OPENED);
    await new RecordingAttempts(newsroom).record('morgenpost', REFUSED, ANNA);
    expect((await newsroom.eventLog.read(attemptsStream('morgenpost'))).events).toHaveLength(1);
  });

  it('is recorded once where the answer was lost', async () => {
    await record(OPENED, losingTheAnswer(newsroom.eventLog, 'after'));
    expect(await recorded()).toHaveLength(1);
  });

  it('is recorded though others come first, but not for ever', async () => {
    const nine = losingRaces(newsroom.eventLog, 9);
    await record(OPENED, nine.eventLog);
    expect(await recorded()).toHaveLength(1);
    const ten = losingRaces(newsroom.eventLog, 10);
    const tooMany = new EventLogUnavailable('attempts-abendblatt is written to by too many at once');
    await expect(record(OPENED, ten.eventLog)).rejects.toThrow(tooMany);
    expect(ten.races()).toBe(10);
  });
});
