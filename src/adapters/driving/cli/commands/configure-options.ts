import type { SaveRequest } from '../../../../application/configuring-backup/requests.ts';
import type { Organisation } from '../../../../application/ports/organisation-directory.ts';
import type {
  BackupSettings,
  ConfidentialRecords,
  Locale,
  Replacement,
} from '../../../../domain/backup-configuration/settings.ts';
import { type Destination, isSameServer, type TlsMode } from '../../../../domain/destination/destination.ts';
import { type HostIdentity, readHostIdentity } from '../../../../domain/destination/host-identity.ts';
import { destinationProblemSaid } from '../../../shared/wording/destination-problems.ts';
import { CallFailed } from '../call-failed.ts';
import type { CallContext } from '../command.ts';
import { readCredential } from '../credential.ts';
import { readDestinationUrl, type UrlProblem } from '../destination-url.ts';
import type { GivenOptions, OptionName } from '../options.ts';
import { oneOf } from '../reading-options.ts';
import type { Words } from '../wording/words.ts';

/** A form on the command line, to be saved or tested. */
export const FORM_REQUIRED = ['plan', 'actor', 'destination', 'user'] as const satisfies readonly OptionName[];

export const FORM_OPTIONAL = [
  ...(['passwordStdin', 'privateKey', 'tls', 'trust', 'replace', 'confidential', 'filePrefix'] as const),
] as const satisfies readonly OptionName[];

/** What of the settings was given and can be read without knowing the present ones. */
export interface Wanted {
  readonly tls: TlsMode | undefined;
  readonly trust: HostIdentity | undefined;
  readonly replacement: Replacement | undefined;
  readonly confidential: ConfidentialRecords | undefined;
}

export const readWanted = (options: GivenOptions, locale: Locale, words: Words): Wanted => {
  const tls = oneOf('--tls', ['explicit', 'implicit', 'none'], options.tls, words);
  // Whatever the present settings are: what is wrong with the address is wrong with it anyway.
  wantedDestination(options.destination ?? '', tls, undefined, locale, words);
  return {
    tls,
    trust: trusted(options.trust, locale),
    replacement: oneOf('--replace', ['atomic', 'delete-then-rename', 'overwrite'], options.replace, words),
    confidential: oneOf('--confidential', ['include', 'leave-out'], options.confidential, words),
  };
};

/** What is not given stays as it is. Reads standard input, if it is to. */
export const readForm = async (
  { env, stdin, words, locale }: CallContext,
  options: GivenOptions,
  wanted: Wanted,
  organisation: Organisation,
  current: BackupSettings | undefined,
): Promise<SaveRequest> => {
  const destination = wantedDestination(options.destination ?? '', wanted.tls, current?.destination, locale, words);
  const isSame = current !== undefined && isSameServer(current.destination, destination);
  const sources = { isOnStdin: options.passwordStdin === true, privateKeyFile: options.privateKey, env, stdin };
  return {
    organisationId: organisation.id,
    actorId: options.actor ?? '',
    requestId: null,
    expectedVersion: null,
    destination,
    user: options.user ?? '',
    credential: await readCredential(sources, words),
    trustedIdentity: wanted.trust ?? (isSame ? current.trustedIdentity : null),
    replacement: wanted.replacement ?? current?.replacement ?? 'atomic',
    confidentialRecords: wanted.confidential ?? current?.confidentialRecords ?? 'include',
    filePrefix: options.filePrefix ?? null,
  };
};

/** Law: what was written is in no message, because it may hold a password. */
const wantedDestination = (
  url: string,
  tls: TlsMode | undefined,
  current: Destination | undefined,
  locale: Locale,
  words: Words,
): Destination => {
  const reading = readDestinationUrl(url, tls, current);
  if (reading.ok) return reading.value;
  const { problem } = reading;
  const said = isUrlProblem(problem, words) ? words.urlProblems[problem] : destinationProblemSaid(problem, locale);
  throw new CallFailed(2, problem, said);
};

const isUrlProblem = (problem: string, { urlProblems }: Words): problem is UrlProblem =>
  Object.hasOwn(urlProblems, problem);

const trusted = (text: string | undefined, locale: Locale): HostIdentity | undefined => {
  if (text === undefined) return undefined;
  const reading = readHostIdentity(text);
  if (!reading.ok) throw new CallFailed(2, reading.problem, destinationProblemSaid(reading.problem, locale));
  return reading.value;
};
