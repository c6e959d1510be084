import type { BackupRunCommand, BackupRunRejection } from '../../domain/backup-run/commands.ts';
import { backupRun } from '../../domain/backup-run/decide.ts';
import type { BackupRunEvent } from '../../domain/backup-run/events.ts';
import type { BackupRunState } from '../../domain/backup-run/state.ts';
import type { Night } from '../../domain/schedule/night.ts';
import { type At, Journal, type JournalPorts } from '../journal.ts';
import type { By } from '../recording-attempts.ts';
import { backupRunStream } from '../stream-names.ts';

/** The record of one night. */
export type AttemptJournal = Journal<BackupRunCommand, BackupRunState, BackupRunEvent, BackupRunRejection>;

export type RunNow = At<BackupRunState>;

export const attemptJournal = (ports: JournalPorts, organisationId: string, night: Night, by: By): AttemptJournal =>
  new Journal(ports, backupRun, backupRunStream(organisationId, night), by);
