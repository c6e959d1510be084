import type { PlanUnavailable } from '../../../application/ports/planning-source.ts';
import type { Locale } from '../../../domain/backup-configuration/settings.ts';
import { type Said, said } from './said.ts';

/** The English of the plan file's reader, sentence by sentence; what is missing here stays English. */
const GERMAN: readonly (readonly [RegExp, string])[] = [
  [/^it does not exist$/, 'es gibt ihn nicht'],
  [/^it is not a file$/, 'er ist keine Datei'],
  [/^it is a folder and not a file$/, 'er ist ein Ordner und keine Datei'],
  [/^a part of its path is not a folder$/, 'ein Teil seines Pfads ist kein Ordner'],
  [/^there is no permission to read it$/, 'das Recht, ihn zu lesen, fehlt'],
  [/^it cannot be read \((.*)\)$/, 'er lässt sich nicht lesen ($1)'],
  [/^it is being written to; try again$/, 'er wird gerade geschrieben; versuchen Sie es noch einmal'],
  [/^it is larger than (\d+) MB$/, 'er ist größer als $1 MB'],
  [/^it is not UTF-8 text$/, 'er ist kein Text in UTF-8'],
  [/^it is empty$/, 'er ist leer'],
  [/^it is cut short: its end is missing$/, 'er ist abgeschnitten: sein Ende fehlt'],
  [/^it is not valid JSON$/, 'er ist kein gültiges JSON'],
  [
    /^it is not a JSON object with "organisation", "stories" and "events"$/,
    'er ist kein JSON-Objekt mit „organisation“, „stories“ und „events“',
  ],
  [/^it has no list "(\w+)"$/, 'die Liste „$1“ fehlt'],
  [/^"(.*)" has another file, (.*)$/s, '„$1“ hat noch einen anderen, $2'],
  [/^no file is the plan of "(.*)"$/s, 'keine Datei darin ist der Plan von „$1“'],
  [/^it is not the plan of "(.*)"$/, 'er ist nicht der Plan von „$1“'],
  [/^(organisation\S*) must be the name of an IANA time zone$/, '$1 muss der Name einer IANA-Zeitzone sein'],
  [/^(organisation\S*) must be "de" or "en"$/, '$1 muss „de“ oder „en“ sein'],
  [/^(organisation\S*) must be 1 to 64 of a-z, 0-9 and -$/, '$1 muss aus 1 bis 64 Zeichen a-z, 0-9 und - bestehen'],
  [/^(organisation\S*) must be one e-mail address$/, '$1 muss eine einzelne E-Mail-Adresse sein'],
  [/^(organisation\S*) must not be empty$/, '$1 darf nicht leer sein'],
  [/^(organisation\S*) must be a text$/, '$1 muss ein Text sein'],
  [/^(organisation\S*) must be a list$/, '$1 muss eine Liste sein'],
  [/^(organisation\S*) must be an object$/, '$1 muss ein Objekt sein'],
  [/^(organisation\S*) stands twice in the list$/, '$1 steht zweimal in der Liste'],
];

const SENTENCE = /^The plan at (.*) cannot be used: (.*)\.$/s;

/** Why a plan cannot be used, and what to do. */
export const planProblemSaid = ({ reason, message }: PlanUnavailable, locale: Locale): Said => {
  const remedy = REMEDIES[locale][reason];
  const sentence = SENTENCE.exec(message);
  if (locale === 'en' || sentence === null) return said(message, remedy);
  const [, path = '', what = ''] = sentence;
  const parts =
    german(what) ??
    what
      .split('; ')
      .map((part) => german(part) ?? part)
      .join('; ');
  return said(`Der Plan ${path} lässt sich nicht verwenden: ${parts}.`, remedy);
};

const german = (english: string): string | undefined => {
  const found = GERMAN.find(([pattern]) => pattern.test(english));
  return found && english.replace(found[0], found[1]);
};

const REMEDIES = {
  en: {
    unavailable: 'Name the file with the plan of the organisation, and check that it can be read.',
    unreadable: 'Have the plan exported once more, or correct what is named. Nothing was changed.',
  },
  de: {
    unavailable: 'Geben Sie die Datei mit dem Plan der Organisation an, und prüfen Sie, ob sie gelesen werden kann.',
    unreadable:
      'Lassen Sie den Plan noch einmal ausgeben, oder berichtigen Sie, was genannt ist. Geändert wurde nichts.',
  },
} as const;
