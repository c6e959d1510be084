import { expect } from 'vitest';
import { type EventLog, NO_STREAM } from '../../../src/application/ports/event-log.ts';
import { backupConfigurationStream } from '../../../src/application/stream-names.ts';
import type { DomainEvent } from '../../../src/domain/domain-event.ts';
import type { ContractTest } from '../contract-test.ts';
import { all, anEvent, appendTo, type EventLogHarness, idsOf, OTHER_STREAM, STREAM, someEvents } from './harness.ts';

const RACES = 50;

export const appending = (test: ContractTest, harness: () => EventLogHarness): void => {
  const log = (): EventLog => harness().log;
  const unchanged = async (ids: readonly string[]): Promise<void> => {
    expect(idsOf((await log().read(STREAM)).events)).toEqual(ids);
    expect(idsOf(await all(log().readAll(0n)))).toEqual(ids);
  };

  test('appends on no stream, and answers with the new end', async () => {
    const outcome = await log().append(STREAM, NO_STREAM, someEvents(2));
    expect(outcome).toEqual({
      outcome: 'appended',
      end: { version: 2, head: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect((await log().read(STREAM)).end).toEqual(outcome.end);
  });

  test('appends behind the end it is told', async () => {
    const events = someEvents(5);
    const first = await appendTo(log(), STREAM, events.slice(0, 2));
    const second = await log().append(STREAM, first, events.slice(2));
    expect(second.outcome).toBe('appended');
    await unchanged(idsOf(events));
  });

  test('refuses a stale end, and says where the stream ends', async () => {
    const stale = await appendTo(log(), STREAM, [anEvent()]);
    const end = await appendTo(log(), STREAM, [anEvent()]);
    expect(await log().append(STREAM, stale, [anEvent()])).toEqual({ outcome: 'conflict', end });
    expect((await log().read(STREAM)).end).toEqual(end);
  });

  test('refuses a version that is not reached yet', async () => {
    const end = await appendTo(log(), STREAM, [anEvent()]);
    const tooHigh = { ...end, version: 2 };
    expect(await log().append(STREAM, tooHigh, [anEvent()])).toEqual({ outcome: 'conflict', end });
  });

  test('refuses the right version with a wrong head', async () => {
    const end = await appendTo(log(), STREAM, [anEvent()]);
    const otherHead = { ...end, head: 'f'.repeat(64) };
    expect(await log().append(STREAM, otherHead, [anEvent()])).toEqual({ outcome: 'conflict', end });
  });

  test('refuses no stream where there is one', async () => {
    const end = await appendTo(log(), STREAM, [anEvent()]);
    expect(await log().append(STREAM, NO_STREAM, [anEvent()])).toEqual({ outcome: 'conflict', end });
  });

  test('refuses an end where there is no stream', async () => {
    const end = await appendTo(log(), OTHER_STREAM, [anEvent()]);
    expect(await log().append(STREAM, end, [anEvent()])).toEqual({ outcome: 'conflict', end: NO_STREAM });
  });

  test('appends nothing for an empty list, but checks the expectation', async () => {
    const nothing = await log().append(STREAM, NO_STREAM, []);
    expect(nothing).toEqual({ outcome: 'appended', end: { version: 0, head: '0'.repeat(64) } });
    expect((await log().read(STREAM)).end).toBe(NO_STREAM);
    const end = await appendTo(log(), STREAM, [anEvent()]);
    expect(await log().append(STREAM, end, [])).toEqual({ outcome: 'appended', end });
    expect(await log().append(STREAM, NO_STREAM, [])).toEqual({ outcome: 'conflict', end });
  });

  test('takes the end that an empty append answered with', async () => {
    const nothing = await log().append(STREAM, NO_STREAM, []);
    expect((await log().append(STREAM, nothing.end, [anEvent()])).outcome).toBe('appended');
    expect((await log().append(STREAM, nothing.end, [anEvent()])).outcome).toBe('conflict');
  });

  test('appends none if one in the middle cannot be stored', async () => {
    const before = anEvent();
    const end = await appendTo(log(), STREAM, [before]);
    const unreadable = { type: 'StoredPasswordOpened', secretId: 's', purpose: 'fun' } as unknown as DomainEvent;
    const halfASign = anEvent(undefined, { actorId: '\ud800' });
    for (const broken of [anEvent(unreadable), halfASign])
      await expect(log().append(STREAM, end, [anEvent(), broken, anEvent()])).rejects.toThrow();
    await unchanged([before.eventId]);
  });

  test('appends none of a refused list', async () => {
    const events = someEvents(2);
    await appendTo(log(), STREAM, events);
    await log().append(STREAM, NO_STREAM, someEvents(3));
    await unchanged(idsOf(events));
  });

  test('lets one of two racing appends win', async () => {
    for (let race = 0; race < RACES; race += 1) {
      const stream = backupConfigurationStream(`race ${race}`);
      const racing = [harness().log, harness().second].map((one) => one.append(stream, NO_STREAM, [anEvent()]));
      const outcomes = (await Promise.all(racing)).map(({ outcome }) => outcome);
      expect(outcomes.sort()).toEqual(['appended', 'conflict']);
    }
  });

  test('shows an append to every other log at once', async () => {
    const event = anEvent();
    await harness().log.append(STREAM, NO_STREAM, [event]);
    expect(idsOf((await harness().second.read(STREAM)).events)).toEqual([event.eventId]);
  });
};
