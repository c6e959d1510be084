import { Temporal } from 'temporal-polyfill';
import type { Replacement } from '../backup-configuration/settings.ts';
import type { FileReplaced, PlanKind } from '../backup-run/events.ts';
import type { FileOutcome } from '../backup-run/state.ts';
import { type Destination, isSameDestination } from '../destination/destination.ts';
import { impossible } from '../impossible.ts';
import type { Night } from '../schedule/night.ts';
import type { NightStory } from './nights.ts';

/** What was put in place at a destination last, by the record: nobody looks at the server. */
export interface FileThere {
  readonly kind: PlanKind;
  readonly name: string;
  readonly night: Night;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
  /** What it is as of. Instant, ISO 8601 in UTC. */
  readonly collectedAt: string;
  readonly replacedAt: string;
  /** A later attempt broke off while it replaced the file in more than one step: it may be missing, or half of one. */
  readonly mayBeBroken: boolean;
}

/** The way of replacing under a version of the configuration; undefined where that is not asked for. */
export type ReplacementAt = (configurationVersion: number) => Replacement | undefined;

/** The last file of each kind that was put in place at a destination, the story plan first. */
export const filesThere = (
  nights: readonly NightStory[],
  destination: Destination,
  replacementAt: ReplacementAt = () => undefined,
): readonly FileThere[] => {
  const attempts = nights
    .flatMap(({ night, attempts }) => attempts.map((attempt) => ({ night, ...attempt })))
    .filter((attempt) => isSameDestination(attempt.destination, destination))
    .map((attempt) => ({ ...attempt, from: Temporal.Instant.from(attempt.startedAt) }))
    .sort((a, b) => Temporal.Instant.compare(a.from, b.from));
  return (['story-plan', 'event-plan'] as const).flatMap((kind) => {
    let there: FileThere | undefined;
    for (const { night, configurationVersion, files } of attempts) {
      const outcome = files.find(({ file }) => file === kind);
      if (outcome?.type === 'FileReplaced') there = fileThere(outcome, night);
      else if (
        there !== undefined &&
        outcome !== undefined &&
        mayHaveBroken(outcome, replacementAt(configurationVersion))
      )
        there = { ...there, mayBeBroken: true };
    }
    return there === undefined ? [] : [there];
  });
};

const fileThere = (
  { file, name, rows, bytes, sha256, collectedAt, replacedAt }: FileReplaced,
  night: Night,
): FileThere => ({ kind: file, name, night, rows, bytes, sha256, collectedAt, replacedAt, mayBeBroken: false });

const mayHaveBroken = (outcome: FileOutcome, replacement: Replacement | undefined): boolean => {
  if (outcome.type === 'FileReplaced' || outcome.failure.code === 'other-file-failed') return false;
  const { step, code } = outcome.failure;
  switch (replacement) {
    case undefined:
    case 'atomic':
      return false;
    case 'delete-then-rename':
      return step === 'replace' && code !== 'remove-refused';
    case 'overwrite':
      // Written in place: there is no upload but that one.
      return step === 'upload' || step === 'size';
    default:
      return impossible(replacement satisfies never);
  }
};
