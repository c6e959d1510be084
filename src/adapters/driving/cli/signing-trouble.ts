import type { Happening, Telemetry } from '../../../application/ports/telemetry.ts';

/** Why a change that is recorded was not signed: the use case goes on without, and says it to its telemetry alone. */
export class SigningTrouble implements Telemetry {
  /** Undefined where it was signed. */
  error: unknown;

  happened(happening: Happening): void {
    if (happening.name === 'checkpoint-failed') this.error = happening.error;
  }
}
