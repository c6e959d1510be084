import type { Locale } from '../../../../domain/backup-configuration/settings.ts';
import type { NightKind } from '../../../../domain/history/strip.ts';

/** What the page says of the files' age and of each night, beside what `shared/wording` has for all. */
export interface PageFreshnessWords {
  readonly title: string;
  readonly asOf: (moment: string) => string;
  readonly noFile: string;
  readonly nextNight: string;
  readonly noNextNight: string;
  readonly asSoonAsPossible: string;
  readonly failingSince: (night: string) => string;
  readonly overdueRemedy: string;
  readonly strip: (nights: number) => string;
  readonly openAll: string;
  readonly timesIn: (zone: string) => string;
  /** Of a night that nothing was recorded of. */
  readonly unrecorded: Readonly<Partial<Record<NightKind, string>>>;
  readonly begun: (moment: string) => string;
  readonly collected: (moment: string) => string;
  readonly bytes: (bytes: number) => string;
  readonly inPlace: (moment: string) => string;
  readonly delivered: (moment: string) => string;
}

const ENGLISH: PageFreshnessWords = {
  title: 'Can you rely on the files?',
  asOf: (moment) => `as of ${moment}`,
  noFile: 'none yet',
  nextNight: 'Next night',
  noNextNight: 'none while the backup is paused',
  asSoonAsPossible: 'as soon as the nightly service is there',
  failingSince: (night) =>
    `Since the night of ${night} something is wrong. All administrators are told by mail, and told when it works again.`,
  overdueRemedy:
    'The nightly service gives no sign of life. Start “Back up now”, and tell the people who run this service.',
  strip: (nights) => (nights === 1 ? 'The last night' : `The last ${nights} nights`),
  openAll: 'Every night with its story',
  timesIn: (zone) => `The latest first, times in ${zone}.`,
  unrecorded: {
    missed: 'The nightly service did not run.',
    overdue: 'The nightly service should have run by now. If it comes back today, it makes up for it.',
    'to-come': 'It is not its time yet.',
    paused: 'The backup was paused.',
    'not-set-up': 'No backup was set up when its time came.',
  },
  begun: (moment) => `begun ${moment}`,
  collected: (moment) => `The plan as of ${moment}.`,
  bytes: (bytes) => `${new Intl.NumberFormat('en-GB').format(bytes)} ${bytes === 1 ? 'byte' : 'bytes'}`,
  inPlace: (moment) => `in place ${moment}`,
  delivered: (moment) => `Both files were in place for the first time ${moment}.`,
};

const GERMAN: PageFreshnessWords = {
  title: 'Ist auf die Dateien Verlass?',
  asOf: (moment) => `Stand ${moment}`,
  noFile: 'noch keine',
  nextNight: 'Nächste Nacht',
  noNextNight: 'keine, solange das Backup angehalten ist',
  asSoonAsPossible: 'sobald der Nachtdienst da ist',
  failingSince: (night) =>
    `Seit der Nacht ${night} ist das Backup gestört. Alle Administratoren erfahren es per Mail, und auch, wenn es wieder läuft.`,
  overdueRemedy:
    'Der Nachtdienst meldet sich nicht. Wählen Sie „Jetzt sichern“, und geben Sie dem Betrieb dieses Dienstes Bescheid.',
  strip: (nights) => (nights === 1 ? 'Die letzte Nacht' : `Die letzten ${nights} Nächte`),
  openAll: 'Jede Nacht im Einzelnen',
  timesIn: (zone) => `Die jüngste zuerst, Zeiten in ${zone}.`,
  unrecorded: {
    missed: 'Der Nachtdienst lief nicht.',
    overdue: 'Der Nachtdienst hätte schon laufen sollen. Kommt er heute noch, holt er die Nacht nach.',
    'to-come': 'Ihre Zeit ist noch nicht gekommen.',
    paused: 'Das Backup war angehalten.',
    'not-set-up': 'Als ihre Zeit kam, war kein Backup eingerichtet.',
  },
  begun: (moment) => `begonnen ${moment}`,
  collected: (moment) => `Stand der Planung: ${moment}.`,
  bytes: (bytes) => `${new Intl.NumberFormat('de-DE').format(bytes)} Byte`,
  inPlace: (moment) => `am Ziel ${moment}`,
  delivered: (moment) => `Beide Dateien lagen zum ersten Mal am Ziel: ${moment}.`,
};

export const pageFreshnessWords = (locale: Locale): PageFreshnessWords => (locale === 'de' ? GERMAN : ENGLISH);
