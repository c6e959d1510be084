import { evolveBackupConfiguration } from '../../../../domain/backup-configuration/evolve.ts';
import type { BackupSettings } from '../../../../domain/backup-configuration/settings.ts';
import { initialBackupConfiguration, settingsOf } from '../../../../domain/backup-configuration/state.ts';
import type { ConfigurationChange } from '../../../../domain/history/history.ts';
import { EMPTY_FORM, type FormValues, formOf } from './form-values.ts';

/** The fields that two people can have changed in different ways. */
const FIELDS = [
  'protocol',
  'address',
  'port',
  'directory',
  'user',
  'method',
  'replacement',
  'confidential',
  'trusted',
] as const satisfies readonly (keyof FormValues)[];

export type MergedField = (typeof FIELDS)[number];

export interface Merged {
  readonly values: FormValues;
  /** Fields that both changed: what was typed is kept, and this is what the other one saved. */
  readonly conflicts: readonly MergedField[];
}

/**
 * A form that was drawn from older settings, brought to today's: what its reader changed stays, what somebody else
 * changed comes in, so that saving it again takes nothing back unseen.
 */
export const mergeForm = (
  typed: FormValues,
  drawnFrom: BackupSettings | undefined,
  now: BackupSettings | undefined,
): Merged => {
  const before = drawnFrom === undefined ? EMPTY_FORM : formOf(drawnFrom);
  const after = now === undefined ? EMPTY_FORM : formOf(now);
  const taken = FIELDS.filter((field) => typed[field] === before[field]);
  const conflicts = FIELDS.filter(
    (field) => !taken.includes(field) && before[field] !== after[field] && typed[field] !== after[field],
  );
  const theirs = Object.fromEntries(taken.map((field) => [field, after[field]]));
  return { values: { ...typed, ...theirs }, conflicts };
};

/** The settings as a form of this version showed them. */
export const settingsAt = (changes: readonly ConfigurationChange[], version: number): BackupSettings | undefined =>
  settingsOf(
    changes
      .filter((change) => change.version <= version)
      .flatMap(({ facts }) => facts)
      .reduce(evolveBackupConfiguration, initialBackupConfiguration),
  );
