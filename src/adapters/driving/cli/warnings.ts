import type { CheckpointsNow } from '../../../application/signing-checkpoints/signing-checkpoints.ts';
import type { BackupConfigurationState } from '../../../domain/backup-configuration/state.ts';
import { settingsOf } from '../../../domain/backup-configuration/state.ts';
import type { NightStory } from '../../../domain/history/nights.ts';
import type { Overdue } from '../../../domain/history/overdue.ts';
import type { Said } from '../../shared/wording/said.ts';
import type { KeyPlace, OpenedBackup } from './installation.ts';
import type { Words } from './wording/words.ts';

export type WarningCode =
  | 'plain-ftp'
  | 'not-atomic'
  | 'master-key-made'
  | 'master-key-beside-store'
  | 'audit-key-beside-store'
  | 'paused'
  | 'last-night-not-delivered'
  | 'last-night-not-ended'
  | 'repetition-failed'
  | 'night-not-begun'
  | 'night-silent'
  | 'records-need-a-look'
  | 'overwritten-late'
  | 'record-not-signed'
  | 'record-not-checked'
  | 'change-not-signed'
  | 'master-key-unusable';

/** `detail` is a file, a night or a number; empty where there is none. */
export interface Warning {
  readonly code: WarningCode;
  readonly detail: string;
}

const warning = (code: WarningCode, detail: string | number = ''): Warning => ({ code, detail: String(detail) });

export const settingsWarnings = (state: BackupConfigurationState): readonly Warning[] => {
  const settings = settingsOf(state);
  if (settings === undefined) return [];
  const { destination, replacement } = settings;
  return [
    ...(state.status === 'paused' ? [warning('paused')] : []),
    ...(destination.protocol === 'ftp' && destination.tlsMode === 'none' ? [warning('plain-ftp')] : []),
    ...(replacement === 'atomic' ? [] : [warning('not-atomic')]),
  ];
};

/** Of a night that is overdue, and of the latest one; what was wrong before it is history. */
export const nightWarnings = (last: NightStory | undefined, overdue: Overdue | null): readonly Warning[] => [
  ...(overdue === null
    ? []
    : [warning(overdue.reason === 'not-begun' ? 'night-not-begun' : 'night-silent', overdue.night)]),
  ...(last === undefined || (overdue?.reason === 'not-ended' && last.state.status === 'running')
    ? []
    : lastNightWarnings(last)),
];

const lastNightWarnings = (last: NightStory): readonly Warning[] => {
  const { night, state } = last;
  if (state.status === 'running') return [warning('last-night-not-ended', night)];
  return [
    ...(state.outcome === 'delivered'
      ? []
      : [warning(last.deliveredAt === null ? 'last-night-not-delivered' : 'repetition-failed', night)]),
    ...(state.needsALook === 0 ? [] : [warning('records-need-a-look', state.needsALook)]),
    ...(state.overwrittenLate ? [warning('overwritten-late', night)] : []),
  ];
};

/** Whether all that counts is signed, or why that could not be found out. */
export const recordWarnings = (checkpoints: CheckpointsNow | string): readonly Warning[] => {
  if (typeof checkpoints === 'string') return [warning('record-not-checked', checkpoints)];
  return checkpoints.isBehind ? [warning('record-not-signed')] : [];
};

/** Of a change that is recorded; null where it was signed. */
export const signingWarnings = (problem: string | null): readonly Warning[] =>
  problem === null ? [] : [warning('change-not-signed', problem)];

/** Null where what is sealed can be opened. */
export const keyWarnings = (problem: string | null): readonly Warning[] =>
  problem === null ? [] : [warning('master-key-unusable', problem)];

/** At the key's making the whole story; later that it still lies there. */
export const masterKeyWarnings = (key: KeyPlace | undefined): readonly Warning[] => {
  if (key === undefined || !key.isBesideStore) return [];
  return [warning(key.isNew ? 'master-key-made' : 'master-key-beside-store', key.file)];
};

/** Whoever can alter the store must not find what signs it there. */
export const auditKeyWarnings = (key: KeyPlace | undefined): readonly Warning[] =>
  key?.isBesideStore === true ? [warning('audit-key-beside-store', key.file)] : [];

/** At a key's making only: that it lies there is what status warns of, at every look. */
export const newKeyWarnings = ({ masterKey, auditKey }: Pick<OpenedBackup, 'masterKey' | 'auditKey'>) => [
  ...ifNew(masterKeyWarnings, masterKey()),
  ...ifNew(auditKeyWarnings, auditKey()),
];

const ifNew = (
  warnings: (key: KeyPlace | undefined) => readonly Warning[],
  key: KeyPlace | undefined,
): readonly Warning[] => (key?.isNew === true ? warnings(key) : []);

const warningSaid = ({ code, detail }: Warning, words: Words): Said => words.warnings[code](detail);

/** For JSON. */
export const warningDocument = (given: Warning, words: Words): object => {
  const { what, remedy } = warningSaid(given, words);
  return { code: given.code, message: what, remedy };
};

/** For a terminal. */
export const warningLines = (given: readonly Warning[], words: Words): readonly string[] =>
  given.flatMap((one) => saidLines(warningSaid(one, words), words));

export const saidLines = ({ what, remedy }: Said, words: Words): readonly string[] => [
  `${words.warning}: ${what}`,
  `  → ${remedy}`,
];
