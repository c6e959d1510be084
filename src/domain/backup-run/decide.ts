import { accepted, type Decider, type Decision, rejected } from '../decider.ts';
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
  if (state.status === 'unclaimed') return rejected({ reason: 'NightNotClaimed' });
  switch (command.type) {
    case 'TakeOverNight': {
      if (state.status === 'ended') return rejected({ reason: 'NightAlreadyEnded' });
      const { type: _, overtaken, ...takeover } = command;
      return current(overtaken, state, { type: 'NightTakenOver', attempt: state.attempt + 1, ...takeover });
    }
    case 'RepeatNight': {
      if (state.status === 'running') return rejected({ reason: 'NightStillRunning' });
      const { type: _, ...start } = command;
      return accepted([{ type: 'NightRepeated', attempt: state.attempt + 1, reason: 'manual', ...start }]);
    }
    case 'RecordProgress':
      return progress(command, state);
    case 'EndAttempt':
      return end(command, state);
    case 'StopAttempt':
      return running(command.attempt, state, {
        type: 'NightStopped',
        attempt: command.attempt,
        reason: command.reason,
      });
    case 'RecordLatePublication':
      // Only an overtaken attempt is late; the current one is on time by definition.
      return accepted(command.attempt < state.attempt ? [{ type: 'PublishedLate', attempt: command.attempt }] : []);
    default:
      return command satisfies never;
  }
};

const progress = ({ fact }: RecordProgress, state: ClaimedState): RunDecision =>
  // A file that is gone is gone, whoever removed it and however late that is said.
  fact.type === 'PartFilesGone' ? accepted([fact]) : running(fact.attempt, state, fact);

/** *Delivered* needs both files; half of it is a failure of its own. */
const end = ({ attempt }: EndAttempt, state: ClaimedState): RunDecision => {
  const outcomes = [state.outcomes['story-plan'], state.outcomes['event-plan']];
  if (state.status === 'running' && outcomes.includes(undefined)) return rejected({ reason: 'OutcomeMissing' });
  const replaced = outcomes.filter((outcome) => outcome?.type === 'FileReplaced').length;
  if (replaced === 0) return running(attempt, state, { type: 'NightFailed', attempt });
  if (replaced === 1) return running(attempt, state, { type: 'NightHalfDelivered', attempt });
  return running(attempt, state, { type: state.deliveredBefore ? 'NightDeliveredAgain' : 'NightDelivered', attempt });
};

const running = (attempt: number, state: ClaimedState, event: BackupRunEvent): RunDecision =>
  state.status === 'ended' ? rejected({ reason: 'NightAlreadyEnded' }) : current(attempt, state, event);

/** Law: an overtaken attempt records nothing more of its own. */
const current = (attempt: number, state: ClaimedState, event: BackupRunEvent): RunDecision =>
  attempt === state.attempt
    ? accepted([event])
    : rejected({ reason: 'AttemptOvertaken', currentAttempt: state.attempt });

/** The aggregate of one organisation's one night. */
export const backupRun: Decider<BackupRunCommand, BackupRunState, BackupRunEvent, BackupRunRejection> = {
  initialState: initialBackupRun,
  evolve: evolveBackupRun,
  decide,
};
