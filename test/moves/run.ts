/**
 * `npm run moves [-- --kills N]`: a store is moved into the double of a cluster, and whoever moves it is killed at random
 * moments, until so many kills (50) have struck. Exit 1 if anything was lost, altered or doubled.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as passing } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { killedMove, rehearse } from './killing.ts';
import { furnish, Home } from './old-home.ts';

/** Kills of one move, before it is let go on. */
const KILLS_A_MOVE = 5;

const ORGANISATIONS = ['eins', 'zwei', 'drei', 'vier', 'fuenf'];

const { values } = parseArgs({ options: { kills: { type: 'string', default: '50' } } });
const step = (said: string): string => said.split(' ')[0] ?? '';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const root = mkdtempSync(join(tmpdir(), 'planning-backup-moves-'));
const where = new Map<string, number>();
let [struck, moves, faults] = [0, 0, 0];
try {
  const furnished = join(root, 'furnished');
  await furnish(new Home(furnished), ORGANISATIONS);
  const took = await rehearse(furnished, join(root, 'rehearsal'));
  say(`An undisturbed move takes ${Math.round(took)} ms here.`);
  while (struck < Number(values.kills)) {
    const kills = Math.min(KILLS_A_MOVE, Number(values.kills) - struck);
    const folder = join(root, `move-${moves}`);
    const round = await killedMove(furnished, folder, { kills, awaited: () => passing(Math.random() * took) });
    rmSync(folder, { recursive: true });
    moves += 1;
    struck += round.kills.length;
    faults += round.faults.length;
    for (const at of round.kills) where.set(step(at), (where.get(step(at)) ?? 0) + 1);
    say(
      `${round.faults.length === 0 ? 'ok  ' : 'FAIL'} killed at ${round.kills.join(', ')}${round.faults.join('\n  ')}`,
    );
  }
} finally {
  rmSync(root, { recursive: true });
}
const told = [...where].map(([at, count]) => `${count} while ${at}`).join(', ');
say(
  `${struck} kills (${told}) of ${moves} moves; ${faults === 0 ? 'each was the same in the end.' : `${faults} FAULTS.`}`,
);
process.exitCode = faults === 0 ? 0 : 1;
