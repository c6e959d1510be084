import type { Replacement } from '../../domain/backup-configuration/settings.ts';
import type { Failure } from '../../domain/backup-run/failure.ts';
import { TransportFailure, type TransportSession } from '../ports/file-transport.ts';
import type { FileToPublish, Publication, PublishingJournal } from '../publishing-files/publication.ts';
import { publishFiles } from '../publishing-files/publishing-files.ts';
import { leavesOpenWhatHappened } from '../publishing-files/reopening-session.ts';

/** What writing, replacing and removing a probe file showed. */
export interface Rehearsed {
  /** Undefined if the wanted way of replacing works. */
  readonly failure: Failure | undefined;
  readonly capability: Replacement | null;
  /** Whether the probe is still there although it was to be removed. */
  readonly isLeftBehind: boolean;
}

/** Two contents of different size, so that a replaced file can be told from the one before. */
const FIRST = new TextEncoder().encode('planning-backup connection test\n');
const SECOND = new TextEncoder().encode('planning-backup connection test, second version\n');

/** Best first: what a server that refuses one of them may still allow. */
const WAYS: readonly Replacement[] = ['atomic', 'delete-then-rename', 'overwrite'];

/**
 * Walks the night's own way with a probe: published once, then replaced, as the administrator wants it, and if the
 * server refuses just that, in the other ways, to find out which one to choose. The probe is removed in any case.
 */
export const rehearse = async (
  session: TransportSession,
  open: () => Promise<TransportSession>,
  probeName: string,
  wanted: Replacement,
): Promise<Rehearsed> => {
  const lend = lending(session, open);
  const publish = (bytes: Uint8Array, way: Replacement): Promise<Failure | undefined> =>
    publishProbe(lend(), { name: probeName, bytes }, way);
  const tried = await tryWays(publish, wanted);
  const isLeftBehind = !(await removeProbe(session, open, probeName));
  const failure = tried.failure ?? (isLeftBehind ? ({ step: 'clean-up', code: 'remove-refused' } as const) : undefined);
  return { failure, capability: tried.capability, isLeftBehind };
};

const tryWays = async (
  publish: (bytes: Uint8Array, way: Replacement) => Promise<Failure | undefined>,
  wanted: Replacement,
): Promise<Pick<Rehearsed, 'failure' | 'capability'>> => {
  // Where nothing is there yet nothing is replaced, so this shows writing alone.
  const writing = await publish(FIRST, wanted);
  if (writing !== undefined) return { failure: writing, capability: null };
  let capability: Replacement | null = null;
  let failure: Failure | undefined;
  for (const way of WAYS) {
    if (capability !== null && way !== wanted) continue;
    const refused = await publish(SECOND, way);
    if (refused === undefined) capability ??= way;
    else if (refused.step !== 'replace') return { failure: refused, capability };
    if (way === wanted) failure = refused;
  }
  return { failure, capability };
};

/** The failure of one publication of the probe. */
const publishProbe = async (
  open: () => Promise<TransportSession>,
  probe: { readonly name: string; readonly bytes: Uint8Array },
  replacement: Replacement,
): Promise<Failure | undefined> => {
  const file: FileToPublish = { kind: 'story-plan', ...probe, partName: `${probe.name}.part` };
  const publication: Publication<never> = { files: [file], replacement, leftovers: [], open, journal: NO_JOURNAL };
  const outcome = await publishFiles(publication);
  return outcome.outcome === 'published' ? outcome.failures.get(file.kind) : undefined;
};

/**
 * Of each publication, how it opens its sessions: the one at hand first, and new ones from the moment on in which a
 * publication asked for another, because that one was lost.
 */
const lending = (
  session: TransportSession,
  open: () => Promise<TransportSession>,
): (() => () => Promise<TransportSession>) => {
  let isLost = false;
  return () => {
    let isLent = false;
    return async () => {
      isLost ||= isLent;
      isLent = true;
      return isLost ? open() : borrowed(session);
    };
  };
};

/** The session without its end: several publications share it. */
const borrowed = (session: TransportSession): TransportSession => ({
  presented: session.presented,
  upload: (name, bytes) => session.upload(name, bytes),
  size: (name) => session.size(name),
  rename: (from, to) => session.rename(from, to),
  remove: (name) => session.remove(name),
  close: async () => undefined,
});

const NO_JOURNAL: PublishingJournal<never> = {
  partFilesNamed: async () => undefined,
  partFilesGone: async () => undefined,
  reached: () => undefined,
  uploaded: () => undefined,
  objection: async () => undefined,
  replaced: async () => undefined,
  leftOpen: () => undefined,
};

/** Whether nothing of the probe is left. After a lost session it is looked for in a new one. */
const removeProbe = async (
  session: TransportSession,
  open: () => Promise<TransportSession>,
  name: string,
): Promise<boolean> => {
  try {
    await removeBoth(session, name);
    return true;
  } catch (error) {
    if (!leavesOpenWhatHappened(error)) return isFailure(error);
  }
  let again: TransportSession | undefined;
  try {
    again = await open();
    await removeBoth(again, name);
    return true;
  } catch (error) {
    return isFailure(error);
  } finally {
    await again?.close();
  }
};

const removeBoth = async (session: TransportSession, name: string): Promise<void> => {
  await session.remove(name);
  await session.remove(`${name}.part`);
};

/** False for what a server may answer; whatever else was thrown is a bug and goes on. */
const isFailure = (error: unknown): false => {
  if (error instanceof TransportFailure) return false;
  throw error;
};
