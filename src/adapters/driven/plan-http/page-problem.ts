import { PlanUnavailable } from '../../../application/ports/planning-source.ts';

/** Why a plan cannot be fetched or read; `what` is a part of a sentence that shows nothing of what a server sent. */
export class PageProblem extends Error {
  override readonly name = 'PageProblem';
  readonly reason: PlanUnavailable['reason'];
  /** Whether the same request may be answered otherwise in a moment, and after how many milliseconds at least. */
  readonly passing: { readonly after: number } | undefined;

  constructor(reason: PlanUnavailable['reason'], what: string, passing?: { readonly after: number }) {
    super(what);
    this.reason = reason;
    this.passing = passing;
  }

  /** As the port names it. The address is shown without its query, where a secret may stand. */
  asUnavailable({ origin, pathname }: URL): PlanUnavailable {
    return new PlanUnavailable(this.reason, `The plan at ${origin}${pathname} cannot be used: ${this.message}.`);
  }
}

export const passingProblem = (what: string, after = 0): PageProblem => new PageProblem('unavailable', what, { after });
