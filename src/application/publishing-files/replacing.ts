import type { Replacement } from '../../domain/backup-configuration/settings.ts';
import type { Failure } from '../../domain/backup-run/failure.ts';
import { impossible } from '../../domain/impossible.ts';
import { TransportFailure, type TransportSession } from '../ports/file-transport.ts';
import type { FileToPublish, PublishingJournal } from './publication.ts';
import { leavesOpenWhatHappened, type ReopeningSession } from './reopening-session.ts';

/** Law: nothing is replaced before it is whole. */
export const checkSize = async (session: TransportSession, name: string, bytes: Uint8Array): Promise<void> => {
  if ((await session.size(name)) !== bytes.byteLength)
    throw new TransportFailure({ step: 'size', code: 'size-differs' });
};

/** Puts one file in place as the administrator chose, never otherwise. */
const replace = async (session: TransportSession, file: FileToPublish, replacement: Replacement): Promise<void> => {
  switch (replacement) {
    case 'atomic':
      return session.rename(file.partName, file.name);
    case 'delete-then-rename':
      await session.remove(file.name);
      return session.rename(file.partName, file.name);
    case 'overwrite':
      await session.upload(file.name, file.bytes);
      return checkSize(session, file.name, file.bytes);
    default:
      return impossible(replacement satisfies never);
  }
};

/** A file whose turn it is, and what follows: while the session was lost, their `.part` files may have been removed, too. */
interface ToReplace {
  readonly file: FileToPublish;
  readonly next: readonly FileToPublish[];
}

/**
 * Puts one file in place, and after a lost answer looks before it repeats. A `.part` file that is gone may have been
 * renamed, or have become something else (a server may run the half of a command that a cut let through), and a size
 * does not tell tonight's file from last night's: it is uploaded anew. Rejects with TransportFailure.
 */
export const replaceLooking = async <Objection>(
  session: ReopeningSession,
  { file, next }: ToReplace,
  replacement: Replacement,
  journal: PublishingJournal<Objection>,
): Promise<void> => {
  for (;;) {
    try {
      return await replace(await session.current(), file, replacement);
    } catch (error) {
      // One of several steps may have been done.
      if (replacement !== 'atomic' && !isRemoveRefused(error)) journal.leftOpen();
      if (!leavesOpenWhatHappened(error)) throw error;
      journal.leftOpen();
      await session.close();
      if (!session.isWithinReach) throw error;
      if (replacement !== 'overwrite') {
        // Whoever has overtaken it has removed its `.part` files: none is put there behind its back.
        await refuseObjected(journal);
        for (const one of [file, ...next]) await ensurePart(await session.current(), one);
      }
      await refuseObjected(journal);
    }
  }
};

/** Nothing was done then: it is the first of the steps. */
const isRemoveRefused = (error: unknown): boolean =>
  error instanceof TransportFailure && error.failure.code === 'remove-refused';

const OVERTAKEN: Failure = { step: 'replace', code: 'attempt-overtaken' };

const refuseObjected = async (journal: Pick<PublishingJournal<unknown>, 'objection'>): Promise<void> => {
  if ((await journal.objection()) !== undefined) throw new TransportFailure(OVERTAKEN);
};

const ensurePart = async (session: TransportSession, { partName, bytes }: FileToPublish): Promise<void> => {
  if ((await session.size(partName)) === 'absent') await session.upload(partName, bytes);
  await checkSize(session, partName, bytes);
};
