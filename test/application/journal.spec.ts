import { beforeEach, describe, expect, it } from 'vitest';
import { Journal, RecordRejected } from '../../src/application/journal.ts';
import { type EventLog, EventLogUnavailable } from '../../src/application/ports/event-log.ts';
import { isSameEnd } from '../../src/application/recording.ts';
import { noticeStream } from '../../src/application/stream-names.ts';
import { accepted, type Decider, rejected } from '../../src/domain/decider.ts';
import type { NoticeEvent } from '../../src/domain/notice/events.ts';
import { inFrontOf, losingRaces, losingTheAnswer } from '../support/logs.ts';
import { Newsroom } from '../support/newsroom.ts';

type Given = { readonly up: NoticeEvent['recipientId']; readonly atMost?: number };
type Full = { readonly reason: 'Full' };

/** Keeps who was given up, each once and only so many. */
const givenUp: Decider<Given, readonly string[], NoticeEvent, Full> = {
  initialState: [],
  evolve: (state, { recipientId }) => [...state, recipientId],
  decide: ({ up, atMost = 9 }, state) => {
    if (state.includes(up)) return accepted([]);
    if (state.length >= atMost) return rejected({ reason: 'Full' });
    return accepted([{ type: 'NoticeGivenUp', recipientId: up, attempts: 1 }]);
  },
};

const STREAM = noticeStream('c1');

let newsroom: Newsroom;
beforeEach(() => {
  newsroom = new Newsroom();
});

const journal = (eventLog: EventLog = newsroom.eventLog, changeId?: string) =>
  new Journal({ ...newsroom, eventLog }, givenUp, STREAM, {
    ...{ actorId: 'outbox', requestId: 'r1' },
    ...(changeId === undefined ? {} : { changeId }),
  });

