import { accepted, type Decider, type Decision } from '../decider.ts';
import type { Night } from '../schedule/night.ts';
import type { BackupHealthCommand, RecordNights } from './commands.ts';
import type { BackupHealthEvent, HealthFact, NightTrouble } from './events.ts';
import { evolveBackupHealth } from './evolve.ts';
import { dueReminder } from './reminders.ts';
import type { SettledNight } from './settled-nights.ts';
import { type BackupHealthState, initialBackupHealth, isTold } from './state.ts';

const decide = (command: BackupHealthCommand, state: BackupHealthState): Decision<BackupHealthEvent, never> => {
  const facts = changes(command, state);
  const news = facts.length > 0 ? facts : reminder(command, state);
  if (news.length === 0) return accepted([]);
  const { changeId, recipientIds } = command;
  return accepted([...news, { type: 'AdministratorsToBeTold', changeId, recipientIds }]);
};

/** Nights in a row that ended alike, oldest first. */
interface Run {
  readonly first: Night;
  readonly last: Night;
  /** Of the last one; undefined for nights that were delivered. */
  readonly trouble: NightTrouble | undefined;
  readonly nights: readonly Night[];
}

/**
 * Law: the state after is that of the latest night, and every failed night is part of a trouble that was told.
 * A trouble that begins and ends between two looks is told as one that is over.
 */
const changes = ({ nights, files }: RecordNights, before: BackupHealthState): readonly HealthFact[] => {
  const facts: HealthFact[] = [];
  let state = before;
  const record = (fact: HealthFact): void => {
    facts.push(fact);
    state = evolveBackupHealth(state, fact);
  };
  // What came before the trouble that goes on is over; what was found late of it is told when this one is over, too.
  const relevant = before.status === 'failing' ? nights.filter(({ night }) => night >= before.since) : nights;
  const runs = runsOf(relevant);
  for (const [index, { first, last, trouble, nights: ofRun }] of runs.entries()) {
    if (trouble === undefined) {
      if (state.status === 'failing') record({ type: 'BackupRecovered', night: first, since: state.since, files });
      continue;
    }
    const goesOn = index === 0 && before.status === 'failing';
    const isNews = index === runs.length - 1 || ofRun.some((night) => !isTold(state, night));
    if (!goesOn && isNews) record({ type: 'BackupFailing', night: last, since: first, trouble, files });
  }
  return facts;
};

const runsOf = (nights: readonly SettledNight[]): readonly Run[] => {
  const runs: Run[] = [];
  for (const [index, settled] of nights.entries()) {
    const { night, trouble } = settled;
    const before = runs.at(-1);
    // Who has resumed a backup, or set it up again, is told anew if it fails again.
    const isAlike =
      (before?.trouble === undefined) === (trouble === undefined) &&
      (trouble === undefined || nights[index - 1]?.isSinceActive === settled.isSinceActive);
    if (before === undefined || !isAlike) runs.push({ first: night, last: night, trouble, nights: [night] });
    else runs[runs.length - 1] = { ...before, last: night, trouble, nights: [...before.nights, night] };
  }
  return runs;
};

/** Only while it is tried: a backup that is paused fails no more, whatever its last night was. */
const reminder = ({ nights, files, remindedTo }: RecordNights, state: BackupHealthState): readonly HealthFact[] => {
  const latest = nights.at(-1);
  if (state.status !== 'failing' || remindedTo === null || latest?.trouble === undefined || !latest.isSinceActive)
    return [];
  const { night, trouble } = latest;
  const afterDays = dueReminder(state, night > remindedTo ? night : remindedTo);
  if (afterDays === undefined) return [];
  return [{ type: 'BackupFailureReminded', night, since: state.since, trouble, afterDays, files }];
};

/** The aggregate of one organisation's backup across its nights. No rule of it says no: what happened, happened. */
export const backupHealth: Decider<BackupHealthCommand, BackupHealthState, BackupHealthEvent, never> = {
  initialState: initialBackupHealth,
  evolve: evolveBackupHealth,
  decide,
};
