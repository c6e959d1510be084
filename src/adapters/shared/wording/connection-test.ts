import type { TestStep, TestWarning } from '../../../application/testing-connection/results.ts';
import type { Locale } from '../../../domain/backup-configuration/settings.ts';
import { type Said, said } from './said.ts';

const ENGLISH_STEPS: Readonly<Record<TestStep, string>> = {
  host: 'Check the address',
  reach: 'Reach the server',
  secure: 'Secure the connection',
  'log-in': 'Log in',
  directory: 'Open the directory',
  upload: 'Write a file',
  size: 'Check its size',
  replace: 'Replace the file',
  'clean-up': 'Remove the test file',
};

const GERMAN_STEPS: Readonly<Record<TestStep, string>> = {
  host: 'Adresse prüfen',
  reach: 'Server erreichen',
  secure: 'Verbindung absichern',
  'log-in': 'Anmelden',
  directory: 'Verzeichnis öffnen',
  upload: 'Datei schreiben',
  size: 'Dateigröße prüfen',
  replace: 'Datei ersetzen',
  'clean-up': 'Testdatei löschen',
};

/** What each step of a connection test does, in a few words. */
export const TEST_STEPS_SAID = { en: ENGLISH_STEPS, de: GERMAN_STEPS } as const;

/** What a test saw beside its steps. Names are those of files at the server. */
export const testWarningSaid = (warning: TestWarning, locale: Locale): Said => {
  const isGerman = locale === 'de';
  switch (warning.warning) {
    case 'foreign-file':
      return isGerman
        ? said(
            `„${warning.name}“ liegt dort schon und stammt nicht von diesem Backup.`,
            'Die erste Nacht ersetzt die Datei.',
          )
        : said(
            `“${warning.name}” is there already, and this backup did not put it there.`,
            'The first night replaces it.',
          );
    case 'probe-left-behind':
      return isGerman
        ? said(`Die Testdatei „${warning.name}“ ließ sich nicht löschen.`, 'Sie können sie entfernen.')
        : said(`The test file “${warning.name}” could not be removed.`, 'You may delete it.');
    case 'unprotected':
      return isGerman
        ? said('Ohne Verschlüsselung kann unterwegs jeder Passwort und Planung mitlesen.', 'Besser: SFTP oder FTPS.')
        : said('Without encryption anybody on the way can read the password and the plans.', 'Better: SFTP or FTPS.');
    default:
      return warning satisfies never;
  }
};

/** Why there was no test although nothing is wrong with what was to be tested. */
export const TEST_LIMITS_SAID: Readonly<
  Record<Locale, Readonly<Record<'TooManyTests' | 'TooManyRefusedLogins', Said>>>
> = {
  en: {
    TooManyTests: said(
      'There were too many tests in this hour.',
      'Please wait until the next hour. Saving is possible all the same.',
    ),
    TooManyRefusedLogins: said(
      'The server has refused this user several times in this hour. One more try could lock the account.',
      'Check user and password with your IT, and test again in an hour.',
    ),
  },
  de: {
    TooManyTests: said(
      'In dieser Stunde gab es zu viele Tests.',
      'Bitte warten Sie bis zur nächsten Stunde. Speichern können Sie trotzdem.',
    ),
    TooManyRefusedLogins: said(
      'Der Server hat diesen Benutzer in dieser Stunde mehrmals abgewiesen. Ein weiterer Versuch könnte das Konto sperren.',
      'Klären Sie Benutzer und Passwort mit Ihrer IT, und testen Sie in einer Stunde noch einmal.',
    ),
  },
};
