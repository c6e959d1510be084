import type { RecordNights } from '../../src/domain/backup-health/commands.ts';
import type {
  AdministratorsToBeTold,
  BackupFailing,
  BackupFailureReminded,
  BackupRecovered,
  FileInPlace,
  NightTrouble,
} from '../../src/domain/backup-health/events.ts';
import type { SettledNight } from '../../src/domain/backup-health/settled-nights.ts';
import { aNight } from './night.ts';

const REFUSED: NightTrouble = {
  kind: 'failed',
  failures: [
    { file: 'story-plan', failure: { step: 'log-in', code: 'login-refused' } },
    { file: 'event-plan', failure: { step: 'log-in', code: 'login-refused' } },
  ],
};

export const aFileInPlace = (changes: Partial<FileInPlace> = {}): FileInPlace => ({
  ...{ file: 'story-plan', name: 'Themenplanung.xlsx', night: aNight('2026-11-23') },
  ...{ collectedAt: '2026-11-23T01:30:00Z', replacedAt: '2026-11-23T01:30:07Z', mayBeBroken: false },
  ...changes,
});

const bothInPlace: readonly FileInPlace[] = [
  aFileInPlace(),
  aFileInPlace({ file: 'event-plan', name: 'Terminplanung.xlsx' }),
];

/** `2026-11-DD` */
export const night = (day: number) => aNight(`2026-11-${String(day).padStart(2, '0')}`);

export const good = (day: number): SettledNight => ({ night: night(day), trouble: undefined, isSinceActive: true });

export const bad = (day: number, trouble: NightTrouble = REFUSED): SettledNight => ({
  ...{ night: night(day), trouble, isSinceActive: true },
});

/** Before the backup was resumed. */
export const badBefore = (day: number): SettledNight => ({ ...bad(day), isSinceActive: false });

export const nightsAre = (nights: readonly SettledNight[], changes: Partial<RecordNights> = {}): RecordNights => ({
  type: 'RecordNights',
  changeId: 'change-1',
  nights,
  files: bothInPlace,
  remindedTo: nights.at(-1)?.night ?? night(1),
  recipientIds: ['anna', 'ben'],
  ...changes,
});

export const failing = (since: number, at = since, trouble: NightTrouble = REFUSED): BackupFailing => ({
  ...{ type: 'BackupFailing', since: night(since), night: night(at), trouble, files: bothInPlace },
});

export const reminded = (since: number, at: number, afterDays: 3 | 7): BackupFailureReminded => ({
  ...{ type: 'BackupFailureReminded', since: night(since), night: night(at), trouble: REFUSED },
  ...{ afterDays, files: bothInPlace },
});

export const recovered = (since: number, at: number): BackupRecovered => ({
  ...{ type: 'BackupRecovered', since: night(since), night: night(at), files: bothInPlace },
});

export const told = (...recipientIds: readonly string[]): AdministratorsToBeTold => ({
  ...{ type: 'AdministratorsToBeTold', changeId: 'change-1' },
  recipientIds: recipientIds.length === 0 ? ['anna', 'ben'] : recipientIds,
});
