import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EventStoreEventLog } from '../../../../src/adapters/driven/eventstoredb/event-log.ts';
import { EventStoreStoredHistory } from '../../../../src/adapters/driven/eventstoredb/stored-history.ts';
import { InMemoryEventLog } from '../../../../src/adapters/driven/in-memory/event-log.ts';
import { AlteredHistory } from '../../../../src/application/ports/event-log.ts';
import type { StoredEnvelope } from '../../../../src/application/ports/stored-history.ts';
import { backupRunStream, backupRunStreamsOf } from '../../../../src/application/stream-names.ts';
import { aNight } from '../../../builders/night.ts';
import { anEvent, appendTo, someEvents } from '../../../contracts/event-log/harness.ts';
import { servers } from './cluster.ts';

const STREAM = backupRunStream('abendblatt', aNight('2026-11-24'));

describe('a stream that is brought in from another log', () => {
  let stored: readonly StoredEnvelope[];
  let log: EventStoreEventLog;
  let history: EventStoreStoredHistory;
  let close: () => Promise<void>;

  beforeEach(async () => {
    const elsewhere = new InMemoryEventLog({ now: () => Temporal.Instant.from('2025-01-01T00:00:00.123456789Z') });
    await appendTo(elsewhere, STREAM, someEvents(5));
    await appendTo(elsewhere, STREAM, [
      anEvent({ type: 'StoredPasswordOpened', secretId: 'x'.repeat(300_000), purpose: 'night' }),
      ...someEvents(300),
    ]);
    stored = elsewhere.stored;
    const begun = servers();
    close = begun.close;
    const store = (await begun.begin())();
    log = new EventStoreEventLog(store, { now: () => Temporal.Instant.from('2026-11-24T01:00:00Z') });
    history = new EventStoreStoredHistory(store);
  });
  afterEach(() => close());

  const here = async (): Promise<readonly StoredEnvelope[]> => {
    const found: StoredEnvelope[] = [];
    for await (const event of history.read(backupRunStreamsOf('abendblatt'))) found.push(event);
    return found;
  };

  it('is the same, field by field, and goes on', async () => {
    await log.bringIn(STREAM, stored);
    expect(await here()).toEqual(stored);
    expect(await appendTo(log, STREAM, [anEvent()])).toMatchObject({ version: 307 });
  });

  it('is gone on with where it was cut, and brought in once however often it is tried', async () => {
    for (const cutBehind of [1, 6, 200, 306, 306]) await log.bringIn(STREAM, stored.slice(0, cutBehind));
    expect(await here()).toEqual(stored);
  });

  it('is refused if it does not follow, or another lies here', async () => {
    const altered = stored.map((event) => (event.version === 3 ? { ...event, actorId: 'mallory' } : event));
    await expect(log.bringIn(STREAM, altered)).rejects.toBeInstanceOf(AlteredHistory);
    expect(await here()).toEqual([]);
    await appendTo(log, STREAM, [anEvent()]);
    await expect(log.bringIn(STREAM, stored)).rejects.toBeInstanceOf(AlteredHistory);
    expect(await here()).toHaveLength(1);
  });
});
