import { execFileSync } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canonicalJson } from '../src/adapters/shared/event-codec/canonical-json.ts';
import { hashOf } from '../src/adapters/shared/event-codec/chain.ts';
import { verifyingKeyOf } from '../src/adapters/shared/evidence/signed-note.ts';
import { verifyBundle } from '../src/adapters/shared/evidence/verify-bundle.ts';
import { type LongHistory, longHistory, writeBundle } from './audit/long-history.ts';
import { replaying } from './audit/replaying.ts';
import { signing } from './audit/signing.ts';
import { median, rate, say, seconds } from './audit/timing.ts';

const EVENTS = 100_000;
const ROUNDS = 7;
const CHILD = fileURLToPath(new URL('audit/child.ts', import.meta.url));

/**
 * Verifying a bundle against canonicalising and hashing its events alone, replaying an aggregate against parsing it
 * alone, both in turns in one process; and how much memory a verification takes, by the number of events: what it
 * still holds when the last one has been read, and what its process had at most.
 */
export const bench = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'planning-backup-bench-'));
  try {
    for (const kind of ['settings', 'nights'] as const) await rates(kind, join(folder, `${kind}.jsonl`));
    await replaying(longHistory('settings', EVENTS).events);
    for (const nights of [1_000, 10_000]) await signing(nights);
    memory(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const rates = async (kind: 'settings' | 'nights', file: string): Promise<void> => {
  const history = longHistory(kind, EVENTS);
  writeBundle(file, history);
  const contents = history.events.map(({ payload }): unknown => JSON.parse(payload));
  const verifying: number[] = [];
  const hashing: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    hashing.push(await seconds(() => canonicaliseAndHash(history, contents)));
    verifying.push(await seconds(() => verify(file, history)));
  }
  const [alone, whole] = [median(hashing), median(verifying)];
  const count = history.events.length;
  say(`${kind}: ${count} events, ${history.notes.length} checkpoints, median of ${ROUNDS}`);
  say(`  canonicalising and hashing alone  ${rate(count, alone)} events a second`);
  say(`  verifying the bundle              ${rate(count, whole)} events a second, ratio ${(alone / whole).toFixed(2)}`);
};

/** What any verifier has to do at least, on events that are in memory already. */
const canonicaliseAndHash = ({ events }: LongHistory, contents: readonly unknown[]): void => {
  for (const [index, event] of events.entries()) {
    const payload = canonicalJson(contents[index]);
    if (hashOf({ ...event, payload }) !== event.hash) throw new Error('the benchmark hashes something else');
  }
};

const verify = async (file: string, { publicKey }: LongHistory): Promise<void> => {
  const anchors = { publicKey: verifyingKeyOf(publicKey) ?? null, heads: [] };
  const { verdict } = await verifyBundle(createReadStream(file), anchors);
  if (verdict !== 'anchored') throw new Error(`the benchmark's bundle is ${verdict}`);
};

const memory = (folder: string): void => {
  for (const kind of ['settings', 'nights'] as const)
    for (const count of [10_000, 100_000, 300_000]) {
      const file = join(folder, 'memory.jsonl');
      const history = longHistory(kind, count);
      writeBundle(file, history);
      const command = ['--expose-gc', '--import', 'tsx', CHILD, file, history.publicKey];
      const out = execFileSync(process.execPath, command, { encoding: 'utf8' });
      const { verdict, retained, maxRss } = JSON.parse(out) as { verdict: string; retained: number; maxRss: number };
      if (verdict !== 'anchored') throw new Error(`the benchmark's bundle is ${verdict}`);
      say(
        `memory, ${kind}: ${count} events, ${history.notes.length} checkpoints: ` +
          `${(retained / 1e6).toFixed(1)} MB retained at the end, ${Math.round(maxRss / 1024)} MB resident at most`,
      );
    }
};
