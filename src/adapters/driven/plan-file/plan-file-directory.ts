import {
  DirectoryUnavailable,
  type Organisation,
  type OrganisationDirectory,
} from '../../../application/ports/organisation-directory.ts';
import { readPlanOrganisation } from '../../shared/planning-data/planning-data.ts';
import { type PlanFile, PlanFileProblem, readPlanFile } from './plan-file.ts';

/** The people of the one organisation whose plan file this is, whatever the state of its lists. */
export class PlanFileDirectory implements OrganisationDirectory {
  readonly #path: string;
  readonly #maximumBytes: number | undefined;

  constructor(path: string, maximumBytes?: number) {
    this.#path = path;
    this.#maximumBytes = maximumBytes;
  }

  async organisation(organisationId: string): Promise<Organisation | undefined> {
    const organisation = await this.ofFile();
    return organisation.id === organisationId ? organisation : undefined;
  }

  /**
   * The organisation that the file names: how a call that was given a file alone learns whose it is.
   * @throws {DirectoryUnavailable}
   */
  async ofFile(): Promise<Organisation> {
    return orDirectoryUnavailable(readPlanFile(this.#path, this.#maximumBytes).then(organisationOf));
  }
}

/** @throws {PlanFileProblem} */
export const organisationOf = (file: PlanFile): Organisation => {
  const reading = readPlanOrganisation(file.bytes);
  if (!reading.ok) throw new PlanFileProblem('unreadable', file.path, reading.problem);
  return reading.value;
};

/** A problem with a file as the port names it. */
export const orDirectoryUnavailable = async <Value>(reading: Promise<Value>): Promise<Value> => {
  try {
    return await reading;
  } catch (error) {
    throw error instanceof PlanFileProblem ? new DirectoryUnavailable(error.message) : error;
  }
};
