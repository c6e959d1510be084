import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileMasterKeyRing } from '../../../../src/adapters/driven/master-key-file/master-key-file.ts';
import { MasterKeyUnavailable } from '../../../../src/adapters/shared/sealing/master-key-ring.ts';

describe('the master key file', () => {
  let directory: string;
  let file: string;
  let ring: FileMasterKeyRing;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'planning-backup-key-'));
    file = join(directory, 'master.key');
    ring = new FileMasterKeyRing(file);
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  const unavailable = (work: () => unknown, message: string): void => {
    expect(work).toThrow(MasterKeyUnavailable);
    expect(work).toThrow(message);
  };

  it('is made at first use, its owner’s alone, 32 bytes in Base64', () => {
    const key = ring.current();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toBe(`${Buffer.from(key.bytes).toString('base64')}\n`);
    expect(key.bytes).toHaveLength(32);
    expect(key.id).toMatch(/^[0-9a-f]{32}$/);
    expect(readdirSync(directory)).toEqual(['master.key']);
  });

  it('is the same key at every later use', () => {
    const key = ring.current();
    expect(ring.current()).toEqual(key);
    expect(new FileMasterKeyRing(file).withId(key.id)).toEqual(key);
    expect(ring.withId('0'.repeat(32))).toBeUndefined();
  });

  it('is refused if others may read or write it', () => {
    const { id } = ring.current();
    for (const mode of [0o640, 0o604, 0o660, 0o620, 0o611, 0o644]) {
      chmodSync(file, mode);
      unavailable(() => ring.current(), `${file} is open to others than its owner: make it so with chmod 600`);
      unavailable(() => ring.withId(id), 'chmod 600');
    }
    chmodSync(file, 0o400);
    expect(ring.current().id).toBe(id);
  });

  it('is refused if it is no key, and nothing of it is shown', () => {
    const odd = [
      '',
      'secret',
      'A'.repeat(44),
      `${'A'.repeat(42)}B=`,
      `${'A'.repeat(44)}\n${'A'.repeat(44)}`,
      '\u0000'.repeat(2_000),
    ];
    for (const text of odd) {
      writeFileSync(file, text, { mode: 0o600 });
      unavailable(() => ring.current(), `${file} is no master key: it must hold 32 bytes in Base64, 44 characters`);
    }
  });

  it('says where it could not be written or read', () => {
    const lost = new FileMasterKeyRing(join(directory, 'missing', 'master.key'));
    unavailable(() => lost.current(), 'master.key.next cannot be written (ENOENT)');
    unavailable(() => new FileMasterKeyRing(directory).current(), `${directory} is no file`);
  });

  it('knows current and next key until it is settled', () => {
    const current = ring.current();
    const next = ring.makeNext();
    expect(statSync(`${file}.next`).mode & 0o777).toBe(0o600);
    expect([current, next].map(({ id }) => ring.withId(id))).toEqual([current, next]);
    expect(ring.current()).toEqual(current);

    ring.settle(next.id);
    expect(ring.current()).toEqual(next);
    expect(ring.withId(current.id)).toBeUndefined();
    expect(existsSync(`${file}.next`)).toBe(false);
    ring.settle(next.id);
    expect(ring.current()).toEqual(next);
  });

  it('forgets a next key that did not come into use', () => {
    const current = ring.current();
    const next = ring.makeNext();
    ring.settle(current.id);
    expect(ring.withId(next.id)).toBeUndefined();
    expect(ring.current()).toEqual(current);
  });

  it('settles on no key that it does not have', () => {
    const current = ring.current();
    ring.makeNext();
    const unknown = '0'.repeat(32);
    unavailable(() => ring.settle(unknown), `${file} does not hold the master key ${unknown}`);
    writeFileSync(`${file}.next`, 'half', { mode: 0o600 });
    unavailable(() => ring.settle(unknown), `${file} does not hold the master key ${unknown}`);
    expect(ring.withId(unknown)).toBeUndefined();
    expect(ring.current()).toEqual(current);
  });
});
