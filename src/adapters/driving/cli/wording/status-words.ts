import type { NightKind } from '../../../../domain/history/strip.ts';
import { type Said, said } from '../../../shared/wording/said.ts';

/** What `status` says, beside what it shares with the page. */
export interface StatusWords {
  readonly states: Readonly<Record<'active' | 'paused' | 'removed', string>>;
  readonly version: (version: number) => string;
  readonly head: string;
  readonly files: string;
  /** As of when the plan in it is, with its age; when it was put in place, and in which night. */
  readonly file: (file: Readonly<Record<'plan' | 'age' | 'putThere' | 'night' | 'rows', string>>) => string;
  readonly noFile: string;
  readonly nextNight: string;
  readonly soon: (night: string) => string;
  readonly noNextNight: string;
  readonly failing: string;
  readonly failingSince: (night: string) => string;
  readonly strip: (from: string, to: string) => string;
  /** One a night, so that a month is one line. */
  readonly letters: Readonly<Record<NightKind, string>>;
  readonly noNights: string;
  readonly nights: string;
  readonly attempt: (attempt: number) => string;
  readonly none: (directory: string) => Said;
}

export const ENGLISH_STATUS: StatusWords = {
  states: { active: 'active', paused: 'paused', removed: 'removed' },
  version: (version) => `version ${version}`,
  head: 'checksum',
  files: 'files',
  file: ({ plan, age, putThere, night, rows }) =>
    `plan of ${plan} (${age}), put there ${putThere}, night ${night}, ${rows}`,
  noFile: 'none yet',
  nextNight: 'next night',
  soon: (night) => `${night}, as soon as a worker runs`,
  noNextNight: 'none while the backup is paused',
  failing: 'failing',
  failingSince: (night) => `since the night ${night}; the administrators are told of it`,
  strip: (from, to) => `nights from ${from} to ${to}, weeks apart`,
  letters: {
    delivered: 'D',
    late: 'L',
    'half-delivered': 'H',
    failed: 'F',
    missed: 'M',
    unfinished: 'U',
    running: 'R',
    'to-come': '.',
    overdue: 'O',
    paused: 'P',
    'not-set-up': '-',
  },
  noNights: 'no night yet',
  nights: 'last nights',
  attempt: (attempt) => `attempt ${attempt}`,
  none: (directory) => said(`No backup is set up in ${directory}.`, 'Set one up with configure.'),
};

export const GERMAN_STATUS: StatusWords = {
  states: { active: 'aktiv', paused: 'angehalten', removed: 'entfernt' },
  version: (version) => `Version ${version}`,
  head: 'Prüfsumme',
  files: 'Dateien',
  file: ({ plan, age, putThere, night, rows }) =>
    `Planung vom ${plan} (${age}), eingesetzt ${putThere}, Nacht ${night}, ${rows}`,
  noFile: 'noch keine',
  nextNight: 'Nächste Nacht',
  soon: (night) => `${night}, sobald ein worker läuft`,
  noNextNight: 'keine, solange das Backup angehalten ist',
  failing: 'Gestört',
  failingSince: (night) => `seit der Nacht ${night}; die Administratoren werden benachrichtigt`,
  strip: (from, to) => `Nächte vom ${from} bis zum ${to}, nach Wochen`,
  letters: {
    delivered: 'A',
    late: 'V',
    'half-delivered': 'H',
    failed: 'F',
    missed: 'X',
    unfinished: 'U',
    running: 'L',
    'to-come': '.',
    overdue: 'Ü',
    paused: 'P',
    'not-set-up': '-',
  },
  noNights: 'noch keine Nacht',
  nights: 'Letzte Nächte',
  attempt: (attempt) => `Versuch ${attempt}`,
  none: (directory) => said(`In ${directory} ist kein Backup eingerichtet.`, 'Richten Sie mit configure eines ein.'),
};
