import type { Happening, Telemetry } from '../../../application/ports/telemetry.ts';

/** Keeps all that happened, in order. */
export class CollectingTelemetry implements Telemetry {
  readonly #happenings: Happening[] = [];

  get happenings(): readonly Happening[] {
    return this.#happenings;
  }

  happened(happening: Happening): void {
    this.#happenings.push(happening);
  }
}
