import type { Pin, RepeatReason } from '../../domain/backup-run/events.ts';
import type { EndedNight, RunningNight } from '../../domain/backup-run/state.ts';
import { impossible } from '../../domain/impossible.ts';
import type { Night } from '../../domain/schedule/night.ts';
import type { LeaseStore } from '../ports/lease-store.ts';
import type { ScheduleClock } from '../ports/schedule-clock.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import { isSameEnd } from '../recording.ts';
import type { AttemptJournal, RunNow } from './attempt-journal.ts';
import type { NightRequest } from './requests.ts';

export interface Claim {
  readonly journal: AttemptJournal;
  readonly night: Night;
  readonly pin: Pin;
  readonly workerId: string;
  readonly request: Pick<NightRequest, 'organisationId' | 'reason' | 'retryOf' | 'signal'>;
}

interface ClaimingPorts {
  readonly leases: LeaseStore;
  readonly clock: ScheduleClock;
  readonly telemetry: Telemetry;
}

/**
 * Makes a night this worker's: by the first record of its stream, by repeating a night that has ended, or by taking
 * over from an owner that gives no sign of life. Returns the attempt, or why there is none.
 */
export const claimNight = async (
  claim: Claim,
  ports: ClaimingPorts,
  leaseLength: number,
): Promise<number | 'at work elsewhere' | 'ended already'> => {
  const { journal, night, pin, workerId, request } = claim;
  const run = await journal.now();
  const start = { ...pin, workerId };
  switch (run.state.status) {
    case 'unclaimed': {
      const reason = request.reason === 'manual' ? 'manual' : 'scheduled';
      const command = { type: 'ClaimNight', night, reason, ...start } as const;
      return (await journal.recordAt(run, command)) === 'recorded' ? 1 : 'at work elsewhere';
    }
    case 'ended': {
      const reason = repeatReason(request, run.state, pin);
      if (reason === undefined) return 'ended already';
      const recorded = await journal.recordAt(run, { type: 'RepeatNight', reason, ...start });
      return recorded === 'recorded' ? run.state.attempt + 1 : 'at work elsewhere';
    }
    case 'running':
      return takeOverIfSilent(claim, run, run.state, ports, leaseLength);
    default:
      return impossible(run.state satisfies never);
  }
};

/** Why a night that has ended is run once more, or undefined if it is left alone. */
const repeatReason = (
  { reason, retryOf }: Claim['request'],
  night: EndedNight,
  { configurationVersion }: Pin,
): RepeatReason | undefined => {
  if (reason === 'manual') return 'manual';
  // Several workers plan a retry of one failure: who comes first makes it, and what it finds decides what is next.
  const isRetry = reason === 'retry' && (retryOf ?? night.attempt) === night.attempt;
  const isFailed = night.outcome === 'failed' || night.outcome === 'half-delivered';
  // What an administrator has changed since may be just what was wrong.
  const isToBeTriedAgain = isFailed && (isRetry || night.configurationVersion < configurationVersion);
  // What an overtaken attempt put in place late is older than what was delivered.
  return isToBeTriedAgain || night.overwrittenLate ? 'retry' : undefined;
};

/**
 * How often an owner is looked at in one lease: as if the whole of it went on like this at first, and then less and less.
 * Whoever waits for one that is alive, or has ended, hears so soon, and has a place for another night.
 */
const LOOKS_AT_FIRST = 300;
const LOOKS_AT_LAST = 30;

/**
 * No clock is shared: whoever would take over sees the run's end and the lease's beat, waits one lease length on its
 * own clock, and only if both are unchanged all that time takes over at exactly that end.
 */
const takeOverIfSilent = async (
  { journal, night, pin, workerId, request }: Claim,
  before: RunNow,
  { attempt }: RunningNight,
  { leases, clock, telemetry }: ClaimingPorts,
  leaseLength: number,
): Promise<number | 'at work elsewhere'> => {
  const lease = await leases.read(journal.stream);
  const { organisationId } = request;
  telemetry.happened({ name: 'waiting-for-lease', organisationId, night, attempt, milliseconds: leaseLength });
  const end = clock.monotonic() + leaseLength;
  let pause = leaseLength / LOOKS_AT_FIRST;
  for (let left = leaseLength; left > 0; left = end - clock.monotonic()) {
    await clock.pass(Math.min(left, pause), request.signal);
    pause = Math.min(pause * 2, leaseLength / LOOKS_AT_LAST);
    if (request.signal?.aborted === true) return 'at work elsewhere';
    const now = await leases.read(journal.stream);
    const isSilent = lease?.holder === now?.holder && lease?.beat === now?.beat;
    if (!isSilent || !isSameEnd(before.end, (await journal.now()).end)) return 'at work elsewhere';
  }
  const command = { type: 'TakeOverNight', reason: 'lease-lost', overtaken: attempt, ...pin, workerId } as const;
  return (await journal.recordAt(before, command)) === 'recorded' ? attempt + 1 : 'at work elsewhere';
};
