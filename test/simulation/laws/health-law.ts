import type { BackupHealthEvent } from '../../../src/domain/backup-health/events.ts';

/** From the first night of a trouble to the one that worked again, as the administrators were told. */
interface Episode {
  readonly since: string;
  until: string | undefined;
}

/** What the administrators were told, trouble by trouble. */
export const episodesOf = (events: readonly BackupHealthEvent[]): readonly Episode[] => {
  const episodes: Episode[] = [];
  for (const event of events) {
    if (event.type === 'BackupFailing') episodes.push({ since: event.since, until: undefined });
    const last = episodes.at(-1);
    if (event.type === 'BackupRecovered' && last !== undefined) last.until = event.night;
  }
  return episodes;
};

/** Whether a night that was not delivered lies in a trouble that they were told of. */
export const isMadeKnown = (night: string, episodes: readonly Episode[]): boolean =>
  episodes.some(({ since, until }) => since <= night && (until === undefined || night <= until));
