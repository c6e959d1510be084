import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
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
  #making: Promise<void> | undefined;

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
      await this.#makeFolder();
      return withLock(`${file}.lock`, this.#patience, async () => {
        const content = contentOf(file);
        if ((notesIn(content).at(-1) ?? null) !== after) return 'conflict';
        await write(file, appendedTo(content, note));
        return 'appended';
      });
    });
  }

  /** Its name is on the disk before anybody's first note is answered, whoever made it. */
  async #makeFolder(): Promise<void> {
    this.#making ??= makeFolder(this.#directory);
    try {
      await this.#making;
    } finally {
      this.#making = undefined;
    }
  }

  #fileOf(organisationId: string): string {
    const name = encodedId(organisationId);
    // An id may be longer than a file's name; no encoded id has a hyphen in it.
    return join(this.#directory, `${name.length > LONGEST_NAME ? `sha256-${sha256(organisationId)}` : name}.notes`);
  }
}

const contentOf = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** The disk is waited for beside the other nights, not in front of them. */
const write = async (file: string, text: string): Promise<void> => {
  const handle = await open(file, 'a', OWNER_ONLY_FILE);
  try {
    await handle.chmod(OWNER_ONLY_FILE);
    await handle.appendFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(dirname(file));
};

const makeFolder = async (directory: string): Promise<void> => {
  if (existsSync(directory)) return;
  mkdirSync(directory, { recursive: true, mode: OWNER_ONLY_FOLDER });
  await syncFolder(dirname(directory));
};

/** A new name is durable only when its folder is. */
const syncFolder = async (directory: string): Promise<void> => {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
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
