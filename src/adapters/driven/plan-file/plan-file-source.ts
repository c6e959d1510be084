import {
  type PlanningCollection,
  type PlanningSource,
  PlanUnavailable,
} from '../../../application/ports/planning-source.ts';
import { readPlanningData } from '../../shared/planning-data/planning-data.ts';
import { type PlanFile, PlanFileProblem, readPlanFile } from './plan-file.ts';

/**
 * The plan of one organisation, from one file in the JSON of PLANNING-DATA. A collection's id is the SHA-256 of the
 * file, and it was collected when the file was last modified.
 */
export class PlanFileSource implements PlanningSource {
  readonly #path: string;
  readonly #maximumBytes: number | undefined;

  constructor(path: string, maximumBytes?: number) {
    this.#path = path;
    this.#maximumBytes = maximumBytes;
  }

  async collect(organisationId: string): Promise<PlanningCollection> {
    return collectionOf(await orUnavailable(readPlanFile(this.#path, this.#maximumBytes)), organisationId);
  }
}

/** @throws {PlanUnavailable} */
export const collectionOf = (file: PlanFile, organisationId: string): PlanningCollection => {
  const reading = readPlanningData(file.bytes);
  if (!reading.ok) throw unavailable(new PlanFileProblem('unreadable', file.path, reading.problem));
  const { organisation, plan } = reading.value;
  if (organisation.id !== organisationId) {
    throw unavailable(new PlanFileProblem('unavailable', file.path, `it is not the plan of "${organisationId}"`));
  }
  return { collectionId: file.sha256, collectedAt: file.modifiedAt, plan };
};

/** A problem with a file as the port names it. */
export const orUnavailable = async <Value>(reading: Promise<Value>): Promise<Value> => {
  try {
    return await reading;
  } catch (error) {
    throw error instanceof PlanFileProblem ? unavailable(error) : error;
  }
};

const unavailable = (problem: PlanFileProblem): PlanUnavailable => new PlanUnavailable(problem.reason, problem.message);
