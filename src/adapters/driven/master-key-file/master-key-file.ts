import { randomBytes } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import { naming, readOwnFile, syncDirectoryOf, writeNewFile } from '../../shared/own-files/own-file.ts';
import {
  MASTER_KEY_BYTES,
  type MasterKey,
  type MasterKeyRing,
  MasterKeyUnavailable,
  masterKeyOf,
} from '../../shared/sealing/master-key-ring.ts';

const OWNER_ONLY = 0o600;
const BASE64_OF_32_BYTES = /^[A-Za-z0-9+/]{43}=$/;
const LARGEST_KEY_FILE = 1_024;

/**
 * Master keys in a file of its owner's (mode 600): 32 bytes in Base64, and a line end. While a rotation is under
 * way the next key lies in `<file>.next`; a rename makes it the current one. It is read anew at every call, because
 * another process may have rotated it. One file belongs to one store.
 */
export class FileMasterKeyRing implements MasterKeyRing {
  readonly #file: string;
  readonly #next: string;

  constructor(file: string) {
    this.#file = file;
    this.#next = `${file}.next`;
  }

  current(): MasterKey {
    const current = readKey(this.#file);
    if (current !== undefined) return current;
    // As a rotation does it: a crash leaves half a key in `.next` at most, and nothing is sealed with that.
    const made = this.makeNext();
    this.#promote();
    return made;
  }

  withId(id: string): MasterKey | undefined {
    // Once more at the end: between the two readings the next key may have become the current one.
    for (const file of [this.#file, this.#next, this.#file]) {
      const key = file === this.#next ? this.#readNext() : readKey(file);
      if (key?.id === id) return key;
    }
    return undefined;
  }

  makeNext(): MasterKey {
    const bytes = randomBytes(MASTER_KEY_BYTES);
    attempt(this.#next, 'cannot be written', () => {
      rmSync(this.#next, { force: true });
      writeNewFile(this.#next, `${bytes.toString('base64')}\n`, OWNER_ONLY);
      syncDirectoryOf(this.#next);
    });
    return masterKeyOf(bytes);
  }

  settle(idInUse: string): void {
    if (readKey(this.#file)?.id === idInUse) {
      attempt(this.#next, 'cannot be removed', () => rmSync(this.#next, { force: true }));
    } else if (this.#readNext()?.id === idInUse) {
      this.#promote();
    } else {
      throw new MasterKeyUnavailable(
        `${this.#file} does not hold the master key ${idInUse}, which the store is sealed with: put that key back`,
      );
    }
  }

  /** Half a key is what a crash left while it was written: the same as none. */
  #readNext(): MasterKey | undefined {
    try {
      return readKey(this.#next);
    } catch {
      return undefined;
    }
  }

  #promote(): void {
    attempt(this.#file, 'cannot be replaced', () => {
      renameSync(this.#next, this.#file);
      syncDirectoryOf(this.#file);
    });
  }
}

/** Undefined if there is no such file. */
const readKey = (file: string): MasterKey | undefined => {
  const text = attempt(file, 'cannot be read', () => readOwnFile(file, LARGEST_KEY_FILE, MasterKeyUnavailable));
  if (text === undefined) return undefined;
  const bytes = Buffer.from(text, 'base64');
  // Decoding skips over what is no Base64, so the text must be what the bytes are written as.
  if (!BASE64_OF_32_BYTES.test(text) || bytes.toString('base64') !== text)
    throw new MasterKeyUnavailable(`${file} is no master key: it must hold 32 bytes in Base64, 44 characters`);
  return masterKeyOf(bytes);
};

const attempt = <Result>(file: string, problem: string, work: () => Result): Result =>
  naming(file, problem, MasterKeyUnavailable, work);
