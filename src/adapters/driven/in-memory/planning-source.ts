import {
  type PlanningCollection,
  type PlanningSource,
  PlanUnavailable,
} from '../../../application/ports/planning-source.ts';

/** Holds the collections that a test gives it. */
export class InMemoryPlanningSource implements PlanningSource {
  readonly #collections = new Map<string, PlanningCollection | PlanUnavailable>();

  /** What `collect` yields from now on; an error is what it rejects with. */
  set(organisationId: string, collection: PlanningCollection | PlanUnavailable): void {
    this.#collections.set(organisationId, collection);
  }

  async collect(organisationId: string): Promise<PlanningCollection> {
    const collection = this.#collections.get(organisationId);
    if (collection === undefined) throw new PlanUnavailable('unavailable', `There is no plan of "${organisationId}".`);
    if (collection instanceof PlanUnavailable) throw collection;
    return collection;
  }
}
