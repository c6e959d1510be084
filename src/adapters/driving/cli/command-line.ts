import { resolve } from 'node:path';
import { CommanderError } from 'commander';
import type { Telemetry } from '../../../application/ports/telemetry.ts';
import { Secret } from '../../../application/secret.ts';
import type { Locale } from '../../../domain/backup-configuration/settings.ts';
import { languageOf, wantsJson } from './arguments.ts';
import { CallFailed, type ExitCode } from './call-failed.ts';
import type { CallContext, CliCommand, Surroundings } from './command.ts';
import { callFailedBy } from './failing.ts';
import type { Place } from './installation.ts';
import type { GivenOptions } from './options.ts';
import { Output } from './output.ts';
import { parseFailure, parserFor } from './parser.ts';
import { allowedNetworks, oneOf } from './reading-options.ts';
import { wordsIn } from './wording/in.ts';

const DEFAULT_DATA_DIRECTORY = 'planning-backup-data';

const NOBODY: Telemetry = { happened: () => undefined };

/** What an interrupted call exits with is its process' business. */
export type CallEnd = ExitCode | 'interrupted';

type Run = (command: CliCommand, options: GivenOptions) => Promise<ExitCode>;

/** Runs one call: parses, runs its command, closes what that opened, and says what failed. Never rejects. */
export const runCommandLine = async (argv: readonly string[], surroundings: Surroundings): Promise<CallEnd> => {
  const locale = languageOf(argv, surroundings.env);
  const words = wordsIn(locale);
  const output = new Output(surroundings.stdout, surroundings.stderr, wantsJson(argv));
  const endings: (() => Promise<void>)[] = [];
  const run: Run = (command, options) => {
    oneOf('--lang', ['de', 'en'], options.lang, words);
    const place = placeOf(options, surroundings.env);
    const atEnd = (work: () => Promise<void>): void => void endings.push(work);
    const open: CallContext['open'] = async ({ plan, allowed, telemetry = NOBODY, use = 'changing' }) => {
      const networks = allowedNetworks(allowed, surroundings.env, words);
      const options = { ...place, plan, use, allowedNetworks: networks, telemetry };
      const backup = await surroundings.installation.open(options);
      atEnd(() => backup.close());
      const movedTo = await backup.movedTo();
      if (movedTo !== null) output.message(words.moving.sealed(movedTo));
      return backup;
    };
    return command.run({ ...surroundings, argv, output, locale, words, place, open, atEnd }, options);
  };
  const call = parseAndRun(argv, surroundings, locale, run);
  const end = await Promise.race([call, interruption(surroundings.signal)]).catch((error: unknown) =>
    callFailedBy(error, locale),
  );
  for (const ending of endings.reverse()) await ending();
  if (end instanceof CallFailed) return report(end, output, words.error);
  if (end === 'interrupted') output.message(words.interrupted);
  return end;
};

const parseAndRun = async (
  argv: readonly string[],
  surroundings: Surroundings,
  locale: Locale,
  run: Run,
): Promise<ExitCode> => {
  const words = wordsIn(locale);
  let end: ExitCode = 0;
  const parser = parserFor(words, surroundings, async (command, options) => {
    end = await run(command, options);
  });
  try {
    await parser.parseAsync(argv, { from: 'user' });
    return end;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    throw parseFailure(error, words);
  }
};

const placeOf = ({ data }: GivenOptions, env: Surroundings['env']): Place => {
  const keyFile = nonEmpty(env.PLANNING_BACKUP_MASTER_KEY_FILE);
  const auditKeyFile = nonEmpty(env.PLANNING_BACKUP_AUDIT_KEY_FILE);
  const smtp = nonEmpty(env.PLANNING_BACKUP_SMTP);
  const eventStore = nonEmpty(env.PLANNING_BACKUP_EVENTSTORE);
  return {
    dataDirectory: resolve(nonEmpty(data) ?? nonEmpty(env.PLANNING_BACKUP_DATA) ?? DEFAULT_DATA_DIRECTORY),
    masterKeyFile: keyFile === undefined ? null : resolve(keyFile),
    auditKeyFile: auditKeyFile === undefined ? null : resolve(auditKeyFile),
    smtp: smtp === undefined ? null : new Secret(smtp),
    mailFrom: nonEmpty(env.PLANNING_BACKUP_MAIL_FROM) ?? null,
    eventStore:
      eventStore === undefined
        ? null
        : {
            connection: new Secret(eventStore),
            mayBeInsecure: env.PLANNING_BACKUP_EVENTSTORE_INSECURE_LOOPBACK === '1',
          },
  };
};

const nonEmpty = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

const interruption = (signal: AbortSignal): Promise<'interrupted'> =>
  new Promise((end) => {
    if (signal.aborted) end('interrupted');
    signal.addEventListener('abort', () => end('interrupted'), { once: true });
  });

const report = ({ exitCode, code, said, document, lines }: CallFailed, output: Output, error: string): ExitCode => {
  const { what: message, remedy } = said;
  if (output.isJson || lines.length > 0) output.result({ ...document, error: { code, message, remedy } }, lines);
  if (!output.isJson) output.failure(`${error}: ${message}`, `  → ${remedy}`);
  return exitCode;
};
