import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { cliProcess, type Ended } from '../support/cli-process.ts';
import { configureCall, oneCall, PASSWORD, writePlan } from '../support/one-call.ts';

// A process starts in about a second, and in several where the machine is busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder: string;
let plan: string;
const data = (): string => join(folder, 'data');
const key = (): string => join(data(), 'master.key');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'planning-backup-key-'));
  mkdirSync(join(folder, 'plans'));
  plan = writePlan(join(folder, 'plans'), 'abendblatt');
  expect((await oneCall(configureCall(plan), join(folder, 'made'))).exit).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(() => {
  rmSync(data(), { recursive: true, force: true });
  cpSync(join(folder, 'made'), data(), { recursive: true });
});

const KEYS: readonly (readonly [string, () => void])[] = [
  ['a foreign', () => writeFileSync(key(), `${Buffer.alloc(32, 7).toString('base64')}\n`)],
  ['no', () => rmSync(key())],
];

const children: ChildProcess[] = [];
afterEach(() => {
  // A service that is not refused would go on.
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

const cli = (...args: readonly string[]): Promise<Ended> =>
  cliProcess(args, { dataDirectory: data(), started: (child) => children.push(child) });

/** Every file of the data folder with its content's hash. */
const all = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(data(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((file) => [file, createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );

describe.each(KEYS)('with %s master key', (_, begin) => {
  beforeEach(begin);

  it.each([
    ['worker', () => ['worker', '--plans', join(folder, 'plans'), '--log', 'text']],
    ['serve', () => ['serve', '--plans', join(folder, 'plans'), '--port', '0', '--log', 'text']],
    ['backup', () => ['backup', '--plan', plan]],
  ] as const)('%s is refused with 1 and says what to put back; nothing is written', async (_command, args) => {
    const before = all();
    const { exit, out, err } = await cli(...args());
    expect([exit, out]).toEqual([1, '']);
    expect(err).toContain('The master key cannot be used: ');
    expect(err).toContain('PLANNING_BACKUP_MASTER_KEY_FILE');
    expect(err).not.toContain(PASSWORD);
    expect(all()).toEqual(before);
  });

  it('status says how things are, and warns of the key; nothing is written', async () => {
    const before = all();
    const { exit, out } = await cli('status');
    expect(exit).toBe(0);
    expect(out).toContain('abendblatt: active, version');
    expect(out).toContain('Warning: What is sealed cannot be opened: ');
    expect(all()).toEqual(before);
  });

  it('nobody is connected to with what does not open', async () => {
    const { exit, err } = await oneCall(['test-connection', '--organisation', 'abendblatt', '--lang', 'de'], data());
    expect([exit, err]).toEqual([1, expect.stringContaining('Der Hauptschlüssel ist nicht zu verwenden: ')]);
  });

  it('nothing was lost: with the right key the night goes on to its server', async () => {
    for (const args of [['status'], ['backup', '--plan', plan]]) await oneCall(args, data());
    cpSync(join(folder, 'made/master.key'), key());
    const { out } = await oneCall(['backup', '--plan', plan, '--json'], data());
    expect(JSON.parse(out).error.code).toBe('host-not-reachable');
  });
});
