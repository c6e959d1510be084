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
 * recorded as gone. The directory itself is never listed. Each night's events stand together, oldest first.
 *
 * Law: as long as it is that night, nobody but the attempt itself can say for good that its file is gone. One that was
 * overtaken may go on, and upload anew what whoever overtook it has removed; so the next night looks once more.
 */
export const leftoverPartFiles = (
  nights: readonly (readonly BackupRunEvent[])[],
  destination: Destination,
): readonly string[] => {
  const leftovers = new Map<string, { readonly night: number; readonly attempt: number }>();
  for (const [night, events] of nights.entries())
    for (const event of events) {
      if (event.type !== 'PartFilesNamed' && event.type !== 'PartFilesGone') continue;
      if (!isSameDestination(event.destination, destination)) continue;
      const { attempt } = event;
      for (const name of event.names) {
        const named = leftovers.get(name);
        if (event.type === 'PartFilesNamed') leftovers.set(name, { night, attempt });
        else if (named?.night !== night || named.attempt === attempt) leftovers.delete(name);
      }
    }
  return [...leftovers.keys()];
};
