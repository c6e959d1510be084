import type { PlanningCollection, PlanningSource } from '../../../application/ports/planning-source.ts';
import type { ScheduleClock } from '../../../application/ports/schedule-clock.ts';
import { readPlanOf } from '../../shared/planning-data/planning-data.ts';
import { getPage } from './get-page.ts';
import { PageProblem } from './page-problem.ts';
import { collectPages } from './pages.ts';

export interface HttpPlanningSourceOptions {
  /** Where the first page of an organisation's plan lies: `https`, or `http` on this machine. */
  readonly firstPage: (organisationId: string) => URL;
  /** Asked for before each collection, so that it may change; null where none is needed. */
  readonly token: () => string | null | Promise<string | null>;
  readonly clock: Pick<ScheduleClock, 'pass'>;
  /** Milliseconds for one collection, all its pages and attempts together; 120,000 unless told. */
  readonly deadline?: number;
  /** Bytes of one collection; 100,000,000 unless told. */
  readonly maximumBytes?: number;
  readonly fetch?: typeof globalThis.fetch;
}

const ATTEMPTS = 4;
const FIRST_PAUSE = 500;

/**
 * The plan of an organisation from a web service, in pages of NDJSON; docs/planning-data.md has the format. What may
 * pass is tried again; a collection that changed in between begins anew.
 */
export class HttpPlanningSource implements PlanningSource {
  readonly #options: HttpPlanningSourceOptions;

  constructor(options: HttpPlanningSourceOptions) {
    this.#options = options;
  }

  async collect(organisationId: string): Promise<PlanningCollection> {
    const url = this.#options.firstPage(organisationId);
    const { deadline = 120_000 } = this.#options;
    const signal = AbortSignal.timeout(deadline);
    try {
      checkAddress(url);
      return await this.#attempts(url, signal);
    } catch (error) {
      if (!(error instanceof PageProblem)) throw error;
      const late = new PageProblem('unavailable', `it took longer than ${deadline / 1000} seconds`);
      throw (signal.aborted ? late : error).asUnavailable(url);
    }
  }

  async #attempts(url: URL, signal: AbortSignal): Promise<PlanningCollection> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#once(url, signal);
      } catch (error) {
        if (!(error instanceof PageProblem) || error.passing === undefined) throw error;
        if (attempt === ATTEMPTS || signal.aborted) throw error;
        await this.#options.clock.pass(Math.max(error.passing.after, FIRST_PAUSE * 4 ** (attempt - 1)), signal);
      }
    }
  }

  async #once(first: URL, signal: AbortSignal): Promise<PlanningCollection> {
    const { fetch = globalThis.fetch, maximumBytes = 100_000_000 } = this.#options;
    const request = { fetch, signal, token: await this.#options.token() };
    const pages = await collectPages(first, (url) => getPage(url, request), { left: maximumBytes });
    const { collectionId, collectedAt, stories, events } = pages;
    return { collectionId, collectedAt, plan: readPlanOf(stories, events) };
  }
}

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** A token in the clear could be read by anyone on the way. */
const checkAddress = ({ protocol, hostname, username, password }: URL): void => {
  if (username !== '' || password !== '') throw new PageProblem('unavailable', 'its address names a user');
  if (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname))) return;
  throw new PageProblem('unavailable', 'its address must begin with https://');
};
