import { Temporal } from 'temporal-polyfill';
import type { PlanKind } from '../backup-run/events.ts';
import { type Destination, isSameDestination } from '../destination/destination.ts';
import { type NightRecords, nightStory } from '../history/nights.ts';
import type { FileInPlace } from './events.ts';

const KINDS: readonly PlanKind[] = ['story-plan', 'event-plan'];

/** The last file of each kind that was put in place at a destination, by the record, the story plan first. */
export const filesInPlace = (nights: readonly NightRecords[], destination: Destination): readonly FileInPlace[] => {
  const replaced = nights.flatMap((records) => {
    const { night } = nightStory(records);
    let at: Destination | undefined;
    return records.flatMap(({ event }) => {
      if ('destination' in event) at = event.destination;
      if (event.type !== 'FileReplaced' || at === undefined || !isSameDestination(at, destination)) return [];
      const { file, name, collectedAt, replacedAt } = event;
      return [{ file, name, night, collectedAt, replacedAt, mayBeBroken: false }];
    });
  });
  return KINDS.flatMap((kind) => {
    const latest = replaced
      .filter(({ file }) => file === kind)
      .sort((a, b) => Temporal.Instant.compare(a.replacedAt, b.replacedAt));
    return latest.slice(-1);
  });
};
