import {
  DirectoryUnavailable,
  type Organisation,
  type OrganisationDirectory,
  type PlanningCollection,
  type PlanningSource,
  PlanUnavailable,
  Temporal,
} from 'planning-backup';
import { readPlanOf } from 'planning-backup/planning-data';

/** A host's table of organisations. */
export class TableDirectory implements OrganisationDirectory {
  readonly rows = new Map<string, Organisation>();
  isDown = false;

  async organisation(id: string): Promise<Organisation | undefined> {
    if (this.isDown) throw new DirectoryUnavailable('The table of organisations cannot be read.');
    return this.rows.get(id);
  }
}

/** An organisation's plan as a host keeps it: records in the JSON of docs/planning-data.md. */
export interface PlanRow {
  readonly revision: number;
  readonly collectedAt: string;
  readonly stories: readonly unknown[];
  readonly events: readonly unknown[];
}

/** A host's table of plans. */
export class TableSource implements PlanningSource {
  readonly rows = new Map<string, PlanRow>();

  async collect(id: string): Promise<PlanningCollection> {
    const row = this.rows.get(id);
    if (row === undefined) throw new PlanUnavailable('unavailable', `There is no plan of "${id}".`);
    return {
      collectionId: `${id}@${row.revision}`,
      collectedAt: Temporal.Instant.from(row.collectedAt),
      plan: readPlanOf(row.stories, row.events),
    };
  }
}
