import { execFileSync } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canonicalJson } from '../src/adapters/shared/event-codec/canonical-json.ts';
import { following, hashOf, recorded, STREAM_START } from '../src/adapters/shared/event-codec/chain.ts';
import { verifyingKeyOf } from '../src/adapters/shared/evidence/signed-note.ts';
import { verifyBundle } from '../src/adapters/shared/evidence/verify-bundle.ts';
import { backupConfiguration } from '../src/domain/backup-configuration/decide.ts';
import type { BackupConfigurationEvent } from '../src/domain/backup-configuration/events.ts';
import { type LongHistory, longHistory, writeBundle } from './audit/long-history.ts';

const EVENTS = 100_000;
const ROUNDS = 7;
const CHILD = fileURLToPath(new URL('audit/child.ts', import.meta.url));

/**
 * Verifying a bundle against canonicalising and hashing its events alone, replaying an aggregate against parsing it
 * alone, both in turns in one process; and how much memory a verification takes, by the number of events.
 */
export const bench = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'planning-backup-bench-'));
  try {
    for (const kind of ['settings', 'nights'] as const) await rates(kind, join(folder, `${kind}.jsonl`));
    replaying();
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
  const { verdict } = await verifyBundle(createReadStream(file, { highWaterMark: 1024 * 1024 }), anchors);
  if (verdict !== 'anchored') throw new Error(`the benchmark's bundle is ${verdict}`);
};

/** As a store's read does it, event after event: verified, decoded, and, for the replay, folded. */
const replaying = (): void => {
  const { events } = longHistory('settings', EVENTS);
  const read = (use: (event: BackupConfigurationEvent) => void): void => {
    let end = STREAM_START;
    for (const stored of events) {
      end = following(end, stored);
      use(recorded(stored, 1n).event as BackupConfigurationEvent);
    }
  };
  const replay = (): void => {
    let state = backupConfiguration.initialState;
    read((event) => {
      state = backupConfiguration.evolve(state, event);
    });
    if (state.version !== events.length) throw new Error('the benchmark replays something else');
  };
  const times = { json: [] as number[], parse: [] as number[], replay: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.json.push(secondsNow(() => events.forEach(({ payload }) => void JSON.parse(payload))));
    times.parse.push(secondsNow(() => read(() => undefined)));
    times.replay.push(secondsNow(replay));
  }
  const [json, parse, whole] = [median(times.json), median(times.parse), median(times.replay)];
  const count = events.length;
  say(`replaying: ${count} events of one aggregate, median of ${ROUNDS}`);
  say(`  JSON.parse of the payloads alone  ${rate(count, json)} events a second`);
  say(`  parsed to events, hashes verified ${rate(count, parse)} events a second`);
  say(`  replayed to a state               ${rate(count, whole)} events a second, ratio ${(parse / whole).toFixed(2)}`);
};

const memory = (folder: string): void => {
  for (const kind of ['settings', 'nights'] as const)
    for (const count of [1_000, 10_000, 100_000, 300_000]) {
      const file = join(folder, 'memory.jsonl');
      const history = longHistory(kind, count);
      writeBundle(file, history);
      const out = execFileSync(process.execPath, ['--import', 'tsx', CHILD, file, history.publicKey], {
        encoding: 'utf8',
      });
      const { verdict, maxRss } = JSON.parse(out) as { verdict: string; maxRss: number };
      if (verdict !== 'anchored') throw new Error(`the benchmark's bundle is ${verdict}`);
      say(
        `memory, ${kind}: ${count} events, ${history.notes.length} checkpoints: ${Math.round(maxRss / 1024)} MB at most`,
      );
    }
};

const seconds = async (work: () => void | Promise<void>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

const secondsNow = (work: () => void): number => {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const rate = (count: number, time: number): string => Math.round(count / time).toLocaleString('en');

const say = (line: string): void => void process.stdout.write(`${line}\n`);
