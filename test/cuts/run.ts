/**
 * `npm run cuts`: real servers, real connections, and what can happen to them, while a reader watches the files that a
 * newsroom would open. Starts and stops servers of its own. Exit 1 if a law was broken.
 */
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { REAL_PARTS_VARIABLE, type RealServer, realParts } from '../support/real-parts/description.ts';
import { down } from '../support/real-parts/down.ts';
import { identify } from '../support/real-parts/processes.ts';
import { up } from '../support/real-parts/up.ts';
import { type Campaign, replacementsOf, TROUBLES, type Trouble, troubleServer } from './campaign.ts';
import type { Findings } from './findings.ts';
import { Reader } from './reader.ts';
import { findingsSaid, summarySaid } from './summary.ts';

const USAGE = `usage: npm run cuts -- [--only NAME,…] [--positions N] [--trouble NAME,…] [--json]
  --only       servers, by the beginning of their names: vsftpd, proftpd-explicit, openssh
  --positions  where each channel of a night is cut, by each fault (40)
  --trouble    ${TROUBLES.join(', ')} (all)`;

/** Servers that are troubled at the same time: a cut that waits for its deadline needs no processor. */
const AT_ONCE = 4;

const isTrouble = (name: string): name is Trouble => (TROUBLES as readonly string[]).includes(name);

const options = ():
  | (Pick<Campaign, 'positions' | 'troubles'> & { only: readonly string[]; json: boolean })
  | undefined => {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { only: text, positions: text, trouble: text, json: { type: 'boolean', default: false } },
  });
  const positions = Number(values.positions ?? 40);
  const troubles = values.trouble?.split(',') ?? [...TROUBLES];
  if (!Number.isInteger(positions) || positions < 1 || !troubles.every(isTrouble)) return undefined;
  return { only: values.only?.split(',') ?? [''], positions, troubles, json: values.json };
};

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** The longest first, a few at a time, each with a loopback address of its own. */
const troubleAll = async (servers: readonly RealServer[], campaign: Campaign): Promise<void> => {
  const waiting = servers.map((server, index) => ({ server, host: `127.0.1.${index + 1}` }));
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      await troubleServer(next.server, next.host, campaign);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
};

const main = async (): Promise<number> => {
  const wanted = options();
  if (wanted === undefined) {
    say(USAGE);
    return 2;
  }
  const description = await up(identify(process.pid));
  process.env[REAL_PARTS_VARIABLE] = description;
  // Once, whoever asks first: an interrupt ends the servers, and with them what goes on there.
  let ended: Promise<void> | undefined;
  const end = (): Promise<void> => {
    ended ??= down(dirname(description));
    return ended;
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void end().finally(() => process.exit(130)));
  const reader = new Reader();
  const all: Findings[] = [];
  const found = (findings: Findings): void => {
    all.push(findings);
    say(findingsSaid(findings));
  };
  try {
    const parts = realParts();
    const servers = parts.servers.filter(
      (server) => replacementsOf(server).length > 0 && wanted.only.some((name) => server.name.startsWith(name)),
    );
    await troubleAll(servers, { ...wanted, parts, reader, found });
  } finally {
    reader.close();
    await end();
  }
  process.stdout.write(`${wanted.json ? JSON.stringify(all, null, 2) : summarySaid(all)}\n`);
  return all.length > 0 && all.every(({ faults }) => faults.length === 0) ? 0 : 1;
};

// What was cut can leave handles behind that Node 20 waits for at its end, for ever.
process.exit(await main());
