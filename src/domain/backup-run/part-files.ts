import { type Destination, isSameDestination } from '../destination/destination.ts';
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
 * What earlier attempts of whatever night may have left behind at a destination: every name recorded there and not
 * recorded as gone. The directory itself is never listed.
 */
export const leftoverPartFiles = (events: readonly BackupRunEvent[], destination: Destination): readonly string[] => {
  const leftovers = new Set<string>();
  for (const event of events) {
    if (event.type !== 'PartFilesNamed' && event.type !== 'PartFilesGone') continue;
    if (!isSameDestination(event.destination, destination)) continue;
    for (const name of event.names) {
      if (event.type === 'PartFilesNamed') leftovers.add(name);
      else leftovers.delete(name);
    }
  }
  return [...leftovers];
};
