import type { PlanKind } from '../../domain/backup-run/events.ts';
import type { Failure } from '../../domain/backup-run/failure.ts';
import { TransportFailure } from '../ports/file-transport.ts';
import { PartFiles } from './part-files.ts';
import type { FileToPublish, Publication, PublicationOutcome } from './publication.ts';
import { leavesOpenWhatHappened, ReopeningSession } from './reopening-session.ts';
import { checkSize, replaceLooking } from './replacing.ts';

/**
 * The only way a file appears at a destination: all are uploaded under their `.part` names, all sizes are compared,
 * and only then each is put in place. Whatever fails before that leaves what was there untouched.
 * With `overwrite` there are no `.part` names: it is for a server that takes neither renaming nor removing.
 * Rejects only with what the journal rejects with.
 */
export const publishFiles = async <Objection>(
  publication: Publication<Objection>,
): Promise<PublicationOutcome<Objection>> => {
  const { files, journal, leftovers, replacement } = publication;
  const session = new ReopeningSession(publication.open);
  const parts = new PartFiles(leftovers, journal);
  const progress: Progress = { replaced: new Set(), handling: undefined };
  try {
    await session.current();
    journal.reached();
    await parts.clear(session);
    if (replacement !== 'overwrite') await uploadParts(session, parts, publication, progress);
    const objection = await journal.objection();
    if (objection !== undefined) return { outcome: 'objected', objection };
    await replaceAll(session, parts, publication, progress);
    return { outcome: 'published', failures: new Map() };
  } catch (error) {
    if (!(error instanceof TransportFailure)) throw error;
    if (leavesOpenWhatHappened(error)) await session.close();
    return { outcome: 'published', failures: failuresOf(error.failure, files, progress) };
  } finally {
    // Closed whatever the journal says: an open session would keep a process and the server's place until its deadline.
    await parts.clear(session).finally(() => session.close());
  }
};

interface Progress {
  readonly replaced: Set<PlanKind>;
  /** The file that the present step is about, if it is about one. */
  handling: FileToPublish | undefined;
}

const uploadParts = async <Objection>(
  session: ReopeningSession,
  parts: PartFiles,
  { files, journal }: Publication<Objection>,
  progress: Progress,
): Promise<void> => {
  await parts.name(files.map(({ partName }) => partName));
  const open = await session.current();
  for (const file of files) {
    progress.handling = file;
    await open.upload(file.partName, file.bytes);
    journal.uploaded(file);
  }
  for (const file of files) {
    progress.handling = file;
    await checkSize(open, file.partName, file.bytes);
  }
};

const replaceAll = async <Objection>(
  session: ReopeningSession,
  parts: PartFiles,
  { files, replacement, journal }: Publication<Objection>,
  progress: Progress,
): Promise<void> => {
  for (const [index, file] of files.entries()) {
    progress.handling = file;
    await replaceLooking(session, { file, next: files.slice(index + 1) }, replacement, journal);
    progress.replaced.add(file.kind);
    if (replacement !== 'overwrite') parts.isGone(file.partName);
    await journal.replaced(file);
  }
};

/** Of each file that was not replaced: its own failure, or that the other's kept it back. */
const failuresOf = (
  failure: Failure,
  files: readonly FileToPublish[],
  { replaced, handling }: Progress,
): ReadonlyMap<PlanKind, Failure> =>
  new Map(
    files
      .filter(({ kind }) => !replaced.has(kind))
      .map((file) => [
        file.kind,
        handling === undefined || handling === file ? failure : { step: failure.step, code: 'other-file-failed' },
      ]),
  );
