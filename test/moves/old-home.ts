import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommandLine } from '../../src/adapters/driving/cli/command-line.ts';
import { embedded } from '../../src/bootstrap/embedded.ts';

export const PASSWORD = 'canary-Paßwort-7f3a';

const ADMINISTRATORS = [
  { id: 'anna', name: 'Anna Weber', email: 'anna@planung.example', locale: 'de' },
  { id: 'ben', name: 'Ben Okafor', email: 'ben@planung.example', locale: 'en' },
  { id: 'cem', name: 'Cem Yılmaz', email: 'cem@planung.example', locale: 'de' },
] as const;

const organisationOf = (id: string) => ({
  ...{ id, name: `Redaktion ${id}`, timeZone: 'Europe/Berlin', locale: 'de' as const },
  administrators: ADMINISTRATORS,
});

export interface Called {
  readonly end: unknown;
  readonly out: string;
  readonly err: string;
}

/** The data folder of one machine, and its plans. */
export class Home {
  readonly data: string;
  readonly #plans: string;

  constructor(folder: string) {
    this.data = join(folder, 'data');
    this.#plans = join(folder, 'plans');
    mkdirSync(this.#plans, { recursive: true });
  }

  get store(): string {
    return join(this.data, 'planning-backup.sqlite');
  }

  async call(argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Called> {
    let [out, err] = ['', ''];
    const end = await runCommandLine([...argv, '--data', this.data], {
      installation: embedded,
      env: { PLANNING_BACKUP_PASSWORD: PASSWORD, LANG: 'en', ...env },
      stdin: (async function* () {})(),
      stdout: { write: (text) => (out += text) },
      stderr: { write: (text) => (err += text) },
      program: 'planning-backup',
      version: '1.2.3',
      signal: new AbortController().signal,
    });
    return { end, out, err };
  }

  as(id: string, actor: string): readonly string[] {
    const plan = join(this.#plans, `${id}.json`);
    if (!existsSync(plan))
      writeFileSync(plan, JSON.stringify({ organisation: organisationOf(id), stories: [], events: [] }));
    return ['--plan', plan, '--actor', actor];
  }

  get plans(): string {
    return this.#plans;
  }
}

const configure = (home: Home, id: string, actor: string, directory: string): readonly string[] => [
  ...['configure', ...home.as(id, actor), '--user', 'redaktion'],
  ...['--destination', `ftp://203.0.113.7/${directory}`],
];

/** Nobody takes a mail there: what is to be told stays owed. */
const NO_MAIL_SERVER = { PLANNING_BACKUP_SMTP: 'smtp://127.0.0.1:9', PLANNING_BACKUP_MAIL_FROM: 'b@planung.example' };

/**
 * A store as years leave it, in small: backups set up, changed, paused and removed, a password that was destroyed, nights
 * that failed, attempts; mails that were sent, and mails that are owed.
 */
export const furnish = async (home: Home, organisations: readonly string[]): Promise<void> => {
  for (const [index, id] of organisations.entries()) {
    await done(home.call(configure(home, id, 'anna', 'planung')));
    await home.call(['backup', ...home.as(id, 'anna').slice(0, 2)]);
    await done(home.call(configure(home, id, 'ben', 'planung/neu'), index % 2 === 0 ? {} : NO_MAIL_SERVER));
    if (index % 3 === 1) await done(home.call(['pause', ...home.as(id, 'cem')]));
    if (index % 3 === 2) await done(home.call(['remove', ...home.as(id, 'anna')]));
  }
};

const done = async (called: Promise<Called>): Promise<void> => {
  const { end, err } = await called;
  if (end !== 0) throw new Error(err);
};

/** `N:HASH` of each mail that was written before. */
export const headsInMails = (home: Home): readonly string[] => {
  const outbox = join(home.data, 'outbox');
  return readdirSync(outbox).flatMap((file) => {
    const text = readFileSync(join(outbox, file), 'utf8').replaceAll('=\r\n', '').replaceAll('=3D', '=');
    const found = /--head (\d+:[0-9a-f]{64})/.exec(text) ?? /\b(\d+:[0-9a-f]{64})\b/.exec(text);
    return found?.[1] === undefined ? [] : [found[1]];
  });
};
