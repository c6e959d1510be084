import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { type LastSigned, SigningKeyUnavailable } from '../../../application/ports/checkpoint-signer.ts';
import type { AuditKeys } from '../../shared/checkpoint-signing/keyed-checkpoint-signer.ts';
import { naming, readOwnFile, syncDirectoryOf, writeNewFile } from '../../shared/own-files/own-file.ts';
import { systemCodeOf } from '../../shared/own-files/system-code.ts';
import { LastSignedFiles } from './last-signed-files.ts';

const OWNER_ONLY = 0o600;
const READABLE = 0o644;
const LARGEST_KEY_FILE = 4_096;

/**
 * The key in a file of its owner's (PKCS #8 in PEM, mode 600), and its public half in another that may be given
 * away; what was signed last lies in `<file>.signed/`. While a handing over is under way the next key lies in `<file>.next`; a rename makes it the one in use. Read
 * anew at every call, because another process may have handed over; what was read before is the same key, as an
 * object too.
 */
export class FileAuditKeys implements AuditKeys {
  readonly #file: string;
  readonly #next: string;
  readonly #publicFile: string;
  readonly #lastSigned: LastSignedFiles;
  /** By the private key's file. Parsing a key and working out its public half cost more than a signature. */
  readonly #read = new Map<string, { readonly pem: string; readonly key: KeyObject }>();
  readonly #publicHalves = new WeakMap<KeyObject, string>();

  constructor({ file, publicFile }: { readonly file: string; readonly publicFile: string }) {
    this.#file = file;
    this.#next = `${file}.next`;
    this.#publicFile = publicFile;
    this.#lastSigned = new LastSignedFiles(`${file}.signed`);
  }

  current(): KeyObject | undefined {
    const key = this.#readKey(this.#file);
    if (key !== undefined) this.#publish(key);
    return key;
  }

  makeFirst(): KeyObject {
    // Another process may have made it in between.
    const before = existsSync(this.#publicFile) ? this.#readKey(this.#file) : undefined;
    if (before === undefined && existsSync(this.#publicFile))
      throw new SigningKeyUnavailable(
        `${this.#file} is missing, but ${this.#publicFile} is there: put the private key back, or name its place`,
      );
    const key = before ?? this.#make(this.#file);
    this.#publish(key);
    return key;
  }

  next(): KeyObject | undefined {
    return this.#readKey(this.#next);
  }

  makeNext(): KeyObject {
    return this.#make(this.#next);
  }

  promote(): void {
    attempt(this.#file, 'cannot be replaced', () => {
      renameSync(this.#next, this.#file);
      syncDirectoryOf(this.#file);
    });
    this.current();
  }

  /** Whole or not at all, and only if nobody else made one in the meantime: then it is theirs. */
  #make(file: string): KeyObject {
    const key = generateKeyPairSync('ed25519').privateKey;
    attempt(file, 'cannot be written', () =>
      whole(file, key.export({ format: 'pem', type: 'pkcs8' }).toString(), OWNER_ONLY, (made) => {
        try {
          linkSync(made, file);
        } catch (error) {
          if (systemCodeOf(error) !== 'EEXIST') throw error;
        }
      }),
    );
    return this.#readKey(file) ?? key;
  }

  /** Undefined if there is no such file. */
  #readKey(file: string): KeyObject | undefined {
    return attempt(file, 'cannot be read', () => {
      const pem = readOwnFile(file, LARGEST_KEY_FILE, SigningKeyUnavailable);
      if (pem === undefined) return undefined;
      const before = this.#read.get(file);
      if (before?.pem === pem) return before.key;
      const key = parsed(pem);
      if (key?.asymmetricKeyType !== 'ed25519')
        throw new SigningKeyUnavailable(`${file} is no audit key: it must hold a private key of Ed25519 in PEM`);
      this.#read.set(file, { pem, key });
      return key;
    });
  }

  lastSigned(organisationId: string): LastSigned | undefined {
    return this.#lastSigned.read(organisationId);
  }

  keepLastSigned(organisationId: string, last: LastSigned): void {
    this.#lastSigned.write(organisationId, last);
  }

  #publicHalf(key: KeyObject): string {
    const pem = this.#publicHalves.get(key) ?? publicHalfOf(key);
    this.#publicHalves.set(key, pem);
    return pem;
  }

  #publish(key: KeyObject): void {
    const pem = this.#publicHalf(key);
    attempt(this.#publicFile, 'cannot be written', () => {
      if (existsSync(this.#publicFile) && readFileSync(this.#publicFile, 'utf8') === pem) return;
      whole(this.#publicFile, pem, READABLE, (made) => renameSync(made, this.#publicFile));
    });
  }
}

const publicHalfOf = (key: KeyObject): string =>
  createPublicKey(key.export({ format: 'pem', type: 'pkcs8' }))
    .export({ format: 'pem', type: 'spki' })
    .toString();

const parsed = (pem: string): KeyObject | undefined => {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
};

/** Written beside its place and durable before it is put there. */
const whole = (file: string, text: string, mode: number, place: (made: string) => void): void => {
  const made = `${file}.${process.pid}.new`;
  rmSync(made, { force: true });
  writeNewFile(made, text, mode);
  try {
    place(made);
  } finally {
    rmSync(made, { force: true });
  }
  syncDirectoryOf(file);
};

const attempt = <Result>(file: string, problem: string, work: () => Result): Result =>
  naming(file, problem, SigningKeyUnavailable, work);
