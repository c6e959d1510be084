import { InMemorySpreadsheetRenderer } from '../../../src/adapters/driven/in-memory/spreadsheet-renderer.ts';
import {
  DirectoryUnavailable,
  type Organisation,
  type OrganisationDirectory,
} from '../../../src/application/ports/organisation-directory.ts';
import {
  type PlanningCollection,
  type PlanningSource,
  PlanUnavailable,
} from '../../../src/application/ports/planning-source.ts';
import type { ScheduleClock } from '../../../src/application/ports/schedule-clock.ts';
import type {
  RenderedWorkbook,
  SpreadsheetRenderer,
  WorkbookContent,
} from '../../../src/application/ports/spreadsheet-renderer.ts';
import type { Plan } from '../../../src/domain/plan/plan.ts';
import type { Fault } from '../world/faults.ts';
import type { Weather } from '../world/weather.ts';
import type { Seam } from './seam.ts';

/** What the product that embeds us knows of its organisations. */
export interface Host {
  readonly weather: Weather;
  readonly troubled: (fault: Fault, organisationId: string) => void;
  readonly organisation: (organisationId: string) => Organisation | undefined;
  readonly planOf: (organisationId: string) => Plan;
  /** A new one for each collection. */
  readonly newCollectionId: () => string;
  readonly directoryWasUnavailable: (organisationId: string) => void;
  readonly rendered: (content: WorkbookContent, workbook: RenderedWorkbook) => void;
}

/** The host's directory as one process reaches it. */
export class DirectoryOnLine implements OrganisationDirectory {
  readonly #host: Host;
  readonly #seam: Seam;

  constructor(host: Host, seam: Seam) {
    this.#host = host;
    this.#seam = seam;
  }

  organisation(organisationId: string): Promise<Organisation | undefined> {
    const effect = async () => {
      const fault = this.#host.weather.strike(['directory unavailable']);
      if (fault === undefined) return this.#host.organisation(organisationId);
      this.#host.troubled(fault, organisationId);
      this.#host.directoryWasUnavailable(organisationId);
      throw new DirectoryUnavailable('the directory cannot be read');
    };
    return this.#seam.call({ name: 'directory.organisation', about: organisationId, effect });
  }
}

/** The host's plans as one process reaches them. */
export class PlansOnLine implements PlanningSource {
  readonly #host: Host;
  readonly #seam: Seam;
  readonly #clock: ScheduleClock;

  constructor(host: Host, seam: Seam, clock: ScheduleClock) {
    this.#host = host;
    this.#seam = seam;
    this.#clock = clock;
  }

  collect(organisationId: string): Promise<PlanningCollection> {
    const effect = async () => {
      const fault = this.#host.weather.strike(['plan unavailable', 'plan unreadable']);
      if (fault !== undefined) {
        this.#host.troubled(fault, organisationId);
        throw new PlanUnavailable(fault === 'plan unavailable' ? 'unavailable' : 'unreadable', 'as the seed wanted');
      }
      const collectionId = this.#host.newCollectionId();
      return { collectionId, collectedAt: this.#clock.now(), plan: this.#host.planOf(organisationId) };
    };
    return this.#seam.call({ name: 'planningSource.collect', about: organisationId, effect });
  }
}

/** Renders in memory, and tells what came of it, so that the bytes are known wherever they turn up. */
export class WitnessedRenderer implements SpreadsheetRenderer {
  readonly #host: Host;
  readonly #inner = new InMemorySpreadsheetRenderer();

  constructor(host: Host) {
    this.#host = host;
  }

  async render(content: WorkbookContent): Promise<RenderedWorkbook> {
    const workbook = await this.#inner.render(content);
    this.#inner.rendered.length = 0;
    this.#host.rendered(content, workbook);
    return workbook;
  }
}
