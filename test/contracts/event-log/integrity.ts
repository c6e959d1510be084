import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { hashOf, type StoredEvent } from '../../../src/adapters/shared/event-codec/chain.ts';
import {
  AlteredHistory,
  BEGINNING,
  type EventLog,
  type RecordedEvent,
  UnknownEventType,
} from '../../../src/application/ports/event-log.ts';
import { attemptsStream } from '../../../src/application/stream-names.ts';
import type { ContractTest } from '../contract-test.ts';
import { all, anEvent, appendTo, type EventLogHarness, OTHER_STREAM, STREAM, someEvents } from './harness.ts';

type Edit = (stored: readonly StoredEvent[]) => readonly StoredEvent[];

/** Another value of each field, of the form that the field has. */
const ALTERATIONS: { readonly [Field in Exclude<keyof StoredEvent, 'version'>]: StoredEvent[Field] } = {
  stream: attemptsStream('elsewhere'),
  eventId: 'event-0',
  changeId: 'change-0',
  causationId: '',
  requestId: 'request-0',
  actorId: 'mallory',
  type: 'attempts.save-rejected.v1',
  occurredAt: '2026-11-24T18:00:00.000000001Z',
  recordedAt: '2026-11-24T18:00:01Z',
  previousHash: 'f'.repeat(64),
  payload: '{"data":{"purpose":"night","secretId":"s-2"},"metadata":{}}',
  hash: 'f'.repeat(64),
};

const at =
  (version: number, change: Partial<StoredEvent>): Edit =>
  (stored) =>
    stored.map((event) => (event.version === version ? { ...event, ...change } : event));

/** As somebody would who knows the format, and mends the event's own hash. */
const rehashedAt =
  (version: number, change: Partial<StoredEvent>): Edit =>
  (stored) =>
    stored.map((event) => {
      if (event.version !== version) return event;
      const changed = { ...event, ...change };
      return { ...changed, hash: hashOf(changed) };
    });

export const integrity = (test: ContractTest, harness: () => EventLogHarness): void => {
  const log = (): EventLog => harness().log;

  /** Of three events; found on both ways of reading, and said to be at this place. */
  const found = async (edit: Edit, place: string, stream = STREAM): Promise<void> => {
    const altered = await harness().altered(edit);
    for (const reading of [altered.read(stream), all(altered.readAll(BEGINNING))]) {
      const error: unknown = await reading.then(() => undefined).catch((cause: unknown) => cause);
      expect(error).toBeInstanceOf(AlteredHistory);
      expect((error as Error).message).toContain(`stream ${stream}, version ${place}`);
    }
  };

  test('chains each event to the one before, over the documented bytes', async () => {
    const ids = { causationId: 'cause', requestId: null, changeId: 'Ä💥' };
    await appendTo(log(), STREAM, [anEvent(undefined, ids), anEvent(undefined, ids)]);
    let previousHash = '0'.repeat(64);
    for (const event of (await log().read(STREAM)).events) {
      expect(event.previousHash).toBe(previousHash);
      expect(event.hash).toBe(hashByHand(event, previousHash));
      previousHash = event.hash;
    }
  });

  test('ends with the hash of the last event', async () => {
    const end = await appendTo(log(), STREAM, someEvents(3));
    expect((await log().read(STREAM)).events.at(-1)).toMatchObject({ version: end.version, hash: end.head });
  });

  test('finds each altered field, at its event', async () => {
    await appendTo(log(), STREAM, someEvents(3));
    for (const [field, value] of Object.entries(ALTERATIONS)) {
      if (field !== 'stream') await found(at(2, { [field]: value }), '2');
    }
    await found(at(2, { stream: ALTERATIONS.stream }), '2', attemptsStream('elsewhere'));
    await found(at(3, { version: 4 }), '4');
  });

  test('finds an altered event whose own hash was mended, at the event behind it', async () => {
    await appendTo(log(), STREAM, someEvents(3));
    await found(rehashedAt(2, { actorId: 'mallory' }), '3');
  });

  test('finds a dropped event, at the event behind it', async () => {
    await appendTo(log(), STREAM, someEvents(3));
    await found((stored) => stored.filter(({ version }) => version !== 1), '2');
    await found((stored) => stored.filter(({ version }) => version !== 2), '3');
  });

  test('finds an inserted event', async () => {
    await appendTo(log(), STREAM, someEvents(3));
    const insert: Edit = ([first, second, third]) =>
      first === undefined || second === undefined || third === undefined
        ? []
        : [first, ...rehashedAt(1, { version: 2, previousHash: first.hash })([first]), { ...second, version: 3 }];
    await found(insert, '3');
  });

  test('finds two events that changed places', async () => {
    await appendTo(log(), STREAM, someEvents(3));
    const swap: Edit = ([first, second, third]) =>
      first === undefined || second === undefined || third === undefined
        ? []
        : [first, { ...third, version: 2 }, { ...second, version: 3 }];
    await found(swap, '2');
  });

  test('reads the streams that nobody touched', async () => {
    await appendTo(log(), STREAM, someEvents(2));
    await appendTo(log(), OTHER_STREAM, [anEvent()]);
    const altered = await harness().altered((stored) =>
      stored.map((event) => (event.stream === STREAM ? { ...event, actorId: 'mallory' } : event)),
    );
    expect((await altered.read(OTHER_STREAM)).events).toHaveLength(1);
  });

  test('names stream and version of an event that today cannot read', async () => {
    await appendTo(log(), STREAM, someEvents(3));
    const unreadable: readonly Partial<StoredEvent>[] = [
      { type: 'attempts.save-rejected.v2' },
      { type: 'attempts.password-guessed.v1' },
      { payload: '{"data":{"purpose":"hidden word","secretId":"s-1"},"metadata":{}}' },
      { payload: '{"data":{"extra":"hidden word","purpose":"night","secretId":"s-1"},"metadata":{}}' },
      { payload: '{"metadata":{}}' },
      { payload: 'no JSON' },
    ];
    for (const change of unreadable) {
      const altered = await harness().altered(rehashedAt(3, change));
      for (const reading of [altered.read(STREAM), all(altered.readAll(BEGINNING))]) {
        const error: unknown = await reading.then(() => undefined).catch((cause: unknown) => cause);
        expect(error).toBeInstanceOf(UnknownEventType);
        expect((error as Error).message).toContain(`stream ${STREAM}, version 3`);
        expect((error as Error).message).not.toContain('hidden word');
      }
    }
  });
};

/** The format as it is documented, written a second time: of a StoredPasswordOpened, by hand. */
const hashByHand = (event: RecordedEvent, previousHash: string): string => {
  const texts = [
    'planning-backup/event/v1',
    event.stream,
    event.eventId,
    event.changeId,
    event.causationId,
    event.requestId,
    event.actorId,
    'attempts.stored-password-opened.v1',
    `${event.version}`,
    `${event.occurredAt}`,
    `${event.recordedAt}`,
    previousHash,
    '{"data":{"purpose":"night","secretId":"s-1"},"metadata":{}}',
  ];
  const hash = createHash('sha256');
  for (const text of texts) {
    const hex = text === null ? 'f'.repeat(16) : Buffer.byteLength(text, 'utf8').toString(16).padStart(16, '0');
    hash.update(hex, 'hex').update(text ?? '', 'utf8');
  }
  return hash.digest('hex');
};
