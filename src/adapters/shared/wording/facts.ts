import type { BackupSetUp } from '../../../domain/backup-configuration/events.ts';
import type { Locale, Login } from '../../../domain/backup-configuration/settings.ts';
import type { ConfigurationFact } from '../../../domain/history/history.ts';
import { destinationText, identityText, settingsWords } from './settings.ts';

/** One thing that changed, before and after. `from` is undefined where there was nothing before, `to` where nothing is now. */
export interface FactSaid {
  readonly what: string;
  readonly from?: string;
  readonly to?: string;
}

/** The names of settings, as tables and histories head them. */
export interface FactWords {
  readonly setUp: string;
  readonly removed: string;
  readonly paused: string;
  readonly resumed: string;
  readonly destination: string;
  readonly login: string;
  readonly newSecret: Readonly<Record<Login['method'], string>>;
  readonly identity: string;
  readonly replacement: string;
  readonly confidential: string;
  readonly timeZone: string;
  readonly language: string;
  readonly fileNames: string;
}

const ENGLISH: FactWords = {
  setUp: 'backup set up',
  removed: 'backup removed',
  paused: 'backup paused',
  resumed: 'backup resumed',
  destination: 'destination',
  login: 'login',
  newSecret: { password: 'password replaced', 'private-key': 'private key replaced' },
  identity: 'trusted identity',
  replacement: 'replacing files',
  confidential: 'confidential records',
  timeZone: 'time zone',
  language: 'language',
  fileNames: 'file names',
};

const GERMAN: FactWords = {
  setUp: 'Backup eingerichtet',
  removed: 'Backup entfernt',
  paused: 'Backup angehalten',
  resumed: 'Backup fortgesetzt',
  destination: 'Ziel',
  login: 'Anmeldung',
  newSecret: { password: 'Passwort ersetzt', 'private-key': 'privater Schlüssel ersetzt' },
  identity: 'Vertraute Identität',
  replacement: 'Ersetzen der Dateien',
  confidential: 'Vertrauliche Einträge',
  timeZone: 'Zeitzone',
  language: 'Sprache',
  fileNames: 'Dateinamen',
};

const WORDS = { en: ENGLISH, de: GERMAN } as const;

export const factWords = (locale: Locale): FactWords => WORDS[locale];

/** A fact of the history in words; setting a backup up says each setting. */
export const factSaid = (fact: ConfigurationFact, locale: Locale): readonly FactSaid[] => {
  const words = WORDS[locale];
  const values = settingsWords(locale);
  switch (fact.type) {
    case 'BackupSetUp':
      return [{ what: words.setUp }, ...setUpSaid(fact, locale)];
    case 'FileNamesFixed':
      return [{ what: words.fileNames, to: `${fact.storyPlan}, ${fact.eventPlan}` }];
    case 'DestinationChanged':
      return [
        {
          what: words.destination,
          from: destinationText(fact.from, locale),
          to: destinationText(fact.to, locale),
        },
      ];
    case 'CredentialsChanged': {
      const [from, to] = [loginText(fact.from, locale), loginText(fact.to, locale)];
      return [from === to ? { what: words.newSecret[fact.to.method] } : { what: words.login, from, to }];
    }
    case 'HostIdentityTrusted':
      return [{ what: words.identity, from: identityText(fact.from, locale), to: identityText(fact.to, locale) }];
    case 'HostIdentityForgotten':
      return [{ what: words.identity, from: identityText(fact.from, locale), to: values.noIdentity }];
    case 'ReplacementChanged':
      return [{ what: words.replacement, from: values.replacements[fact.from], to: values.replacements[fact.to] }];
    case 'ConfidentialRecordsSettingChanged':
      return [{ what: words.confidential, from: values.confidential[fact.from], to: values.confidential[fact.to] }];
    case 'TimeZoneChanged':
      return [{ what: words.timeZone, from: fact.from, to: fact.to }];
    case 'BackupPaused':
      return [{ what: words.paused }];
    case 'BackupResumed':
      return [{ what: words.resumed }];
    case 'BackupRemoved':
      return [{ what: words.removed }, { what: words.destination, from: destinationText(fact.destination, locale) }];
    default:
      return fact satisfies never;
  }
};

const loginText = ({ user, method }: Login, locale: Locale): string =>
  `${user} (${settingsWords(locale).methods[method]})`;

/** The settings as they are shown everywhere, in one order. */
export const setUpSaid = (settings: Omit<BackupSetUp, 'type'>, locale: Locale): readonly FactSaid[] => {
  const words = WORDS[locale];
  const values = settingsWords(locale);
  return [
    { what: words.destination, to: destinationText(settings.destination, locale) },
    { what: words.login, to: loginText(settings.login, locale) },
    { what: words.identity, to: identityText(settings.trustedIdentity, locale) },
    { what: words.replacement, to: values.replacements[settings.replacement] },
    { what: words.confidential, to: values.confidential[settings.confidentialRecords] },
    { what: words.timeZone, to: settings.timeZone },
    { what: words.language, to: values.locales[settings.locale] },
  ];
};
