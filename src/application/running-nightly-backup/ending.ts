import type { FileNames } from '../../domain/backup-configuration/settings.ts';
import type { FileFailed, PlanKind } from '../../domain/backup-run/events.ts';
import { impossible } from '../../domain/impossible.ts';
import { RecordRejected } from '../journal.ts';
import type { AttemptJournal } from './attempt-journal.ts';
import type { Objection } from './objections.ts';

/** Why a night is begun anew at once by the same owner. */
export type AnotherAttempt = 'settings-changed' | 'published-late';

/**
 * Records how an attempt ended, or says that another is needed. Rejects with RecordRejected if it was overtaken: what
 * becomes of the night is then for its new owner to record.
 */
export const endAttempt = async (
  journal: AttemptJournal,
  attempt: number,
  objection: Objection | undefined,
  fileNames: FileNames,
  mayBeginAnew: boolean,
): Promise<AnotherAttempt | undefined> => {
  switch (objection) {
    case 'paused':
    case 'removed':
      await journal.record({ type: 'StopAttempt', attempt, reason: objection });
      return undefined;
    case 'settings-changed':
      if (mayBeginAnew) return 'settings-changed';
      await failBoth(journal, attempt, fileNames);
      break;
    case 'overtaken':
      // Or only its lease was lost, and nobody took over: then the failure is ours to record.
      await failBoth(journal, attempt, fileNames);
      break;
    case undefined:
      if (mayBeginAnew && (await isOverwrittenLate(journal, attempt))) return 'published-late';
      break;
    default:
      return impossible(objection satisfies never);
  }
  await journal.record({ type: 'EndAttempt', attempt });
  return undefined;
};

const failBoth = async (journal: AttemptJournal, attempt: number, fileNames: FileNames): Promise<void> => {
  const names: readonly [PlanKind, string][] = [
    ['story-plan', fileNames.storyPlan],
    ['event-plan', fileNames.eventPlan],
  ];
  const failure = { step: 'record', code: 'attempt-overtaken' } as const;
  for (const [file, name] of names) {
    const fact: FileFailed = { type: 'FileFailed', attempt, file, name, failure };
    await journal.record({ type: 'RecordProgress', fact });
  }
};

const isOverwrittenLate = async (journal: AttemptJournal, attempt: number): Promise<boolean> => {
  const { state } = await journal.now();
  if (state.status !== 'running') return false;
  if (state.attempt !== attempt)
    throw new RecordRejected({ reason: 'AttemptOvertaken', currentAttempt: state.attempt });
  return state.overwrittenLate;
};
