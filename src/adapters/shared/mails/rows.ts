import type { BackupSetUp } from '../../../domain/backup-configuration/events.ts';
import type { Locale } from '../../../domain/backup-configuration/settings.ts';
import type { Destination } from '../../../domain/destination/destination.ts';
import type { HostIdentity } from '../../../domain/destination/host-identity.ts';
import type { ConfigurationFact } from '../../../domain/history/history.ts';
import { settingsWords } from '../wording/settings.ts';
import { ENGLISH } from './english.ts';
import { GERMAN } from './german.ts';
import { harmlessValue } from './harmless-text.ts';
import type { RowName, Wording } from './wording.ts';

/** One line of what changed. `before` is null where there was nothing, or nothing to show. */
export interface Row {
  readonly label: string;
  readonly before: string | null;
  readonly after: string;
}

export const wordingOf = (locale: Locale): Wording => (locale === 'de' ? GERMAN : ENGLISH);

/** What a fact of the history changed, line by line, all of it harmless text; secrets are never part of a fact. */
export const rowsOf = (fact: ConfigurationFact, locale: Locale): readonly Row[] => {
  const words = wordingOf(locale);
  const values = settingsWords(locale);
  const row = (name: RowName, before: string | null, after: string): Row => ({
    label: words.rows[name],
    before: before === null ? null : harmlessValue(before),
    after: harmlessValue(after),
  });
  const differing = (name: RowName, before: string, after: string): readonly Row[] =>
    before === after ? [] : [row(name, before, after)];
  switch (fact.type) {
    case 'BackupSetUp':
      return setUpRows(fact, locale).map(([name, value]) => row(name, null, value));
    case 'FileNamesFixed':
      return [row('fileNames', null, `${fact.storyPlan}, ${fact.eventPlan}`)];
    case 'DestinationChanged': {
      const after = destinationRows(fact.to, words);
      return destinationRows(fact.from, words).flatMap(([name, before], index) =>
        differing(name, before, after[index]?.[1] ?? ''),
      );
    }
    case 'CredentialsChanged':
      return [
        ...differing('user', fact.from.user, fact.to.user),
        ...differing('loginMethod', values.methods[fact.from.method], values.methods[fact.to.method]),
        row(fact.to.method, null, words.replaced),
      ];
    case 'HostIdentityTrusted':
      return [row('identity', identityText(fact.from, locale), identityText(fact.to, locale))];
    case 'HostIdentityForgotten':
      return [row('identity', identityText(fact.from, locale), identityText(null, locale))];
    case 'ReplacementChanged':
      return [row('replacement', values.replacements[fact.from], values.replacements[fact.to])];
    case 'ConfidentialRecordsSettingChanged':
      return [row('confidential', values.confidential[fact.from], values.confidential[fact.to])];
    case 'TimeZoneChanged':
      return [row('timeZone', fact.from, fact.to)];
    case 'BackupPaused':
      return [row('backup', words.states.active, words.states.paused)];
    case 'BackupResumed':
      return [row('backup', words.states.paused, words.states.active)];
    case 'BackupRemoved':
      return [row('backup', null, words.states.removed)];
    default:
      return fact satisfies never;
  }
};

type NamedValue = readonly [name: RowName, value: string];

const setUpRows = (fact: BackupSetUp, locale: Locale): readonly NamedValue[] => {
  const words = wordingOf(locale);
  const values = settingsWords(locale);
  return [
    ...destinationRows(fact.destination, words),
    ['user', fact.login.user],
    ['loginMethod', values.methods[fact.login.method]],
    ['identity', identityText(fact.trustedIdentity, locale)],
    ['replacement', values.replacements[fact.replacement]],
    ['confidential', values.confidential[fact.confidentialRecords]],
    ['timeZone', fact.timeZone],
  ];
};

/** The parts one by one: a whole URL would become a link. */
const destinationRows = (
  { protocol, tlsMode, host, port, directory }: Destination,
  words: Wording,
): readonly NamedValue[] => [
  ['protocol', words.protocols(protocol, tlsMode)],
  ['server', host],
  ['port', String(port)],
  ['directory', directory],
];

const identityText = (identity: HostIdentity | null, locale: Locale): string =>
  identity === null
    ? wordingOf(locale).nothing
    : `${settingsWords(locale).identities[identity.kind]} ${identity.fingerprint}`;
