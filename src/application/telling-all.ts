import type { Happening, Telemetry } from './ports/telemetry.ts';

/** Tells each of them. What one throws keeps nothing from the others, and no night from going on. */
export const tellingAll = (...told: readonly Telemetry[]): Telemetry => ({
  happened: (happening: Happening): void => {
    for (const telemetry of told) {
      try {
        telemetry.happened(happening);
      } catch {
        // A mistake of whoever listens; there is nobody left to tell.
      }
    }
  },
});
