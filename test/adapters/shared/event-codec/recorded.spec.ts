import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { chain, recorded, STREAM_START, type StoredEvent } from '../../../../src/adapters/shared/event-codec/chain.ts';
import { UnknownEventType } from '../../../../src/application/ports/event-log.ts';
import { backupConfigurationStream } from '../../../../src/application/stream-names.ts';

const ids = { eventId: 'e', changeId: 'c', causationId: null, requestId: null, actorId: 'anna' };

const rowOf = (occurredAt: string, recordedAt: string): StoredEvent => {
  const toAppend = { ...ids, occurredAt: Temporal.Instant.from(occurredAt), event: { type: 'BackupPaused' } as const };
  const stream = backupConfigurationStream('abendblatt');
  return chain(stream, STREAM_START, [toAppend], Temporal.Instant.from(recordedAt))[0] as StoredEvent;
};

describe('recorded', () => {
  it.each([
    ['2026-11-24T20:00:00Z', '2026-11-24T20:00:00.123Z'],
    ['2026-11-24T20:00:00.123456789Z', '-000001-01-01T00:00:00Z'],
    ['+012026-11-24T20:00:00.1Z', '1969-12-31T23:59:59.999999999Z'],
  ])('gives back the instants that were stored, also from a copy: %s, %s', (occurredAt, recordedAt) => {
    const event = recorded(rowOf(occurredAt, recordedAt), 1n);
    for (const one of [event, { ...event }])
      expect([one.occurredAt.toString(), one.recordedAt.toString()]).toEqual([occurredAt, recordedAt]);
  });

  it.each(['occurredAt', 'recordedAt'] as const)('refuses an event whose %s is no instant', (field) => {
    const row = rowOf('2026-11-24T20:00:00Z', '2026-11-24T20:00:00Z');
    for (const text of ['', 'today', '2026-11-24', '2026-11-24T20:00:00+01:00', '2026-11-24T20:00:00Z\n'])
      expect(() => recorded({ ...row, [field]: text }, 1n)).toThrow(UnknownEventType);
  });
});
