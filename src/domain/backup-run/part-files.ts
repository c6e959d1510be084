import { type Destination, isSameDestination } from '../destination/destination.ts';
import { daysBetween } from '../schedule/local-date.ts';
import type { Night } from '../schedule/night.ts';
import type { BackupRunEvent } from './events.ts';

/**
 * The name a file has while it is uploaded. It carries night and attempt, so that no two attempts share one, and
 * carries them in front: ProFTPD carries out a command that was cut in the middle, and no beginning of this name may
 * be the name of a file that is visible. It ends in `.part`, because vsftpd refuses names that begin with a dot.
 */
export const partNameOf = (name: string, night: Night, attempt: number): string =>
  `${night.replaceAll('-', '')}-${attempt}.${name}.part`;

/**
 * What attempts at this night or older ones may have left behind at a destination: every name recorded there and not
 * recorded as gone. The directory itself is never listed. Each night's events stand together, oldest first.
 *
 * Law: in that night and the next one, nobody but the attempt itself can say for good that its file is gone. One that
 * was overtaken, or is late, may go on, and upload anew what somebody else has removed; so a later night looks once more.
 */
export const leftoverPartFiles = (
  nights: readonly (readonly BackupRunEvent[])[],
  tonight: Night,
  destination: Destination,
): readonly string[] => {
  const leftovers = new Map<string, Attempt>();
  for (const events of nights) {
    const [begun] = events;
    // What lies there of a later night may be at work: it is that one's to remove.
    if (begun === undefined || !('night' in begun) || begun.night > tonight) continue;
    const { night } = begun;
    for (const event of events) {
      if (event.type !== 'PartFilesNamed' && event.type !== 'PartFilesGone') continue;
      if (!isSameDestination(event.destination, destination)) continue;
      const { attempt } = event;
      for (const name of event.names) {
        const named = leftovers.get(name);
        if (event.type === 'PartFilesNamed') leftovers.set(name, { night, attempt });
        else if (named !== undefined && isForGood(named, { night, attempt })) leftovers.delete(name);
      }
    }
  }
  return [...leftovers.keys()];
};

interface Attempt {
  readonly night: Night;
  readonly attempt: number;
}

const isForGood = (named: Attempt, gone: Attempt): boolean =>
  named.night === gone.night ? named.attempt === gone.attempt : daysBetween(named.night, gone.night) > 1;
