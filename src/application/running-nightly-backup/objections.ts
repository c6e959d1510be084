import { backupConfiguration } from '../../domain/backup-configuration/decide.ts';
import { isSameUse } from '../../domain/backup-configuration/same-use.ts';
import type { BackupSettings } from '../../domain/backup-configuration/settings.ts';
import { impossible } from '../../domain/impossible.ts';
import type { EventLog } from '../ports/event-log.ts';
import { foldWith } from '../recording.ts';
import { backupConfigurationStream } from '../stream-names.ts';
import type { AttemptJournal } from './attempt-journal.ts';
import type { HeldLease } from './held-lease.ts';
import { type AmongNights, readLaterNightInTheWay } from './later-nights.ts';

/** Why an attempt that has uploaded everything must not replace the files. */
export type Objection = 'overtaken' | 'paused' | 'removed' | 'settings-changed';

export interface Standing extends AmongNights {
  readonly eventLog: EventLog;
  readonly organisationId: string;
  readonly journal: AttemptJournal;
  readonly attempt: number;
  readonly lease: HeldLease;
  /** The settings the attempt was begun with. */
  readonly settings: BackupSettings;
}

/** Before the renames, lease, run, later nights and configuration are read again: what changed meanwhile decides. */
export const objectionTo = async (standing: Standing): Promise<Objection | undefined> => {
  const run = await standing.journal.now();
  if (run.state.status !== 'running' || run.state.attempt !== standing.attempt) return 'overtaken';
  if ((await readLaterNightInTheWay(standing)) !== undefined) return 'overtaken';
  const slice = await standing.eventLog.read(backupConfigurationStream(standing.organisationId));
  const now = foldWith(backupConfiguration, slice);
  switch (now.status) {
    case 'paused':
      return 'paused';
    case 'not-set-up':
    case 'removed':
      return 'removed';
    case 'active':
      if (!isSameUse(now.settings, standing.settings)) return 'settings-changed';
      // Last, so that the lease is trusted at the moment of going on and not before two readings.
      return standing.lease.isHeld ? undefined : 'overtaken';
    default:
      return impossible(now satisfies never);
  }
};
