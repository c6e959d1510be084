import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Child, startChild } from '../support/child/child.ts';
import { eventsIn, fileStores, inventoryOfCluster, inventoryOfFile, mailsIn, sentFrom, storesAt } from './new-home.ts';
import { Home, headsInMails } from './old-home.ts';

/** The double in a process of its own, which outlives whoever moves. */
const startDouble = async (): Promise<{ readonly connection: string; readonly process: ChildProcess }> => {
  const path = fileURLToPath(new URL('../support/eventstoredb/serve.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', path, '--no-dedupe'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [connection] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { connection, process: child };
};

export interface Round {
  /** Where each kill struck: the last that the mover said. */
  readonly kills: readonly string[];
  /** What is not as it must be; empty if all is well. */
  readonly faults: readonly string[];
}

/** Milliseconds that a move takes here and now, from its first word to its last. */
export const rehearse = (furnished: string, folder: string): Promise<number> =>
  atADouble(furnished, folder, async ({ home, key, connection }) => {
    const child = startChild('move.ts', home.data, key, connection);
    await child.printed(1);
    const began = performance.now();
    if ((await child.ended) !== 0) throw new Error(child.lines.join('\n'));
    return performance.now() - began;
  });

/** One move: killed so often, each time when what is awaited has come; then gone on with, and looked at. */
export const killedMove = (
  furnished: string,
  folder: string,
  { kills, awaited }: { readonly kills: number; readonly awaited: (mover: Child) => Promise<unknown> },
): Promise<Round> =>
  atADouble(furnished, folder, async (stage) => {
    const { home, key, connection } = stage;
    const before = fileStores(home.store, key);
    const inventory = await inventoryOfFile(before);
    const mails = mailsIn(await eventsIn(before.storedHistory));
    await before.close();
    const heads = headsInMails(home);
    const struck: string[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      const child = startChild('move.ts', home.data, key, connection);
      await child.printed(1);
      await awaited(child);
      child.process.kill('SIGKILL');
      const ended = await child.ended;
      // Whoever was through when the kill came was not killed.
      if (child.lines.at(-1)?.startsWith('moved') === true) break;
      if (ended === 'SIGKILL') struck.push(child.lines.at(-1) ?? '');
    }
    const last = startChild('move.ts', home.data, key, connection);
    const faults: string[] = [];
    if ((await last.ended) !== 0) faults.push(`the last move ended with ${await last.ended}`);
    const [to, from] = [storesAt(connection, key), fileStores(home.store, key)];
    try {
      const there = await inventoryOfCluster(to, from);
      if (there.join('\n') !== inventory.join('\n')) faults.push('what lies there is not what lay here');
      if ((await inventoryOfFile(from)).join('\n') !== inventory.join('\n')) faults.push('what lay here has changed');
      faults.push(...(await evidenceFaults(stage, heads)));
      const owed = [...mails.due].filter((mail) => !mails.sent.has(mail)).sort();
      const sent = [...(await sentFrom(to, owed.length))].sort();
      if (sent.join() !== owed.join())
        faults.push(`owed were ${owed.length} mails, sent ${sent.length}: ${sent.join()}`);
    } finally {
      await to.close();
      await from.close();
    }
    return { kills: struck, faults };
  });

interface Stage {
  readonly home: Home;
  readonly key: string;
  readonly connection: string;
}

const atADouble = async <Result>(
  furnished: string,
  folder: string,
  work: (stage: Stage) => Promise<Result>,
): Promise<Result> => {
  cpSync(furnished, folder, { recursive: true });
  const home = new Home(folder);
  const { connection, process: double } = await startDouble();
  try {
    return await work({ home, key: join(home.data, 'master.key'), connection });
  } finally {
    double.kill();
    await once(double, 'exit');
  }
};

/** The source's public key vouches for each bundle, and of the mails' heads each for one. */
const evidenceFaults = async ({ home, connection }: Stage, heads: readonly string[]): Promise<readonly string[]> => {
  const env = { PLANNING_BACKUP_EVENTSTORE: connection, PLANNING_BACKUP_EVENTSTORE_INSECURE_LOOPBACK: '1' };
  const faults: string[] = [];
  const open = new Set(heads);
  for (const file of readdirSync(home.plans)) {
    const id = file.replace(/\.json$/, '');
    const bundle = join(home.data, `${id}.jsonl`);
    await home.call(['audit', 'export', '--organisation', id, '--output', bundle], env);
    const key = ['--public-key', join(home.data, 'audit-public.pem')];
    const { end, err } = await home.call(['audit', 'verify', bundle, ...key]);
    if (end !== 0) faults.push(`the evidence of ${id}: ${err}`);
    for (const head of open)
      if ((await home.call(['audit', 'verify', bundle, '--head', head])).end === 0) open.delete(head);
  }
  if (heads.length === 0 || open.size > 0) faults.push(`heads of mails that nothing has: ${[...open].join()}`);
  return faults;
};
