import { Temporal } from 'temporal-polyfill';
import { backupConfiguration } from '../backup-configuration/decide.ts';
import { type BackupConfigurationState, settingsOf } from '../backup-configuration/state.ts';
import type { LocalDate } from '../schedule/local-date.ts';
import { dueAt } from '../schedule/slot.ts';
import type { ConfigurationRecord } from './history.ts';

/** How a backup stood from one moment to the next. */
export interface Standing {
  readonly status: BackupConfigurationState['status'];
  /** Of the last settings that there were. */
  readonly timeZone: string;
  readonly from: Temporal.Instant;
  /** Null for the last one. */
  readonly until: Temporal.Instant | null;
}

/** Oldest first, and each other than the one before. Before the first nothing was set up. */
export const standingsOf = (records: readonly ConfigurationRecord[]): readonly Standing[] => {
  const standings: Standing[] = [];
  let state = backupConfiguration.initialState;
  for (const { occurredAt, event } of records) {
    state = backupConfiguration.evolve(state, event);
    const last = standings.at(-1);
    const timeZone = settingsOf(state)?.timeZone ?? last?.timeZone;
    if (timeZone === undefined || (last?.status === state.status && last.timeZone === timeZone)) continue;
    const from = Temporal.Instant.from(occurredAt);
    if (last !== undefined) standings[standings.length - 1] = { ...last, until: from };
    standings.push({ status: state.status, timeZone, from, until: null });
  }
  return standings;
};

/** Since when it is active without a break; undefined if it is not. A change of the time zone is no break. */
export const activeSince = (standings: readonly Standing[]): Temporal.Instant | undefined =>
  standings.slice(standings.findLastIndex(({ status }) => status !== 'active') + 1)[0]?.from;

/**
 * How it stood when a night's slot came, by the clock of the zone that was then the organisation's. Undefined before
 * anything was set up. Where the zone changed, and the slot was still to come by the clock before and over by the clock
 * after, it is what stood before: the night is owed, and the worker makes up for it.
 */
export const standingAtSlot = (standings: readonly Standing[], date: LocalDate, slot: number): Standing | undefined => {
  const slotOf = ({ timeZone }: Standing): Temporal.Instant => dueAt(date, timeZone, slot);
  return (
    standings.findLast((one) => hasBegun(one, slotOf(one)) && !isOver(one, slotOf(one))) ??
    standings.findLast((one, index) => {
      const next = standings[index + 1];
      return next !== undefined && isOver(one, slotOf(one)) && !hasBegun(next, slotOf(next));
    })
  );
};

/** A slot in the very moment of a change belongs to what was before: so does the worker count. */
const hasBegun = ({ from }: Standing, at: Temporal.Instant): boolean => Temporal.Instant.compare(from, at) < 0;

const isOver = ({ until }: Standing, at: Temporal.Instant): boolean =>
  until !== null && Temporal.Instant.compare(until, at) < 0;
