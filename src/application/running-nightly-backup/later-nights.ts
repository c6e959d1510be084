import type { BackupSettings } from '../../domain/backup-configuration/settings.ts';
import { laterNightInTheWay } from '../../domain/backup-run/later-nights.ts';
import type { Night } from '../../domain/schedule/night.ts';
import type { JournalPorts } from '../journal.ts';
import type { NightsOfOrganisation } from '../reading-runs.ts';
import type { By } from '../recording-attempts.ts';
import { attemptJournal } from './attempt-journal.ts';

/** An attempt, as far as its organisation's other nights are concerned. */
export interface AmongNights {
  readonly night: Night;
  readonly nights: NightsOfOrganisation;
  /** The settings the attempt was begun with. */
  readonly settings: Pick<BackupSettings, 'destination'>;
  /** Whether the night was asked for although a later one's files may lie there. */
  readonly older: boolean;
}

/** Reads what was recorded of the organisation's nights since they were looked at last. */
export const readLaterNightInTheWay = async ({
  night,
  nights,
  settings,
  older,
}: AmongNights): Promise<Night | undefined> =>
  laterNightInTheWay(await nights.events(), { night, destination: settings.destination, older });

/**
 * After the renames: a later night may have begun since the last look before them, and these files may lie over its
 * own. That is said on that night's record, so that it is published once more.
 */
export const tellLaterNight = async (
  ports: JournalPorts,
  attempt: AmongNights & { readonly organisation: { readonly id: string }; readonly by: By },
): Promise<void> => {
  const later = await readLaterNightInTheWay(attempt);
  if (later === undefined) return;
  const journal = attemptJournal(ports, attempt.organisation.id, later, attempt.by);
  await journal.record({ type: 'RecordOlderNightPublication', olderNight: attempt.night });
};
