import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { asOf } from '../../../src/domain/history/as-of.ts';
import { endedAttempts } from '../../../src/domain/history/deliveries.ts';
import type { ConfigurationChange, ConfigurationRecord } from '../../../src/domain/history/history.ts';
import { timelineOf } from '../../../src/domain/history/timeline.ts';
import { aConfiguration } from '../../builders/configuration.ts';
import { claimed, repeated, replaced } from '../../builders/run.ts';

const aChange = (version: number, occurredAt: string): ConfigurationChange => ({
  ...{ changeId: `c-${version}`, actorId: 'anna', requestId: null, occurredAt, version, facts: [], recipientIds: [] },
});

const anAttempt = (occurredAt: string) => ({
  ...{ actorId: 'ben', requestId: 'r-1', occurredAt },
  event: { type: 'SaveRejected', command: 'PauseBackup', reason: 'StaleForm' } as const,
});

describe('a timeline', () => {
  it('has changes and attempts in the order of their instants, decimals or not', () => {
    const entries = timelineOf(
      [aChange(3, '2026-11-24T20:00:00Z'), aChange(5, '2026-11-24T20:00:00.5Z')],
      [anAttempt('2026-11-24T20:00:00.25Z'), anAttempt('2026-11-24T20:00:00.5Z'), anAttempt('2026-11-24T19:59:59Z')],
      [],
    );
    expect(entries.map(({ kind, occurredAt }) => `${kind} ${occurredAt}`)).toEqual([
      'attempt 2026-11-24T19:59:59Z',
      'change 2026-11-24T20:00:00Z',
      'attempt 2026-11-24T20:00:00.25Z',
      'change 2026-11-24T20:00:00.5Z',
      'attempt 2026-11-24T20:00:00.5Z',
    ]);
  });
});

describe('the settings as of an instant', () => {
  const events = aConfiguration().withDirectory('/other').paused().removed().events;
  /** One hour after the other; the first change has three events, the others two. */
  const hours = [1, 1, 1, 2, 2, 3, 3, 4, 4];
  const records = events.map(
    (event, index): ConfigurationRecord => ({
      ...{ version: index + 1, changeId: `c-${hours[index]}`, actorId: 'anna', requestId: null, event },
      occurredAt: `2026-11-24T0${hours[index]}:00:00Z`,
    }),
  );
  const at = (time: string) => asOf(records, Temporal.Instant.from(`2026-11-24T${time}Z`));

  it('are none before the first change', () => {
    expect(at('00:59:59.999999999')).toEqual({
      state: { status: 'not-set-up', version: 0 },
      madeBy: null,
      until: '2026-11-24T01:00:00Z',
    });
  });

  it('are those of the last change up to then, that instant included', () => {
    expect(at('01:00:00').state).toMatchObject({ status: 'active', version: 3 });
    expect(at('01:59:59').state).toMatchObject({
      version: 3,
      settings: { destination: { directory: '/backup/planung' } },
    });
    expect(at('02:00:00')).toMatchObject({
      state: { version: 5, settings: { destination: { directory: '/other' } } },
      madeBy: { changeId: 'c-2', actorId: 'anna' },
      until: '2026-11-24T03:00:00Z',
    });
    expect(at('03:30:00').state).toMatchObject({ status: 'paused', version: 7 });
    expect(at('23:00:00')).toMatchObject({ state: { status: 'removed', version: 9 }, until: null });
  });

  it('hold a record that the log has before, though its clock was ahead', () => {
    const ahead = records.map((record, index) =>
      index === 3 ? { ...record, occurredAt: '2026-11-24T09:00:00Z' } : record,
    );
    expect(asOf(ahead, Temporal.Instant.from('2026-11-24T02:30:00Z')).state.version).toBe(5);
  });
});

describe('the ended attempts of a night', () => {
  it('are listed under the settings that each worked with', () => {
    const events = [
      ...[claimed({ configurationVersion: 3 }), replaced('story-plan'), replaced('event-plan')],
      { type: 'NightDelivered', attempt: 1 } as const,
      ...[repeated(2, { configurationVersion: 5 }), { type: 'NightFailed', attempt: 2 } as const],
      repeated(3, { configurationVersion: 7 }),
    ];
    const records = events.map((event, index) => ({ occurredAt: `2026-11-24T01:00:0${index}Z`, event }));
    expect(endedAttempts(records)).toEqual([
      {
        night: '2026-11-24',
        attempt: 1,
        configurationVersion: 3,
        outcome: 'delivered',
        endedAt: '2026-11-24T01:00:03Z',
      },
      { night: '2026-11-24', attempt: 2, configurationVersion: 5, outcome: 'failed', endedAt: '2026-11-24T01:00:05Z' },
    ]);
  });
});
