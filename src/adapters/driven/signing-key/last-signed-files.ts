import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LastSigned, SigningKeyUnavailable } from '../../../application/ports/checkpoint-signer.ts';
import { naming } from '../../shared/own-files/own-file.ts';
import { systemCodeOf } from '../../shared/own-files/system-code.ts';

const OWNER_ONLY_FOLDER = 0o700;
const OWNER_ONLY = 0o600;

/** One line: the number, and the SHA-256 of the note. */
const LINE = /^([1-9][0-9]{0,14}) ([0-9a-f]{64})\n$/;

/** What was signed last for each organisation, a small file each in a folder of its own. */
export class LastSignedFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  read(organisationId: string): LastSigned | undefined {
    const file = this.#fileOf(organisationId);
    return naming(file, 'cannot be read', SigningKeyUnavailable, () => {
      const text = textOf(file);
      if (text === undefined) return undefined;
      const [, sequence, fingerprint] = LINE.exec(text) ?? [];
      if (sequence === undefined || fingerprint === undefined)
        throw new SigningKeyUnavailable(`${file} does not say what was signed last: it was altered`);
      return { sequence: Number(sequence), fingerprint };
    });
  }

  /** Whole or not at all. Not forced to the disk: after a power cut it may say the one before, which is true as well. */
  write(organisationId: string, { sequence, fingerprint }: LastSigned): void {
    const file = this.#fileOf(organisationId);
    const made = `${file}.${process.pid}.new`;
    naming(file, 'cannot be written', SigningKeyUnavailable, () => {
      mkdirSync(this.#folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
      rmSync(made, { force: true });
      writeFileSync(made, `${sequence} ${fingerprint}\n`, { mode: OWNER_ONLY, flag: 'wx' });
      renameSync(made, file);
    });
  }

  /** An id may be any text, and longer than a name. */
  #fileOf(organisationId: string): string {
    return join(this.#folder, createHash('sha256').update(organisationId).digest('hex'));
  }
}

const textOf = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
};
