import type { Temporal } from 'temporal-polyfill';
import type { PlanningBackup } from '../../../application/planning-backup.ts';
import type { Administrator, Organisation } from '../../../application/ports/organisation-directory.ts';
import type { ToldChange } from '../../../application/replaying-history/replaying-history.ts';
import type { FreshnessNow } from '../../../application/watching-over-nights/watching-over-nights.ts';
import type { BackupSettings, Locale } from '../../../domain/backup-configuration/settings.ts';
import { type BackupConfigurationState, settingsOf } from '../../../domain/backup-configuration/state.ts';
import type { BackupHealthState } from '../../../domain/backup-health/state.ts';
import type { NightStory } from '../../../domain/history/nights.ts';

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
  readonly health: BackupHealthState;
  /** Undefined where no backup is set up. */
  readonly freshness: FreshnessNow | undefined;
}

export const readSection = async (
  { history, watching }: Pick<PlanningBackup, 'history' | 'watching'>,
  reader: Reader,
  now: Temporal.Instant,
): Promise<Section> => {
  const { id } = reader.organisation;
  const [{ state }, changes, nights, freshness, health] = await Promise.all([
    history.configuration(id),
    history.changes(id),
    history.nights(id),
    watching.freshness(id),
    history.health(id),
  ]);
  return {
    ...{ ...reader, now, state, freshness, health, settings: settingsOf(state) },
    changes: changes.toReversed(),
    nights: nights.toSorted((a, b) => (a.night < b.night ? 1 : -1)),
  };
};

/** A person's name, or null for one whom the directory no longer knows. */
export const nameOf = ({ administrators }: Organisation, id: string): string | null =>
  administrators.find((administrator) => administrator.id === id)?.name ?? null;
