import { beforeEach, describe, expect, it } from 'vitest';
import { noticeStream } from '../../../src/application/stream-names.ts';
import type { NoticeEvent } from '../../../src/domain/notice/events.ts';
import { ABENDBLATT, aSaveRequest, Newsroom } from '../../support/newsroom.ts';

let newsroom: Newsroom;
beforeEach(() => {
  newsroom = new Newsroom();
});

const history = async () => (await newsroom.backup()).history;

/** What the outbox records of one change. */
const noticed = async (changeId: string, event: NoticeEvent): Promise<void> => {
  const stream = noticeStream(changeId);
  const by = { changeId, causationId: null, requestId: null, actorId: 'outbox' };
  const envelope = { ...by, eventId: newsroom.ids.newId(), occurredAt: newsroom.clock.now(), event };
  await newsroom.eventLog.append(stream, (await newsroom.eventLog.read(stream)).end, [envelope]);
};

const claimed = (recipientId: string, attempt = 1): NoticeEvent => ({
  ...{ type: 'NoticeClaimed', recipientId, attempt },
  workerId: 'w1',
});

describe('what is replayed of a configuration', () => {
  it('is where it stands now, and at which end', async () => {
    expect(await (await history()).configuration(ABENDBLATT.id)).toMatchObject({
      state: { status: 'not-set-up' },
      end: 'no stream',
    });
    await newsroom.setUp();
    const { state, end } = await (await history()).configuration(ABENDBLATT.id);
    expect(state).toMatchObject({ status: 'active', version: 3 });
    expect(end).toMatchObject({ version: 3, head: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('is each change, with who and when, what, and who was to be told', async () => {
    expect(await (await history()).changes(ABENDBLATT.id)).toEqual([]);
    await newsroom.setUp();
    const setUpAt = newsroom.clock.now().toString();
    await newsroom.clock.advance(60_000);
    await (await newsroom.backup()).configuring.pause(aSaveRequest({ actorId: 'ben', requestId: null }));
    const changes = await (await history()).changes(ABENDBLATT.id);
    expect(changes).toMatchObject([
      {
        ...{ actorId: 'anna', requestId: 'request-1', occurredAt: setUpAt, version: 3, recipientIds: ['ben'] },
        facts: [{ type: 'BackupSetUp' }, { type: 'FileNamesFixed' }],
        notices: [{ recipientId: 'ben', status: 'waiting' }],
      },
      {
        ...{ actorId: 'ben', requestId: null, occurredAt: newsroom.clock.now().toString(), version: 5 },
        facts: [{ type: 'BackupPaused' }],
        notices: [{ recipientId: 'anna', status: 'waiting' }],
      },
    ]);
  });
});

describe('what is replayed of a mail', () => {
  const outcomes = async () => (await (await history()).changes(ABENDBLATT.id))[0]?.notices;

  it.each([
    ['sent', (recipientId: string): NoticeEvent => ({ type: 'NoticeSent', recipientId, attempt: 2, addresses: 1 })],
    ['given-up', (recipientId: string): NoticeEvent => ({ type: 'NoticeGivenUp', recipientId, attempts: 1 })],
  ] as const)('is that it waits, until it is %s, and when that was', async (status, end) => {
    await newsroom.setUp();
    const changeId = (await (await history()).changes(ABENDBLATT.id))[0]?.changeId ?? '';
    const waiting = [{ recipientId: 'ben', status: 'waiting' }];
    expect(await outcomes()).toEqual(waiting);
    await noticed(changeId, claimed('ben'));
    expect(await outcomes()).toEqual(waiting);
    await noticed(changeId, { type: 'NoticeFailed', recipientId: 'ben', attempt: 1, code: 'mail-refused' });
    expect(await outcomes()).toEqual(waiting);
    if (status === 'sent') await noticed(changeId, claimed('ben', 2));
    await newsroom.clock.advance(60_000);
    await noticed(changeId, end('ben'));
    expect(await outcomes()).toEqual([{ recipientId: 'ben', status, at: newsroom.clock.now().toString() }]);
  });

  it('is nothing where there was nobody to tell', async () => {
    newsroom.directory.set({ ...ABENDBLATT, administrators: ABENDBLATT.administrators.slice(0, 1) });
    await newsroom.setUp();
    expect(await outcomes()).toEqual([]);
  });
});

describe('what is replayed of nights', () => {
  it('is each that was ever claimed, in the order of the claims, and of this organisation only', async () => {
    const other = { ...ABENDBLATT, id: 'abendblatt-2' };
    newsroom.directory.set(other);
    await newsroom.setUp();
    await newsroom.setUp({ organisationId: other.id });
    expect(await (await history()).nights(ABENDBLATT.id)).toEqual([]);
    await newsroom.run({ organisationId: other.id });
    await newsroom.run();
    await newsroom.run({ night: '2026-11-24', older: true });
    const startedAt = newsroom.clock.now().toString();
    expect(await (await history()).nights(ABENDBLATT.id)).toMatchObject([
      { night: '2026-11-25', state: { outcome: 'delivered' }, startedAt, lastRecordedAt: startedAt },
      { night: '2026-11-24', state: { outcome: 'delivered' } },
    ]);
  });
});

describe('the organisations', () => {
  it('are all that ever had a backup, each once, in the order of their first set-up', async () => {
    expect(await (await history()).organisationIds()).toEqual([]);
    newsroom.directory.set({ ...ABENDBLATT, id: 'Morgen-Post' });
    await newsroom.setUp({ organisationId: 'Morgen-Post' });
    await newsroom.setUp();
    const { configuring } = await newsroom.backup();
    await configuring.remove(aSaveRequest({ organisationId: 'Morgen-Post' }));
    expect(await (await history()).organisationIds()).toEqual(['Morgen-Post', ABENDBLATT.id]);
  });
});