describe('a journal', () => {
  it('records, and knows what was recorded', async () => {
    const written = journal();
    expect(await written.now()).toEqual({ state: [], end: 'no stream' });
    await written.record({ up: 'anna' });
    await written.record({ up: 'ben' });
    const { state, end } = await written.now();
    expect(state).toEqual(['anna', 'ben']);
    expect(end).toEqual((await newsroom.eventLog.read(STREAM)).end);
  });

  it('says who, why and when, under one change of its own or the given one', async () => {
    const own = journal();
    await own.record({ up: 'anna' });
    await newsroom.clock.advance(1_000);
    await own.record({ up: 'ben' });
    await journal(newsroom.eventLog, 'c1').record({ up: 'carla' });
    const { events } = await newsroom.eventLog.read(STREAM);
    expect(events).toMatchObject([
      { actorId: 'outbox', requestId: 'r1', causationId: null, event: { recipientId: 'anna' } },
      { changeId: events[0]?.changeId, occurredAt: newsroom.clock.now(), event: { recipientId: 'ben' } },
      { changeId: 'c1' },
    ]);
    expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(3);
  });

  it('appends nothing where nothing follows', async () => {
    const written = journal();
    await written.record({ up: 'anna' });
    const stale = { state: ['anna'], end: 'no stream' } as const;
    expect(await written.recordAt(stale, { up: 'anna' })).toBe('recorded');
    expect((await newsroom.eventLog.read(STREAM)).events).toHaveLength(1);
  });

  it('rejects with what a rule says', async () => {
    const rejection = await journal()
      .record({ up: 'anna', atMost: 0 })
      .catch((error: unknown) => error);
    expect(rejection).toBeInstanceOf(RecordRejected);
    expect(rejection).toMatchObject({ name: 'RecordRejected', message: 'Full', rejection: { reason: 'Full' } });
  });

  it('records behind what it recorded itself without reading again', async () => {
    let readings = 0;
    const read: EventLog['read'] = (stream) => {
      readings += 1;
      return newsroom.eventLog.read(stream);
    };
    const written = journal(inFrontOf(newsroom.eventLog, { read }));
    for (const up of ['anna', 'ben', 'carla']) await written.record({ up });
    expect(readings).toBe(1);
    expect((await written.now()).state).toEqual(['anna', 'ben', 'carla']);
  });

  it('reads again before it goes by what another may have recorded since', async () => {
    const written = journal();
    await written.record({ up: 'anna' });
    await journal().record({ up: 'ben' });
    await written.record({ up: 'carla', atMost: 3 });
    await journal().record({ up: 'dora' });
    const full = written.record({ up: 'emil', atMost: 4 });
    await expect(full).rejects.toMatchObject({ rejection: { reason: 'Full' } });
    expect((await written.now()).state).toEqual(['anna', 'ben', 'carla', 'dora']);
  });

  it('takes no "no", and no "nothing to record", for granted that follows from what it saw before', async () => {
    /** Whose parity decides: another's record turns a no, and nothing to record, into something. */
    const turning: typeof givenUp = {
      ...givenUp,
      decide: ({ up }, state) => {
        if (state.length === 1) return rejected({ reason: 'Full' });
        if (state.length === 3) return accepted([]);
        return accepted([{ type: 'NoticeGivenUp', recipientId: up, attempts: 1 }]);
      },
    };
    const written = new Journal(newsroom, turning, STREAM, { actorId: 'outbox', requestId: null });
    await written.record({ up: 'anna' });
    await journal().record({ up: 'ben' });
    await written.record({ up: 'carla' });
    await journal().record({ up: 'dora' });
    await written.record({ up: 'emil' });
    expect((await written.now()).state).toEqual(['anna', 'ben', 'carla', 'dora', 'emil']);
  });

  it('records at no other end than the one that was read', async () => {
    const written = journal();
    const before = await written.now();
    await written.record({ up: 'anna' });
    expect(await written.recordAt(before, { up: 'ben' })).toBe('another came first');
    expect((await written.now()).state).toEqual(['anna']);
  });

  it('reads again where another came first, and gives up after the tenth time', async () => {
    const nine = losingRaces(newsroom.eventLog, 9);
    await journal(nine.eventLog).record({ up: 'anna' });
    expect(nine.races()).toBe(10);
    const ten = losingRaces(newsroom.eventLog, 10);
    const record = journal(ten.eventLog).record({ up: 'ben' });
    await expect(record).rejects.toThrow(new EventLogUnavailable('notice-c1 is written to by too many at once'));
    expect(ten.races()).toBe(10);
  });
});

describe('an append whose answer was lost', () => {
  it('is read back: what happened is not repeated', async () => {
    await journal(losingTheAnswer(newsroom.eventLog, 'after')).record({ up: 'anna' });
    expect((await newsroom.eventLog.read(STREAM)).events).toHaveLength(1);
  });

  it('is the log’s trouble where it did not happen', async () => {
    await journal().record({ up: 'anna' });
    const record = journal(losingTheAnswer(newsroom.eventLog, 'before')).record({ up: 'ben' });
    await expect(record).rejects.toThrow('the answer was lost');
    expect((await newsroom.eventLog.read(STREAM)).events).toHaveLength(1);
  });

  it('is not looked for after a mistake of another kind', async () => {
    const append: EventLog['append'] = async (...call) => {
      await newsroom.eventLog.append(...call);
      throw new TypeError('a bug');
    };
    await expect(journal(inFrontOf(newsroom.eventLog, { append })).record({ up: 'anna' })).rejects.toThrow('a bug');
  });
});

describe('two ends', () => {
  const end = { version: 2, head: 'aa' };

  it('are the same where version and head are', () => {
    expect(isSameEnd(end, { ...end })).toBe(true);
    expect(isSameEnd('no stream', 'no stream')).toBe(true);
  });

  it.each([
    [end, { ...end, version: 3 }],
    [end, { ...end, head: 'bb' }],
    [end, 'no stream'],
    ['no stream', end],
  ] as const)('differ otherwise: %j and %j', (a, b) => {
    expect(isSameEnd(a, b)).toBe(false);
  });
});
