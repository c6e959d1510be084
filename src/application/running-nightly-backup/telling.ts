import type { Failure } from '../../domain/backup-run/failure.ts';
import type { EndedNight } from '../../domain/backup-run/state.ts';
import type { Night } from '../../domain/schedule/night.ts';
import type { HappeningOfNight } from '../ports/telemetry.ts';

/** What is told of a night that has ended, as it is recorded. */
export const endOfNight = (organisationId: string, night: Night, state: EndedNight): HappeningOfNight => {
  const { attempt, outcome } = state;
  return { name: 'night-ended', organisationId, night, attempt, outcome, failures: failuresOf(state) };
};

/** Why files were not put in place by the night's last attempt. */
export const failuresOf = ({ outcomes }: EndedNight): readonly Failure[] =>
  Object.values(outcomes).flatMap((outcome) => (outcome.type === 'FileFailed' ? [outcome.failure] : []));
