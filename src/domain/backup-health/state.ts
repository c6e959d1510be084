import type { Night } from '../schedule/night.ts';
import type { NightTrouble, ReminderDays } from './events.ts';

/** Nights of one trouble, both included. Whoever was told of it knows of each failed night in it. */
export interface Span {
  readonly from: Night;
  readonly to: Night;
}

export type BackupHealthState = HealthyBackup | FailingBackup;

export interface HealthyBackup {
  readonly status: 'healthy';
  readonly told: readonly Span[];
}

export interface FailingBackup {
  readonly status: 'failing';
  readonly since: Night;
  /** The night that it was told of: reminders count from its date. */
  readonly toldOf: Night;
  /** The latest night that was told of, and what was wrong in it. */
  readonly night: Night;
  readonly trouble: NightTrouble;
  readonly reminded: ReminderDays | null;
  readonly told: readonly Span[];
}

export const initialBackupHealth: BackupHealthState = { status: 'healthy', told: [] };

/** Whether the administrators were told of a trouble that this night is part of. */
export const isTold = ({ told }: BackupHealthState, night: Night): boolean =>
  told.some(({ from, to }) => from <= night && night <= to);
