import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Organisation, OrganisationDirectory } from '../../../application/ports/organisation-directory.ts';
import type { PlanningCollection, PlanningSource } from '../../../application/ports/planning-source.ts';
import { type PlanFile, PlanFileProblem, readPlanFile, whyNot } from './plan-file.ts';
import { orDirectoryUnavailable, organisationOf } from './plan-file-directory.ts';
import { collectionOf, orUnavailable } from './plan-file-source.ts';

/**
 * A folder of plan files (`*.json`), one an organisation; the organisation's id inside names it, not the file's name.
 * What a file says of its organisation is kept until the file changes, so that a night does not read every plan.
 * A file that cannot be read costs no other organisation anything.
 */
export class PlanFolder {
  readonly path: string;
  readonly #known = new Map<string, Known>();

  constructor(path: string) {
    this.path = path;
  }

  /**
   * The organisation and its file; undefined if no file is its own.
   * @throws {PlanFileProblem} if two files are, or if the only ones that could be cannot be read
   */
  async find(organisationId: string): Promise<{ organisation: Organisation; path: string } | undefined> {
    const found: { organisation: Organisation; path: string }[] = [];
    let problem: PlanFileProblem | undefined;
    for (const path of await this.paths()) {
      const organisation = await this.#organisationAt(path);
      if (organisation instanceof PlanFileProblem) problem ??= organisation;
      else if (organisation?.id === organisationId) found.push({ organisation, path });
    }
    const [first, second] = found;
    if (first !== undefined && second !== undefined) throw this.givenTwice(organisationId, first.path, second.path);
    if (first === undefined && problem !== undefined) throw problem;
    return first;
  }

  givenTwice(organisationId: string, first: string, second: string): PlanFileProblem {
    return new PlanFileProblem('unreadable', second, `"${organisationId}" has another file, ${first}`);
  }

  missing(organisationId: string): PlanFileProblem {
    return new PlanFileProblem('unavailable', this.path, `no file is the plan of "${organisationId}"`);
  }

  /** @throws {PlanFileProblem} */
  async paths(): Promise<readonly string[]> {
    try {
      const names = await readdir(this.path);
      return names
        .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
        .sort()
        .map((name) => join(this.path, name));
    } catch (error) {
      throw new PlanFileProblem('unavailable', this.path, whyNot(error));
    }
  }

  /** Undefined for a file that has just gone. */
  async #organisationAt(path: string): Promise<Organisation | PlanFileProblem | undefined> {
    const state = await stateOf(path);
    if (state === undefined) return undefined;
    const known = this.#known.get(path);
    if (known?.state === state) return known.organisation;
    const organisation = await readPlanFile(path).then(organisationOf).catch(asProblem);
    this.#known.set(path, { state, organisation });
    return organisation;
  }
}

interface Known {
  readonly state: string;
  readonly organisation: Organisation | PlanFileProblem;
}

/** Changes whenever the file does. */
const stateOf = async (path: string): Promise<string | undefined> => {
  try {
    const { ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
    return [ino, size, mtimeNs, ctimeNs].join('-');
  } catch {
    return undefined;
  }
};

const asProblem = (error: unknown): PlanFileProblem => {
  if (error instanceof PlanFileProblem) return error;
  throw error;
};

/** The plans of all organisations that have a file in a folder. */
export class PlanFolderSource implements PlanningSource {
  readonly #folder: PlanFolder;

  constructor(folder: PlanFolder) {
    this.#folder = folder;
  }

  async collect(organisationId: string): Promise<PlanningCollection> {
    return collectionOf(await orUnavailable(this.#read(organisationId)), organisationId);
  }

  async #read(organisationId: string): Promise<PlanFile> {
    const found = await this.#folder.find(organisationId);
    if (found === undefined) throw this.#folder.missing(organisationId);
    return readPlanFile(found.path);
  }
}

/** The people of all organisations that have a file in a folder. */
export class PlanFolderDirectory implements OrganisationDirectory {
  readonly #folder: PlanFolder;

  constructor(folder: PlanFolder) {
    this.#folder = folder;
  }

  async organisation(organisationId: string): Promise<Organisation | undefined> {
    return (await orDirectoryUnavailable(this.#folder.find(organisationId)))?.organisation;
  }
}
