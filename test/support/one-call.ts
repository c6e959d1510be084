import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CallEnd, runCommandLine } from '../../src/adapters/driving/cli/command-line.ts';
import { embedded } from '../../src/bootstrap/embedded.ts';

/** In no output, whatever fails. */
export const PASSWORD = 'canary-Paßwort-7f3a';

export interface Called {
  readonly exit: CallEnd;
  readonly out: string;
  readonly err: string;
}

/** One call of the command line on a data folder, in this process. */
export const oneCall = async (args: readonly string[], dataDirectory: string): Promise<Called> => {
  let [out, err] = ['', ''];
  const exit = await runCommandLine([...args, '--data', dataDirectory], {
    installation: embedded,
    env: {},
    stdin: (async function* () {
      yield PASSWORD;
    })(),
    stdout: {
      write: (text: string) => {
        out += text;
      },
    },
    stderr: {
      write: (text: string) => {
        err += text;
      },
    },
    program: 'planning-backup',
    version: '1.2.3',
    signal: new AbortController().signal,
  });
  return { exit, out, err };
};

/** Writes a plan without anything planned, and gives its path. */
export const writePlan = (folder: string, id: string): string => {
  const anna = { id: 'anna', name: 'Anna Weber', email: 'anna@abendblatt.example', locale: 'de' };
  const organisation = { id, name: id, timeZone: 'Europe/Berlin', locale: 'de', administrators: [anna] };
  const file = join(folder, `${id}.json`);
  writeFileSync(file, JSON.stringify({ organisation, stories: [], events: [] }));
  return file;
};

/** What sets a backup up at a server that nobody needs to reach for it. */
export const configureCall = (plan: string): readonly string[] => [
  ...['configure', '--plan', plan, '--actor', 'anna', '--user', 'redaktion', '--password-stdin'],
  ...['--destination', 'ftp://ftp.example/backup'],
];
