import type { Temporal } from 'temporal-polyfill';
import type { PlanningBackup } from '../../../application/planning-backup.ts';
import type { Administrator, Organisation } from '../../../application/ports/organisation-directory.ts';
import type { ToldChange } from '../../../application/replaying-history/replaying-history.ts';
import type { BackupSettings, Locale } from '../../../domain/backup-configuration/settings.ts';
import { type BackupConfigurationState, settingsOf } from '../../../domain/backup-configuration/state.ts';
import type { PlanKind } from '../../../domain/backup-run/events.ts';
import { type Destination, isSameDestination } from '../../../domain/destination/destination.ts';
import type { NightStory } from '../../../domain/history/nights.ts';
import { type NightlyHours, nextSlot, slotOf } from '../../../domain/schedule/slot.ts';

/** Who reads the page, as the directory knows them now. */
export interface Reader {
  readonly organisation: Organisation;
  readonly administrator: Administrator;
  readonly locale: Locale;
}

/** All that the section shows of one organisation, at one moment. */
export interface Section extends Reader {
  readonly now: Temporal.Instant;
  readonly state: BackupConfigurationState;
  readonly settings: BackupSettings | undefined;
  /** Latest first. */
  readonly changes: readonly ToldChange[];
  /** Latest first. */
  readonly nights: readonly NightStory[];
  /** Instant, ISO 8601 in UTC; null where none is due. */
  readonly nextRunAt: string | null;
}

export const readSection = async (
  { history }: Pick<PlanningBackup, 'history'>,
  reader: Reader,
  { now, hours }: { readonly now: Temporal.Instant; readonly hours: NightlyHours },
): Promise<Section> => {
  const { id } = reader.organisation;
  const [{ state }, changes, nights] = await Promise.all([
    history.configuration(id),
    history.changes(id),
    history.nights(id),
  ]);
  return {
    ...{ ...reader, now, state, settings: settingsOf(state) },
    changes: changes.toReversed(),
    nights: nights.toSorted((a, b) => (a.night < b.night ? 1 : -1)),
    nextRunAt: nextRunAt(state, id, nights, { now, hours }),
  };
};

/** As the worker finds it: after now, and after the last night that was claimed. */
const nextRunAt = (
  state: BackupConfigurationState,
  organisationId: string,
  nights: readonly NightStory[],
  { now, hours }: { readonly now: Temporal.Instant; readonly hours: NightlyHours },
): string | null => {
  if (state.status !== 'active') return null;
  const lastClaimed = nights
    .map(({ night }) => night)
    .sort()
    .at(-1);
  return nextSlot(now, lastClaimed, state.settings.timeZone, slotOf(organisationId, hours)).dueAt.toString();
};

/** What lies at the destination now. `replacedAt` is absent where only the night is known. */
export interface FileThere {
  readonly kind: PlanKind;
  readonly night: string;
  readonly replacedAt?: string;
  readonly rows?: number;
}

/** The newest file of each kind that a night put in place at the destination. */
export const filesAt = (destination: Destination, nights: readonly NightStory[]): readonly FileThere[] =>
  (['story-plan', 'event-plan'] as const).flatMap((kind) => {
    for (const { night, state } of nights) {
      if (!isSameDestination(state.destination, destination)) continue;
      const outcome = state.outcomes[kind];
      if (outcome?.type === 'FileReplaced')
        return [{ kind, night, replacedAt: outcome.replacedAt, rows: outcome.rows }];
      // An earlier attempt of this night delivered; what became of the later ones did not undo that.
      if (state.deliveredBefore) return [{ kind, night }];
    }
    return [];
  });

/** A person's name, or null for one whom the directory no longer knows. */
export const nameOf = ({ administrators }: Organisation, id: string): string | null =>
  administrators.find((administrator) => administrator.id === id)?.name ?? null;
