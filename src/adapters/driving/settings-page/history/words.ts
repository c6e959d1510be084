import type { Locale } from '../../../../domain/backup-configuration/settings.ts';
import type { Show } from './filter.ts';

/** What the page of the history says. */
export interface HistoryWords {
  readonly title: string;
  readonly titleAt: (moment: string) => string;
  readonly link: string;
  readonly witness: string;
  readonly witnessNote: string;
  readonly filter: string;
  readonly search: string;
  readonly show: string;
  readonly shows: Readonly<Record<Show, string>>;
  readonly from: string;
  readonly to: string;
  readonly apply: string;
  readonly all: string;
  readonly pointInTime: string;
  readonly at: (zone: string) => string;
  readonly look: string;
  readonly printHint: string;
  readonly columns: Readonly<Record<'version' | 'when' | 'who' | 'what' | 'before' | 'after' | 'told', string>>;
  readonly request: (id: string) => string;
  readonly caption: (entries: number, zone: string) => string;
  readonly nothing: string;
  readonly more: (shown: number, found: number) => string;
  readonly malformed: string;
  readonly asOf: {
    readonly status: string;
    readonly version: string;
    readonly since: string;
    readonly until: string;
    readonly stillSo: string;
    readonly none: string;
    readonly nights: string;
    readonly noNights: string;
    readonly fileNames: string;
    readonly attempt: (attempt: number) => string;
  };
}

const ENGLISH: HistoryWords = {
  title: 'History of the backup',
  titleAt: (moment) => `The backup as it stood: ${moment}`,
  link: 'Full history',
  witness: 'Version and checksum of the settings',
  witnessNote:
    'Mails and workbooks quote the same. Whoever keeps one can show later that the history was not rewritten.',
  filter: 'Filter',
  search: 'Contains',
  show: 'Show',
  shows: {
    all: 'everything',
    changes: 'changes',
    attempts: 'rejected changes and connection tests',
    health: 'what became of the nights',
    uses: 'uses of the stored password or key',
  },
  from: 'From',
  to: 'To',
  apply: 'Filter',
  all: 'Show everything',
  pointInTime: 'How it stood',
  at: (zone) => `Moment (${zone})`,
  look: 'Show the settings',
  printHint: 'This page can be printed as it is.',
  columns: {
    version: 'Version',
    when: 'When',
    who: 'Who',
    what: 'What',
    before: 'Before',
    after: 'After',
    told: 'Who was told',
  },
  request: (id) => `request ${id}`,
  caption: (entries, zone) => `${entries === 1 ? '1 entry' : `${entries} entries`}, latest first, times in ${zone}`,
  nothing: 'There is nothing of the kind.',
  more: (shown, found) => `The latest ${shown} of ${found} are shown. Narrow the filter to see the others.`,
  malformed: 'There is no such day or moment. Everything is shown.',
  asOf: {
    status: 'State',
    version: 'Version',
    since: 'Since',
    until: 'Until',
    stillSo: 'not changed since',
    none: 'No backup was set up then.',
    nights: 'Nights under these settings',
    noNights: 'There was no night under these settings.',
    fileNames: 'File names',
    attempt: (attempt) => `attempt ${attempt}`,
  },
};

const GERMAN: HistoryWords = {
  title: 'Verlauf des Backups',
  titleAt: (moment) => `Das Backup, wie es stand: ${moment}`,
  link: 'Vollständiger Verlauf',
  witness: 'Version und Prüfsumme der Einstellungen',
  witnessNote:
    'Mails und Arbeitsmappen nennen dieselbe. Wer eine aufhebt, kann später zeigen, dass der Verlauf nicht umgeschrieben wurde.',
  filter: 'Filter',
  search: 'Enthält',
  show: 'Zeige',
  shows: {
    all: 'alles',
    changes: 'Änderungen',
    attempts: 'abgelehnte Änderungen und Verbindungstests',
    health: 'was aus den Nächten wurde',
    uses: 'Verwendungen des gespeicherten Passworts oder Schlüssels',
  },
  from: 'Von',
  to: 'Bis',
  apply: 'Filtern',
  all: 'Alles zeigen',
  pointInTime: 'Wie es stand',
  at: (zone) => `Zeitpunkt (${zone})`,
  look: 'Einstellungen zeigen',
  printHint: 'Diese Seite lässt sich drucken, wie sie ist.',
  columns: {
    version: 'Version',
    when: 'Wann',
    who: 'Wer',
    what: 'Was',
    before: 'Vorher',
    after: 'Nachher',
    told: 'Wer benachrichtigt wurde',
  },
  request: (id) => `Anfrage ${id}`,
  caption: (entries, zone) =>
    `${entries === 1 ? '1 Eintrag' : `${entries} Einträge`}, die neuesten zuerst, Zeiten in ${zone}`,
  nothing: 'Es gibt nichts dergleichen.',
  more: (shown, found) => `Gezeigt sind die neuesten ${shown} von ${found}. Ein engerer Filter zeigt die anderen.`,
  malformed: 'Diesen Tag oder Zeitpunkt gibt es nicht. Gezeigt wird alles.',
  asOf: {
    status: 'Zustand',
    version: 'Version',
    since: 'Seit',
    until: 'Bis',
    stillSo: 'seitdem unverändert',
    none: 'Damals war kein Backup eingerichtet.',
    nights: 'Nächte unter diesen Einstellungen',
    noNights: 'Unter diesen Einstellungen gab es keine Nacht.',
    fileNames: 'Dateinamen',
    attempt: (attempt) => `Versuch ${attempt}`,
  },
};

export const historyWords = (locale: Locale): HistoryWords => (locale === 'de' ? GERMAN : ENGLISH);
