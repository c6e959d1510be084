import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { configureCall, oneCall, writePlan } from '../support/one-call.ts';
import { run } from '../support/real-parts/shell.ts';

const MEGABYTE = 1_048_576;

let folder: string;
let disk: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'planning-backup-auditor-'));
  disk = join(folder, 'disk');
  mkdirSync(disk);
  expect((await oneCall(configureCall(writePlan(folder, 'abendblatt')), join(folder, 'data'))).exit).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(async () => {
  await run('mount', ['-t', 'tmpfs', '-o', 'size=2m,mode=700,nosuid,nodev,noexec', 'planning-backup-test', disk]);
  cpSync(join(folder, 'data'), join(disk, 'data'), { recursive: true });
});
afterEach(async () => {
  await run('umount', [disk]);
});

const call = (...args: readonly string[]) => oneCall([...args, '--lang', 'en'], join(disk, 'data'));

const TROUBLES: readonly (readonly [string, () => Promise<void>])[] = [
  ['read-only', async () => void (await run('mount', ['-o', 'remount,ro', disk]))],
  ['full', async () => expect(() => writeFileSync(join(disk, 'filler'), Buffer.alloc(3 * MEGABYTE))).toThrow('ENOSPC')],
];

describe.each(TROUBLES)('on a disk that is %s', (_, begin) => {
  beforeEach(begin);

  it('status says how things are, and that the record is what was signed', async () => {
    const { exit, out, err } = await call('status');
    expect([exit, err]).toEqual([0, '']);
    expect(out).toContain('abendblatt: active, version');
    expect(out).not.toContain('could not be checked');
  });

  it('history says every change', async () => {
    const { exit, out } = await call('history', '--organisation', 'abendblatt');
    expect([exit, out.includes('anna')]).toEqual([0, true]);
  });

  it('the evidence is written to another disk, and verified', async () => {
    const bundle = join(folder, 'bundle.jsonl');
    expect(await call('audit', 'export', '--organisation', 'abendblatt', '--output', bundle)).toMatchObject({
      exit: 0,
    });
    const key = join(disk, 'data/audit-public.pem');
    expect(await call('audit', 'verify', bundle, '--public-key', key)).toMatchObject({ exit: 0 });
  });

  it('a change is refused, and says why', async () => {
    const { exit, err } = await call('pause', '--plan', join(folder, 'abendblatt.json'), '--actor', 'anna');
    expect(exit).toBe(1);
    expect(err).toContain('The store cannot be used');
  });
});
