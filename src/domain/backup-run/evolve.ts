import { impossible } from '../impossible.ts';
import type { BackupRunEvent, NightClaimed, NightMissed, NightRepeated, NightTakenOver } from './events.ts';
import type { BackupRunState, EndedNight, NightOutcome, RunningNight } from './state.ts';

type ClaimedState = RunningNight | EndedNight;

export const evolveBackupRun = (state: BackupRunState, event: BackupRunEvent): BackupRunState => {
  if (event.type === 'NightClaimed') return started(event, undefined);
  if (event.type === 'NightMissed') return missed(event);
  if (state.status === 'unclaimed') throw new Error(`${event.type} stands in a night that nobody claimed`);
  switch (event.type) {
    case 'NightTakenOver':
    case 'NightRepeated':
      return started(event, state);
    case 'PlanCollected':
      return { ...state, needsALook: event.needsALook };
    case 'PartFilesNamed':
    case 'PartFilesGone':
      return state;
    case 'FileReplaced':
    case 'FileFailed':
      return { ...state, outcomes: { ...state.outcomes, [event.file]: event } };
    case 'NightDelivered':
      return { ...ended(state, 'delivered'), deliveredBefore: true };
    case 'NightDeliveredAgain':
      return ended(state, 'delivered');
    case 'NightHalfDelivered':
      return ended(state, 'half-delivered');
    case 'NightFailed':
      return ended(state, 'failed');
    case 'NightStopped':
      return ended(state, 'stopped');
    case 'PublishedLate':
    case 'OlderNightPublishedLate':
      return { ...state, overwrittenLate: true };
    default:
      return impossible(event satisfies never);
  }
};

const started = (
  event: NightClaimed | NightTakenOver | NightRepeated,
  before: ClaimedState | undefined,
): RunningNight => ({
  status: 'running',
  attempt: event.attempt,
  workerId: event.workerId,
  destination: event.destination,
  configurationVersion: event.configurationVersion,
  outcomes: {},
  needsALook: 0,
  deliveredBefore: before?.deliveredBefore ?? false,
  overwrittenLate: false,
});

const missed = ({ attempt, destination, configurationVersion }: NightMissed): EndedNight => ({
  status: 'ended',
  outcome: 'missed',
  attempt,
  workerId: null,
  destination,
  configurationVersion,
  outcomes: {},
  needsALook: 0,
  deliveredBefore: false,
  overwrittenLate: false,
});

const ended = (state: ClaimedState, outcome: NightOutcome): EndedNight => ({ ...state, status: 'ended', outcome });
