import { Argument, Option } from 'commander';
import { CallFailed } from './call-failed.ts';
import type { Words } from './wording/words.ts';

export type CommandName =
  | 'configure'
  | 'test-connection'
  | 'pause'
  | 'resume'
  | 'remove'
  | 'backup'
  | 'status'
  | 'history'
  | 'audit export'
  | 'audit verify'
  | 'worker'
  | 'serve'
  | 'sign-in'
  | 'rotate-master-key'
  | 'rotate-audit-key'
  | 'event-store set-up'
  | 'migrate';

/** Commands of two words are listed under the first. */
export type CommandGroup = 'audit' | 'event-store';

/** What a command takes without an option's name. */
export type ArgumentName = 'bundle';

const ARGUMENTS: Readonly<Record<ArgumentName, string>> = { bundle: '<FILE>' };

/** Every option there is, with what commander is told of it. Its description is in {@link Words}. */
const FLAGS = {
  data: '--data <DIR>',
  json: '--json',
  lang: '--lang <de|en>',
  plan: '--plan <FILE>',
  actor: '--actor <ADMIN>',
  destination: '--destination <URL>',
  user: '--user <NAME>',
  passwordStdin: '--password-stdin',
  privateKey: '--private-key <FILE>',
  tls: '--tls <explicit|implicit|none>',
  trust: '--trust <FINGERPRINT>',
  replace: '--replace <atomic|delete-then-rename|overwrite>',
  confidential: '--confidential <include|leave-out>',
  filePrefix: '--file-prefix <PREFIX>',
  allowNetwork: '--allow-network <CIDR>',
  night: '--night <YYYY-MM-DD>',
  older: '--older',
  strict: '--strict',
  organisation: '--organisation <ID>',
  at: '--at <INSTANT>',
  format: '--format <table|json|csv|xlsx>',
  output: '--output <FILE>',
  publicKey: '--public-key <FILE>',
  head: '--head <N:HASH>',
  plans: '--plans <DIR>',
  until: '--until <INSTANT>',
  port: '--port <N>',
  trustedUserHeader: '--trusted-user-header <NAME>',
  trustedProxy: '--trusted-proxy <CIDR>',
  log: '--log <json|text>',
  healthPort: '--health-port <N>',
  abandon: '--abandon',
} as const;

export type OptionName = keyof typeof FLAGS;

/** The options as commander gives them, typed by {@link FLAGS}; which are there is each command's declaration. */
export interface GivenOptions {
  readonly data?: string;
  readonly json?: boolean;
  readonly lang?: string;
  readonly plan?: string;
  readonly actor?: string;
  readonly destination?: string;
  readonly user?: string;
  readonly passwordStdin?: boolean;
  readonly privateKey?: string;
  readonly tls?: string;
  readonly trust?: string;
  readonly replace?: string;
  readonly confidential?: string;
  readonly filePrefix?: string;
  readonly allowNetwork?: readonly string[];
  readonly night?: string;
  readonly older?: boolean;
  readonly strict?: boolean;
  readonly organisation?: string;
  readonly at?: string;
  readonly format?: string;
  readonly output?: string;
  readonly publicKey?: string;
  readonly head?: readonly string[];
  /** No option: the argument. */
  readonly bundle?: string;
  readonly plans?: string;
  readonly until?: string;
  readonly port?: string;
  readonly trustedUserHeader?: string;
  readonly trustedProxy?: readonly string[];
  readonly log?: string;
  readonly healthPort?: string;
  readonly abandon?: boolean;
}

const REPEATABLE: ReadonlySet<OptionName> = new Set(['allowNetwork', 'trustedProxy', 'head']);

export const argumentFor = (name: ArgumentName, words: Words): Argument =>
  new Argument(ARGUMENTS[name], words.help.arguments[name]);

export const optionFor = (name: OptionName, words: Words): Option => {
  const option = new Option(FLAGS[name], words.help.options[name]);
  if (!REPEATABLE.has(name)) return option;
  return option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]);
};

/** Commander would ask for these before it says that an option was mistyped. */
export const demandOptions = (required: readonly OptionName[], given: GivenOptions, { call }: Words): void => {
  const missing = required.find((name) => given[name] === undefined);
  if (missing !== undefined) throw new CallFailed(2, 'OptionMissing', call.optionMissing(FLAGS[missing]));
};
