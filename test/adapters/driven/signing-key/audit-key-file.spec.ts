import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
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

const inUse = (keys: FileAuditKeys): KeyObject => {
  const key = keys.current();
  if (key === undefined) throw new Error('there is no key');
  return key;
};

describe('the file of the audit key', () => {
  let directory: string;
  let place: { file: string; publicFile: string };
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'planning-backup-audit-key-'));
    place = { file: join(directory, 'audit-private.pem'), publicFile: join(directory, 'audit-public.pem') };
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it('is made once, for its owner alone, with its public half beside it', () => {
    expect(new FileAuditKeys(place).current()).toBeUndefined();
    const made = verifyingKey(new FileAuditKeys(place).makeFirst());
    expect(verifyingKey(inUse(new FileAuditKeys(place))).raw).toBe(made.raw);
    expect(statSync(place.file).mode & 0o777).toBe(0o600);
    expect(verifyingKey(createPublicKey(readFileSync(place.publicFile))).raw).toBe(made.raw);
    expect(readdirSync(directory).sort()).toEqual(['audit-private.pem', 'audit-public.pem']);
  });

  it('may be given, and its public half is written then', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(place.file, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
    expect(verifyingKey(inUse(new FileAuditKeys(place))).raw).toBe(verifyingKey(privateKey).raw);
    expect(verifyingKey(createPublicKey(readFileSync(place.publicFile))).raw).toBe(verifyingKey(privateKey).raw);
  });

  it('is the same object as long as the file holds the same, and another once another process has handed over', () => {
    const keys = new FileAuditKeys(place);
    const before = keys.makeFirst();
    expect(keys.current()).toBe(before);
    const other = new FileAuditKeys(place);
    other.makeNext();
    other.promote();
    expect(verifyingKey(inUse(keys)).raw).toBe(verifyingKey(inUse(other)).raw);
    expect(verifyingKey(inUse(keys)).raw).not.toBe(verifyingKey(before).raw);
  });

  it('gives way to the next one, which leaves nothing of the old', () => {
    const keys = new FileAuditKeys(place);
    keys.makeFirst();
    const old = readFileSync(place.file, 'utf8');
    expect(keys.next()).toBeUndefined();
    const next = verifyingKey(keys.makeNext()).raw;
    expect(verifyingKey(keys.next() as never).raw).toBe(next);
    expect(readFileSync(place.file, 'utf8')).toBe(old);
    keys.promote();
    expect(verifyingKey(inUse(keys)).raw).toBe(next);
    expect(keys.next()).toBeUndefined();
    expect(verifyingKey(createPublicKey(readFileSync(place.publicFile))).raw).toBe(next);
    for (const name of readdirSync(directory))
      expect(readFileSync(join(directory, name), 'utf8').includes(old.split('\n')[1] ?? '?')).toBe(false);
  });

  it('that others can read, or that is none, is refused by name', () => {
    new FileAuditKeys(place).makeFirst();
    chmodSync(place.file, 0o640);
    expect(() => new FileAuditKeys(place).current()).toThrow(/audit-private\.pem is open to others/);
    chmodSync(place.file, 0o600);
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    for (const text of ['', 'nonsense', 'x'.repeat(5_000), rsa.export({ format: 'pem', type: 'pkcs8' })]) {
      writeFileSync(place.file, text);
      expect(() => new FileAuditKeys(place).current()).toThrow(SigningKeyUnavailable);
    }
  });

  it('that was there once is not made anew: whoever has its public half would trust a stranger', () => {
    new FileAuditKeys(place).makeFirst();
    const published = readFileSync(place.publicFile, 'utf8');
    rmSync(place.file);
    expect(new FileAuditKeys(place).current()).toBeUndefined();
    expect(() => new FileAuditKeys(place).makeFirst()).toThrow(
      /audit-private\.pem is missing, .* put the private key back/,
    );
    expect(existsSync(place.file)).toBe(false);
    expect(readFileSync(place.publicFile, 'utf8')).toBe(published);
  });

  it('keeps what was signed last of each organisation, whatever its id, for its owner alone', () => {
    const ids = ['abendblatt', '../x', 'ü/💥', 'x'.repeat(500)];
    for (const [index, id] of ids.entries())
      new FileAuditKeys(place).keepLastSigned(id, { sequence: index + 1, fingerprint: String(index).repeat(64) });
    for (const [index, id] of ids.entries())
      expect(new FileAuditKeys(place).lastSigned(id)).toEqual({
        sequence: index + 1,
        fingerprint: String(index).repeat(64),
      });
    expect(new FileAuditKeys(place).lastSigned('other')).toBeUndefined();
    expect(statSync(`${place.file}.signed`).mode & 0o777).toBe(0o700);
    expect(readdirSync(`${place.file}.signed`)).toHaveLength(ids.length);
  });

  it('says so where what it kept was altered', () => {
    new FileAuditKeys(place).keepLastSigned('a', { sequence: 1, fingerprint: '0'.repeat(64) });
    const [name = ''] = readdirSync(`${place.file}.signed`);
    writeFileSync(join(`${place.file}.signed`, name), '0 nothing');
    expect(() => new FileAuditKeys(place).lastSigned('a')).toThrow(SigningKeyUnavailable);
  });

  it('is not made where its folder is not', () => {
    const nowhere = { ...place, file: join(directory, 'none', 'key.pem') };
    expect(() => new FileAuditKeys(nowhere).makeFirst()).toThrow(/key\.pem cannot be written \(ENOENT\)/);
    expect(existsSync(place.publicFile)).toBe(false);
  });
});
