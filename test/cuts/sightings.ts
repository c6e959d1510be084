import type { Replacement } from '../../src/domain/backup-configuration/settings.ts';
import type { PlanKind } from '../../src/domain/backup-run/events.ts';
import { impossible } from '../../src/domain/impossible.ts';
import type { Content } from './content.ts';

/** What a name showed: what was there at first, one of the new files, nothing, a new one's beginning, or else. */
export type Sight = 'old' | 'new' | 'absent' | 'beginning' | 'torn';

export interface Watch {
  readonly files: readonly { readonly kind: PlanKind; readonly path: string; readonly next: readonly Content[] }[];
}

/** How often each was seen. */
export interface Sightings {
  readonly counts: Readonly<Record<Sight, number>>;
  /** How often a name showed an older file than just before. */
  readonly backwards: number;
}

/** What may be seen under a name, by the way in which the administrator had files replaced. */
const lawfulSights = (replacement: Replacement): readonly Sight[] => {
  switch (replacement) {
    case 'atomic':
      return ['old', 'new'];
    case 'delete-then-rename':
      return ['old', 'new', 'absent'];
    case 'overwrite':
      return ['old', 'new', 'beginning'];
    default:
      return impossible(replacement satisfies never);
  }
};

/** What was seen against the law, in words; empty if all was lawful. */
export const offences = ({ counts, backwards }: Sightings, replacement: Replacement): readonly string[] => {
  const lawful = lawfulSights(replacement);
  const seen = Object.entries(counts) as [Sight, number][];
  return [
    ...seen
      .filter(([sight, count]) => count > 0 && !lawful.includes(sight))
      .map(([sight, count]) => `${count} ${sight}`),
    ...(backwards > 0 ? [`${backwards} times an older file after a newer one`] : []),
    ...(counts.new + counts.old === 0 ? ['the reader saw nothing'] : []),
  ];
};

export const NOTHING_SEEN: Sightings = {
  counts: { old: 0, new: 0, absent: 0, beginning: 0, torn: 0 },
  backwards: 0,
};

export const together = (a: Sightings, b: Sightings): Sightings => ({
  counts: {
    old: a.counts.old + b.counts.old,
    new: a.counts.new + b.counts.new,
    absent: a.counts.absent + b.counts.absent,
    beginning: a.counts.beginning + b.counts.beginning,
    torn: a.counts.torn + b.counts.torn,
  },
  backwards: a.backwards + b.backwards,
});
