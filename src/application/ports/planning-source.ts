import type { Temporal } from 'temporal-polyfill';
import type { Plan } from '../../domain/plan/plan.ts';

/** One snapshot of an organisation's plan; both workbooks of a night come from one. */
export interface PlanningCollection {
  readonly collectionId: string;
  readonly collectedAt: Temporal.Instant;
  readonly plan: Plan;
}

export interface PlanningSource {
  /** Rejects with {@link PlanUnavailable} if the plan as a whole cannot be had or read. */
  collect(organisationId: string): Promise<PlanningCollection>;
}

/** `unavailable`: it could not be fetched. `unreadable`: cut short, no JSON, too large, or a list is missing. */
export class PlanUnavailable extends Error {
  override readonly name = 'PlanUnavailable';
  readonly reason: 'unavailable' | 'unreadable';

  /** `message` says what to fix and shows nothing of the plan's content. */
  constructor(reason: 'unavailable' | 'unreadable', message: string) {
    super(message);
    this.reason = reason;
  }
}
