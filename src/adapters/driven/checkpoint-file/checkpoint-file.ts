import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type CheckpointSink, CheckpointSinkUnavailable } from '../../../application/ports/checkpoint-sink.ts';
import { encodedId } from '../../shared/evidence/checkpoint.ts';
import { sha256 } from '../../shared/evidence/envelope.ts';
import { systemCodeOf } from '../../shared/own-files/system-code.ts';
import { StillLocked, withLock } from './lock-file.ts';
import { appendedTo, notesIn } from './notes-text.ts';

const OWNER_ONLY_FILE = 0o600;
const OWNER_ONLY_FOLDER = 0o700;
const LONGEST_NAME = 200;

/** Milliseconds that another process' append is waited for. */
const PATIENCE = 5_000;

/**
 * One file of notes an organisation, `<id>.notes`, only ever appended to; an append is on the disk when it is
 * answered. The folder had better lie on another disk or account than the store: whoever can write to both can take
 * back what is in both. Processes of one machine may share it.
 */
export class FileCheckpointSink implements CheckpointSink {
  readonly #directory: string;
  readonly #patience: number;

  constructor(directory: string, { patience = PATIENCE }: { readonly patience?: number } = {}) {
    this.#directory = directory;
    this.#patience = patience;
  }

  async read(organisationId: string): Promise<readonly string[]> {
    return naming(this.#directory, () => notesIn(contentOf(this.#fileOf(organisationId))));
  }

  async append(organisationId: string, after: string | null, note: string): Promise<'appended' | 'conflict'> {
    const file = this.#fileOf(organisationId);
    return naming(this.#directory, async () => {
      makeFolder(this.#directory);
      return withLock(`${file}.lock`, this.#patience, () => {
        const content = contentOf(file);
        if ((notesIn(content).at(-1) ?? null) !== after) return 'conflict';
        write(file, appendedTo(content, note));
        return 'appended';
      });
    });
  }

  #fileOf(organisationId: string): string {
    const name = encodedId(organisationId);
    // An id may be longer than a file's name; no encoded id has a hyphen in it.
    return join(this.#directory, `${name.length > LONGEST_NAME ? `sha256-${sha256(organisationId)}` : name}.notes`);
  }
}

const contentOf = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

const write = (file: string, text: string): void => {
  const descriptor = openSync(file, 'a', OWNER_ONLY_FILE);
  try {
    fchmodSync(descriptor, OWNER_ONLY_FILE);
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  syncFolder(dirname(file));
};

const makeFolder = (directory: string): void => {
  if (existsSync(directory)) return;
  mkdirSync(directory, { recursive: true, mode: OWNER_ONLY_FOLDER });
  syncFolder(dirname(directory));
};

/** A new name is durable only when its folder is. */
const syncFolder = (directory: string): void => {
  const descriptor = openSync(directory, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

const naming = async <Result>(directory: string, work: () => Result | Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    const problem = error instanceof StillLocked ? 'another process writes to it' : (systemCodeOf(error) ?? 'unknown');
    throw new CheckpointSinkUnavailable(`the checkpoints in ${directory}: ${problem}`);
  }
};
