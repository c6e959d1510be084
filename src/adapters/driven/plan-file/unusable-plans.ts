import { PlanUnavailable } from '../../../application/ports/planning-source.ts';
import { PlanFileProblem, readPlanFile } from './plan-file.ts';
import { organisationOf } from './plan-file-directory.ts';
import { collectionOf, orUnavailable } from './plan-file-source.ts';
import type { PlanFolder } from './plan-folder.ts';

/** Why a night would fail at its plan. */
export interface UnusablePlan {
  /** Null where the file does not even say whose it is. */
  readonly organisationId: string | null;
  /** The folder, where no file in it is the organisation's. */
  readonly file: string;
  readonly problem: PlanUnavailable;
}

/**
 * Reads every plan of a folder, as nights would, until the signal aborts: what cannot be used, is there twice, or is
 * missing of the organisations whose nights are due, and what does not say whose it is. One file is in memory at a time.
 */
export async function* unusablePlans(
  folder: PlanFolder,
  expected: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<UnusablePlan, void> {
  const firsts = new Map<string, string>();
  const isMeant = new Set(expected);
  const files = await orProblem(folder.paths());
  if (files instanceof PlanFileProblem) {
    yield { organisationId: null, file: folder.path, problem: asUnavailable(files) };
    return;
  }
  for (const file of files) {
    if (signal.aborted) return;
    const { organisationId, problem } = await lookedAt(file);
    // No night of anybody else fails.
    if (organisationId !== null && !isMeant.has(organisationId)) continue;
    if (problem !== undefined) yield { organisationId, file, problem };
    if (organisationId === null) continue;
    const first = firsts.get(organisationId);
    if (first === undefined) firsts.set(organisationId, file);
    else yield { organisationId, file, problem: asUnavailable(folder.givenTwice(organisationId, first, file)) };
  }
  for (const organisationId of expected)
    if (!firsts.has(organisationId))
      yield { organisationId, file: folder.path, problem: asUnavailable(folder.missing(organisationId)) };
}

const lookedAt = async (path: string): Promise<{ organisationId: string | null; problem?: PlanUnavailable }> => {
  let organisationId: string | null = null;
  try {
    const file = await orUnavailable(readPlanFile(path));
    organisationId = organisationOf(file).id;
    collectionOf(file, organisationId);
    return { organisationId };
  } catch (error) {
    if (error instanceof PlanFileProblem) return { organisationId, problem: asUnavailable(error) };
    if (error instanceof PlanUnavailable) return { organisationId, problem: error };
    throw error;
  }
};

const orProblem = async <Value>(work: Promise<Value>): Promise<Value | PlanFileProblem> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof PlanFileProblem) return error;
    throw error;
  }
};

const asUnavailable = ({ reason, message }: PlanFileProblem): PlanUnavailable => new PlanUnavailable(reason, message);
