import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import { BEGINNING, type EventLog, NO_STREAM } from '../../../src/application/ports/event-log.ts';
import {
  attemptsStream,
  BACKUP_CONFIGURATION_STREAMS,
  backupConfigurationStream,
  backupRunStream,
  backupRunStreamsOf,
} from '../../../src/application/stream-names.ts';
import type { Night } from '../../../src/domain/schedule/night.ts';
import { aDestination } from '../../builders/destination.ts';
import type { ContractTest } from '../contract-test.ts';
import { all, anEvent, appendTo, type EventLogHarness, idsOf, OTHER_STREAM, STREAM, someEvents } from './harness.ts';

const NIGHT = '2026-11-24' as Night;
const ODD_TEXTS = [
  '',
  ' ',
  'a\u0000b',
  '\r\n',
  '\u2028\u2029',
  '"\\/',
  '💥',
  'e\u0301é',
  'שלום',
  '\ufeff',
  '%_\'";--',
  '\uffff',
];

export const reading = (test: ContractTest, harness: () => EventLogHarness): void => {
  const log = (): EventLog => harness().log;

  test('reads an unknown stream as empty', async () => {
    expect(await log().read(STREAM)).toEqual({ events: [], end: NO_STREAM });
  });

  test('reads events in the order in which they were appended, with versions from 1', async () => {
    const events = someEvents(5);
    for (const event of events) await appendTo(log(), STREAM, [event]);
    const slice = await log().read(STREAM);
    expect(idsOf(slice.events)).toEqual(idsOf(events));
    expect(slice.events.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5]);
  });

  test('reads back what was appended, envelope and event', async () => {
    const from = aDestination();
    const to = aDestination({ protocol: 'ftp', tlsMode: 'explicit', host: '2001:db8::1', port: 2121, directory: '/ä' });
    const occurredAt = Temporal.Instant.from('2026-11-24T18:00:00.123456789Z');
    const changes = { causationId: 'cause', requestId: 'request', actorId: 'ben', occurredAt };
    const event = anEvent({ type: 'DestinationChanged', from, to }, changes);
    await appendTo(log(), STREAM, [event]);
    const [recorded] = (await log().read(STREAM)).events;
    expect(recorded).toMatchObject({ ...event, stream: STREAM, version: 1 });
    expect(recorded?.occurredAt.equals(occurredAt)).toBe(true);
  });

  test('gives the time of its own clock to each append', async () => {
    const times = ['2026-11-24T01:00:00Z', '2026-11-24T00:59:59.5Z'].map((text) => Temporal.Instant.from(text));
    for (const time of times) {
      harness().setClock(time);
      await appendTo(log(), STREAM, [anEvent()]);
    }
    const { events } = await log().read(STREAM);
    expect(events.map(({ recordedAt }) => recordedAt.toString())).toEqual(times.map(String));
  });

  test('keeps streams apart', async () => {
    const [mine, yours] = [anEvent(), anEvent()];
    await appendTo(log(), STREAM, [mine]);
    await appendTo(log(), OTHER_STREAM, [yours]);
    expect(idsOf((await log().read(STREAM)).events)).toEqual([mine.eventId]);
    expect((await log().read(OTHER_STREAM)).events[0]?.previousHash).toBe('0'.repeat(64));
  });

  test('takes organisation ids and texts of any kind', async () => {
    const event = anEvent({ type: 'CoAdministratorsToBeTold', changeId: 'c', recipientIds: ODD_TEXTS });
    for (const id of ODD_TEXTS) await appendTo(log(), backupConfigurationStream(id), [{ ...event, actorId: id }]);
    for (const id of ODD_TEXTS) {
      const { events } = await log().read(backupConfigurationStream(id));
      expect(events).toMatchObject([{ actorId: id, event: { recipientIds: ODD_TEXTS } }]);
    }
  });

  test('takes an event of a megabyte', async () => {
    const large = 'ß'.repeat(500_000);
    await appendTo(log(), STREAM, [anEvent({ type: 'StoredPasswordOpened', secretId: large, purpose: 'night' })]);
    const [recorded] = (await log().read(STREAM)).events;
    expect(recorded?.event).toMatchObject({ secretId: large });
  });

  test('reads all streams in the order of positions, which grow', async () => {
    const events = someEvents(250);
    for (const [index, event] of events.entries()) await appendTo(log(), attemptsStream(`org ${index % 7}`), [event]);
    const read = await all(log().readAll(BEGINNING));
    expect(idsOf(read)).toEqual(idsOf(events));
    const positions = read.map(({ position }) => position);
    expect(positions.every((position, index) => position > (positions[index - 1] ?? BEGINNING))).toBe(true);
  });

  test('reads on behind any position', async () => {
    await appendTo(log(), STREAM, someEvents(4));
    const read = await all(log().readAll(BEGINNING));
    for (const [index, { position }] of read.entries())
      expect(idsOf(await all(log().readAll(position)))).toEqual(idsOf(read.slice(index + 1)));
    expect(await all(log().readAll((read.at(-1)?.position ?? 0n) + 1_000n))).toEqual([]);
  });

  test('has the same positions in a stream and among all', async () => {
    await appendTo(log(), STREAM, someEvents(3));
    expect((await log().read(STREAM)).events).toEqual(await all(log().readAll(BEGINNING)));
  });

  test('reads the streams of one prefix, and of no other organisation', async () => {
    for (const id of ['a', 'a-', 'a-b', 'ab', 'A', 'ä']) await appendTo(log(), backupRunStream(id, NIGHT), [anEvent()]);
    await appendTo(log(), backupConfigurationStream('a'), [anEvent()]);
    const streams = async (prefix: string): Promise<readonly string[]> =>
      (await all(log().readAll(BEGINNING, prefix))).map(({ stream }) => stream);
    expect(await streams(backupRunStreamsOf('a'))).toEqual([backupRunStream('a', NIGHT)]);
    expect(await streams(BACKUP_CONFIGURATION_STREAMS)).toEqual([backupConfigurationStream('a')]);
    expect(await streams('backupRun-_-%')).toEqual([]);
  });

  test('reads few streams among many, in the order of positions, from any of them', async () => {
    const nights = ['2026-11-22', '2026-11-23', '2026-11-24'] as Night[];
    for (let round = 0; round < 50; round += 1) {
      await appendTo(log(), OTHER_STREAM, someEvents(10));
      for (const night of nights) await appendTo(log(), backupRunStream('a', night), [anEvent()]);
    }
    const prefix = backupRunStreamsOf('a');
    const expected = (await all(log().readAll(BEGINNING))).filter(({ stream }) => stream.startsWith(prefix));
    expect(expected).toHaveLength(150);
    for (const skipped of [0, 1, 70, 149, 150]) {
      const from = expected[skipped - 1]?.position ?? BEGINNING;
      expect(idsOf(await all(log().readAll(from, prefix)))).toEqual(idsOf(expected.slice(skipped)));
    }
  });

  test('ends a reading of all where the log ended when it began', async () => {
    const first = anEvent();
    await appendTo(log(), STREAM, [first]);
    const read: string[] = [];
    for await (const { eventId } of log().readAll(BEGINNING)) {
      read.push(eventId);
      if (read.length < 5) await appendTo(log(), STREAM, [anEvent()]);
    }
    expect(read).toEqual([first.eventId]);
  });
};
