import { createPublicKey, generateKeyPairSync } from 'node:crypto';
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
import { FileAuditKeys } from '../../../../src/adapters/driven/signing-key/audit-key-file.ts';
import { verifyingKey } from '../../../../src/adapters/shared/evidence/signed-note.ts';
import { SigningKeyUnavailable } from '../../../../src/application/ports/checkpoint-signer.ts';

describe('the file of the audit key', () => {
  let directory: string;
  let place: { file: string; publicFile: string };
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'planning-backup-audit-key-'));
    place = { file: join(directory, 'audit-private.pem'), publicFile: join(directory, 'audit-public.pem') };
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it('is made once, for its owner alone, with its public half beside it', () => {
    const made = verifyingKey(new FileAuditKeys(place).current());
    expect(verifyingKey(new FileAuditKeys(place).current()).raw).toBe(made.raw);
    expect(statSync(place.file).mode & 0o777).toBe(0o600);
    expect(verifyingKey(createPublicKey(readFileSync(place.publicFile))).raw).toBe(made.raw);
    expect(readdirSync(directory).sort()).toEqual(['audit-private.pem', 'audit-public.pem']);
  });

  it('may be given, and its public half is written then', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(place.file, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
    expect(verifyingKey(new FileAuditKeys(place).current()).raw).toBe(verifyingKey(privateKey).raw);
    expect(verifyingKey(createPublicKey(readFileSync(place.publicFile))).raw).toBe(verifyingKey(privateKey).raw);
  });

  it('is the same object as long as the file holds the same, and another once another process has handed over', () => {
    const keys = new FileAuditKeys(place);
    const before = keys.current();
    expect(keys.current()).toBe(before);
    const other = new FileAuditKeys(place);
    other.makeNext();
    other.promote();
    expect(verifyingKey(keys.current()).raw).toBe(verifyingKey(other.current()).raw);
    expect(verifyingKey(keys.current()).raw).not.toBe(verifyingKey(before).raw);
  });

  it('gives way to the next one, which leaves nothing of the old', () => {
    const keys = new FileAuditKeys(place);
    keys.current();
    const old = readFileSync(place.file, 'utf8');
    expect(keys.next()).toBeUndefined();
    const next = verifyingKey(keys.makeNext()).raw;
    expect(verifyingKey(keys.next() as never).raw).toBe(next);
    expect(readFileSync(place.file, 'utf8')).toBe(old);
    keys.promote();
    expect(verifyingKey(keys.current()).raw).toBe(next);
    expect(keys.next()).toBeUndefined();
    expect(verifyingKey(createPublicKey(readFileSync(place.publicFile))).raw).toBe(next);
    for (const name of readdirSync(directory))
      expect(readFileSync(join(directory, name), 'utf8').includes(old.split('\n')[1] ?? '?')).toBe(false);
  });

  it('that others can read, or that is none, is refused by name', () => {
    new FileAuditKeys(place).current();
    chmodSync(place.file, 0o640);
    expect(() => new FileAuditKeys(place).current()).toThrow(/audit-private\.pem is open to others/);
    chmodSync(place.file, 0o600);
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    for (const text of ['', 'nonsense', 'x'.repeat(5_000), rsa.export({ format: 'pem', type: 'pkcs8' })]) {
      writeFileSync(place.file, text);
      expect(() => new FileAuditKeys(place).current()).toThrow(SigningKeyUnavailable);
    }
  });

  it('is not made where its folder is not', () => {
    const nowhere = { ...place, file: join(directory, 'none', 'key.pem') };
    expect(() => new FileAuditKeys(nowhere).current()).toThrow(/key\.pem cannot be written \(ENOENT\)/);
    expect(existsSync(place.publicFile)).toBe(false);
  });
});
