import { accepted, type Decider, type Decision, rejected } from '../decider.ts';
import { impossible } from '../impossible.ts';
import type { BackupRunCommand, BackupRunRejection, EndAttempt, RecordProgress } from './commands.ts';
import type { BackupRunEvent } from './events.ts';
import { evolveBackupRun } from './evolve.ts';
import { type BackupRunState, type EndedNight, initialBackupRun, type RunningNight } from './state.ts';

type RunDecision = Decision<BackupRunEvent, BackupRunRejection>;
type ClaimedState = RunningNight | EndedNight;

const decide = (command: BackupRunCommand, state: BackupRunState): RunDecision => {
  if (command.type === 'ClaimNight') {
    if (state.status !== 'unclaimed') return rejected({ reason: 'NightAlreadyClaimed' });
    const { type: _, ...claim } = command;
    return accepted([{ type: 'NightClaimed', attempt: 1, ...claim }]);
  }
  if (command.type === 'RecordMissedNight') {
    if (state.status !== 'unclaimed') return rejected({ reason: 'NightAlreadyClaimed' });
    const { type: _, ...missed } = command;
    return accepted([{ type: 'NightMissed', attempt: 0, ...missed }]);
  }
  if (state.status === 'unclaimed') return rejected({ reason: 'NightNotClaimed' });
  switch (command.type) {
    case 'TakeOverNight': {
      const { type: _, overtaken, ...takeover } = command;
      return by(overtaken, state, { type: 'NightTakenOver', attempt: state.attempt + 1, ...takeover });
    }
    case 'RepeatNight': {
      if (state.status === 'running') return rejected({ reason: 'NightStillRunning' });
      const { type: _, ...start } = command;
      return accepted([{ type: 'NightRepeated', attempt: state.attempt + 1, ...start }]);
    }
    case 'RecordProgress':
      return progress(command, state);
    case 'EndAttempt':
      return end(command, state);
    case 'StopAttempt':
      return by(command.attempt, state, { type: 'NightStopped', attempt: command.attempt, reason: command.reason });
    case 'RecordLatePublication':
      // Only an overtaken attempt is late; the current one is on time by definition.
      return accepted(command.attempt < state.attempt ? [{ type: 'PublishedLate', attempt: command.attempt }] : []);
    case 'RecordOlderNightPublication':
      return accepted([{ type: 'OlderNightPublishedLate', attempt: state.attempt, olderNight: command.olderNight }]);
    default:
      return impossible(command satisfies never);
  }
};

const progress = ({ fact }: RecordProgress, state: ClaimedState): RunDecision =>
  // A file that is gone is gone, whoever removed it and however late that is said.
  fact.type === 'PartFilesGone' ? accepted([fact]) : by(fact.attempt, state, fact);

/** *Delivered* needs both files; half of it is a failure of its own. */
const end = ({ attempt }: EndAttempt, state: ClaimedState): RunDecision => {
  const objection = objectionTo(attempt, state);
  if (objection !== undefined) return rejected(objection);
  const { 'story-plan': storyPlan, 'event-plan': eventPlan } = state.outcomes;
  if (storyPlan === undefined || eventPlan === undefined) return rejected({ reason: 'OutcomeMissing' });
  const replaced = [storyPlan, eventPlan].filter((outcome) => outcome.type === 'FileReplaced').length;
  if (replaced === 0) return accepted([{ type: 'NightFailed', attempt }]);
  if (replaced === 1) return accepted([{ type: 'NightHalfDelivered', attempt }]);
  return accepted([{ type: state.deliveredBefore ? 'NightDeliveredAgain' : 'NightDelivered', attempt }]);
};

const by = (attempt: number, state: ClaimedState, event: BackupRunEvent): RunDecision => {
  const objection = objectionTo(attempt, state);
  return objection === undefined ? accepted([event]) : rejected(objection);
};

/** Law: an overtaken attempt records nothing more of its own, and neither does anyone once the night has ended. */
const objectionTo = (attempt: number, state: ClaimedState): BackupRunRejection | undefined => {
  if (state.status === 'ended') return { reason: 'NightAlreadyEnded' };
  return attempt === state.attempt ? undefined : { reason: 'AttemptOvertaken', currentAttempt: state.attempt };
};

/** The aggregate of one organisation's one night. */
export const backupRun: Decider<BackupRunCommand, BackupRunState, BackupRunEvent, BackupRunRejection> = {
  initialState: initialBackupRun,
  evolve: evolveBackupRun,
  decide,
};
