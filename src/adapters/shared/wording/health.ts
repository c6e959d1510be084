import type { Locale } from '../../../domain/backup-configuration/settings.ts';
import type { HealthFact, NightTrouble, ReminderDays } from '../../../domain/backup-health/events.ts';
import type { Night } from '../../../domain/schedule/night.ts';
import { failureSaid, stepSaid } from './failures.ts';

interface HealthWords {
  readonly failing: string;
  readonly reminded: (days: ReminderDays) => string;
  readonly recovered: string;
  readonly since: (since: Night, night: Night) => string;
  readonly recoveredWith: (since: Night, night: Night) => string;
  readonly kinds: Readonly<Record<NightTrouble['kind'], string>>;
}

const ENGLISH: HealthWords = {
  failing: 'backup failing',
  reminded: (days) => `reminder after ${days} days of failing`,
  recovered: 'backup works again',
  since: (since, night) => (since === night ? `night ${night}` : `nights ${since} to ${night}`),
  recoveredWith: (since, night) => `delivered: night ${night}; failing since ${since}`,
  kinds: {
    missed: 'missed, nobody was there to run it',
    failed: 'not delivered',
    'half-delivered': 'only one file delivered',
    'overwritten-late': 'perhaps overwritten by an attempt that was late',
  },
};

const GERMAN: HealthWords = {
  failing: 'Backup gestört',
  reminded: (days) => `Erinnerung nach ${days} Tagen Störung`,
  recovered: 'Backup funktioniert wieder',
  since: (since, night) => (since === night ? `Nacht ${night}` : `Nächte ${since} bis ${night}`),
  recoveredWith: (since, night) => `angekommen: Nacht ${night}; gestört seit ${since}`,
  kinds: {
    missed: 'versäumt, niemand war da, um es auszuführen',
    failed: 'nicht angekommen',
    'half-delivered': 'nur eine Datei angekommen',
    'overwritten-late': 'vielleicht von einem verspäteten Versuch überschrieben',
  },
};

const WORDS = { en: ENGLISH, de: GERMAN } as const;

/** What was told of the nights, in words; a failure with its code. */
export const healthSaid = (fact: HealthFact, locale: Locale): { readonly what: string; readonly detail: string } => {
  const words = WORDS[locale];
  const { since, night } = fact;
  switch (fact.type) {
    case 'BackupFailing':
      return { what: words.failing, detail: `${words.since(since, night)}: ${troubleSaid(fact.trouble, locale)}` };
    case 'BackupFailureReminded':
      return {
        what: words.reminded(fact.afterDays),
        detail: `${words.since(since, night)}: ${troubleSaid(fact.trouble, locale)}`,
      };
    case 'BackupRecovered':
      return { what: words.recovered, detail: words.recoveredWith(since, night) };
    default:
      return fact satisfies never;
  }
};

const troubleSaid = (trouble: NightTrouble, locale: Locale): string => {
  const kind = WORDS[locale].kinds[trouble.kind];
  if (!('failures' in trouble)) return kind;
  const codes = trouble.failures.map(
    ({ failure }) => `${failure.code}: ${stepSaid(failure.step, locale)}: ${failureSaid(failure, locale).what}`,
  );
  return [kind, ...new Set(codes)].join('; ');
};
