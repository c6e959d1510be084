import { Temporal } from 'temporal-polyfill';
import type { BackupRunEvent } from '../../src/domain/backup-run/events.ts';
import type { ConfigurationRecord } from '../../src/domain/history/history.ts';
import { type NightRecords, type NightStory, nightStory } from '../../src/domain/history/nights.ts';
import type { ConfigurationBuilder } from './configuration.ts';
import { aNight } from './night.ts';
import { aPin, claimed, failed, replaced } from './run.ts';

/** One after the other, a second apart. */
export const recordsFrom = (startsAt: string, ...events: readonly BackupRunEvent[]): NightRecords =>
  events.map((event, index) => ({
    occurredAt: Temporal.Instant.from(startsAt).add({ seconds: index }).toString(),
    event: event.type === 'FileReplaced' ? { ...event, collectedAt: startsAt, replacedAt: startsAt } : event,
  }));

const both = (outcome: typeof replaced | typeof failed, attempt: number) => [
  outcome('story-plan', attempt),
  outcome('event-plan', attempt),
];

/** What an attempt records that ends as it is called; `dies` records no end. */
export const attemptEvents = (
  outcome: 'delivered' | 'half-delivered' | 'failed' | 'paused' | 'removed' | 'dies',
  attempt = 1,
): readonly BackupRunEvent[] => {
  switch (outcome) {
    case 'delivered':
      return [...both(replaced, attempt), { type: 'NightDelivered', attempt }];
    case 'half-delivered':
      return [replaced('story-plan', attempt), failed('event-plan', attempt), { type: 'NightHalfDelivered', attempt }];
    case 'failed':
      return [...both(failed, attempt), { type: 'NightFailed', attempt }];
    case 'paused':
    case 'removed':
      return [{ type: 'NightStopped', attempt, reason: outcome }];
    case 'dies':
      return [];
  }
};

/** A night in one attempt, begun at an instant. */
export const aNightStory = (
  night: string,
  startedAt: string,
  outcome: Parameters<typeof attemptEvents>[0] | 'missed',
): NightStory => {
  const date = { night: aNight(night) };
  if (outcome === 'missed')
    return nightStory(recordsFrom(startedAt, { type: 'NightMissed', attempt: 0, ...date, ...aPin() }));
  return nightStory(recordsFrom(startedAt, claimed(date), ...attemptEvents(outcome)));
};

/**
 * A configuration as the log keeps it. Each text gives the instant of one change: the set-up first, then each that the
 * builder made.
 */
export const recordsOf = (
  { events }: Pick<ConfigurationBuilder, 'events'>,
  ...instants: readonly string[]
): readonly ConfigurationRecord[] => {
  let change = 0;
  return events.map((event, index) => {
    const occurredAt = instants[change];
    if (occurredAt === undefined) throw new Error(`the test names no instant for change ${change + 1}`);
    if (event.type === 'CoAdministratorsToBeTold') change += 1;
    return { version: index + 1, changeId: `c-${change}`, actorId: 'anna', requestId: null, occurredAt, event };
  });
};
