import type { Locale } from '../../../domain/backup-configuration/settings.ts';
import type { RecordProblem, UnreadableRecord } from '../../../domain/plan/plan.ts';

const ENGLISH: Readonly<Record<RecordProblem, string>> = {
  missing: 'a required value is missing',
  'wrong-type': 'the value has another form than expected',
  'no-such-date': 'there is no such date; dates are written as 2026-11-24',
  'no-such-time': 'there is no such time; times are written as 16:30',
  'end-before-start': 'the end lies before the start',
  'duplicate-id': 'this id stands further up in the list already',
  'not-an-object': 'this is no record with fields',
};

const GERMAN: Readonly<Record<RecordProblem, string>> = {
  missing: 'eine Pflichtangabe fehlt',
  'wrong-type': 'die Angabe hat nicht die erwartete Form',
  'no-such-date': 'dieses Datum gibt es nicht; geschrieben wird es wie 2026-11-24',
  'no-such-time': 'diese Uhrzeit gibt es nicht; geschrieben wird sie wie 16:30',
  'end-before-start': 'das Ende liegt vor dem Beginn',
  'duplicate-id': 'diese ID steht schon weiter oben in der Liste',
  'not-an-object': 'das ist kein Eintrag mit Feldern',
};

const WORDS = {
  en: { problems: ENGLISH, stories: 'story', events: 'event', number: 'no.', whole: 'the whole record' },
  de: { problems: GERMAN, stories: 'Thema', events: 'Termin', number: 'Nr.', whole: 'der ganze Eintrag' },
} as const;

/** One line about a record that needs a look: which one, which field, and what is wrong with it. */
export const recordSaid = (record: UnreadableRecord, locale: Locale): string => {
  const words = WORDS[locale];
  const title = record.title === undefined ? '' : locale === 'de' ? ` „${record.title}“` : ` “${record.title}”`;
  const which = record.id ?? `${words.number} ${record.index + 1}`;
  const field = record.field === '' ? words.whole : record.field;
  return `${words[record.list]} ${which}${title}: ${field} – ${words.problems[record.problem]}`;
};
