import type { Temporal } from 'temporal-polyfill';
import type { Night } from '../schedule/night.ts';
import type { NightStory } from './nights.ts';

/** A night that has to be over, and is not: whoever should have seen to it did not. */
export interface Overdue {
  /** The earliest of those that are, one after the other. */
  readonly night: Night;
  /** When it had to be over: an instant, ISO 8601 in UTC. */
  readonly since: string;
  /** Nobody claimed it; or somebody did, and gives no sign of life. */
  readonly reason: 'not-begun' | 'not-ended';
}

/** Minutes. An attempt records something more often than this, or it is no longer at work. */
const LONGEST_SILENCE = 30;

/**
 * Whether nothing was recorded of a night for so long that nobody can be at work on it. By the wall clocks of whoever
 * recorded and whoever asks: good for a warning, and nothing is decided by it. A lease tells no more at one look.
 */
export const isSilent = ({ lastRecordedAt }: Pick<NightStory, 'lastRecordedAt'>, now: Temporal.Instant): boolean =>
  now.since(lastRecordedAt).total('minutes') >= LONGEST_SILENCE;

/** Why a night that has to be over is not; undefined if all is well with it. */
export const whyUnsettled = (story: NightStory | undefined, now: Temporal.Instant): Overdue['reason'] | undefined => {
  if (story === undefined) return 'not-begun';
  return story.state.status === 'running' && isSilent(story, now) ? 'not-ended' : undefined;
};
