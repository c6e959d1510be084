import type { InMemoryFileServerOptions } from '../../../src/adapters/driven/in-memory/file-server.ts';
import type { TransportSession } from '../../../src/application/ports/file-transport.ts';
import type {
  FileToPublish,
  Publication,
  PublicationOutcome,
} from '../../../src/application/publishing-files/publication.ts';
import { publishFiles } from '../../../src/application/publishing-files/publishing-files.ts';
import { Secret } from '../../../src/application/secret.ts';
import { aDestination, aHostKey } from '../../builders/destination.ts';
import { Newsroom, PASSWORD } from '../../support/newsroom.ts';

export const STORIES = 'Themenplanung.xlsx';
export const EVENTS = 'Terminplanung.xlsx';
export const PARTS = [`20261125-1.${STORIES}.part`, `20261125-1.${EVENTS}.part`] as const;

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const TONIGHT: readonly FileToPublish[] = [
  { kind: 'story-plan', name: STORIES, partName: PARTS[0], bytes: bytes('stories tonight') },
  { kind: 'event-plan', name: EVENTS, partName: PARTS[1], bytes: bytes('events tonight') },
];
export const LAST_NIGHT = { [STORIES]: 'stories last night', [EVENTS]: 'events last night' };
export const NEW = { [STORIES]: 'stories tonight', [EVENTS]: 'events tonight' };

/** A server with last night's files, and what publishing told its journal, in order. */
export const stage = (server: Partial<InMemoryFileServerOptions> = {}) => {
  const newsroom = new Newsroom(server);
  for (const [name, text] of Object.entries(LAST_NIGHT))
    newsroom.server.files.set(`/backup/planung/${name}`, bytes(text));
  const told: string[] = [];
  const opened: TransportSession[] = [];
  let sessions = 0;
  const open = async (): Promise<TransportSession> => {
    sessions += 1;
    const [sftp] = newsroom.transports;
    if (sftp === undefined) throw new Error('no transport');
    const session = await sftp.open(
      {
        destination: aDestination(),
        user: 'redaktion',
        credential: { method: 'password', password: new Secret(PASSWORD) },
        trustedIdentity: aHostKey(),
      },
      { deadline: 60_000 },
    );
    opened.push(session);
    return session;
  };
  const publish = (changes: Partial<Publication<string>> = {}): Promise<PublicationOutcome<string>> =>
    publishFiles<string>({
      files: TONIGHT,
      replacement: 'atomic',
      leftovers: [],
      open,
      journal: {
        partFilesNamed: async (names) => void told.push(`named ${names.join(' ')}`),
        partFilesGone: async (names) => void told.push(`gone ${names.join(' ')}`),
        reached: () => void told.push('reached'),
        uploaded: ({ kind }) => void told.push(`uploaded ${kind}`),
        objection: async () => {
          told.push('asked');
          return undefined;
        },
        replaced: async ({ kind }) => void told.push(`replaced ${kind}`),
        leftOpen: () => void told.push('left open'),
      },
      ...changes,
    });
  return { newsroom, told, publish, openSession: open, opened, sessions: () => sessions };
};

export const failures = (outcome: PublicationOutcome<string>): Record<string, string> =>
  outcome.outcome === 'published'
    ? Object.fromEntries([...outcome.failures].map(([kind, { step, code }]) => [kind, `${step}: ${code}`]))
    : { objection: outcome.objection };

/** A journal that says nothing, and has no objection. */
export const NOTHING = {
  partFilesNamed: async () => undefined,
  partFilesGone: async () => undefined,
  reached: () => undefined,
  uploaded: () => undefined,
  objection: async (): Promise<string | undefined> => undefined,
  replaced: async () => undefined,
  leftOpen: () => undefined,
};

/** The session with one method that rejects for one file. */
export const rejecting = (
  session: TransportSession,
  method: 'upload' | 'size' | 'rename' | 'remove',
  file: string,
  error: unknown,
): TransportSession => ({
  presented: session.presented,
  upload: session.upload.bind(session),
  size: session.size.bind(session),
  rename: session.rename.bind(session),
  remove: session.remove.bind(session),
  close: session.close.bind(session),
  [method]: async (name: string, more: unknown) => {
    if (name === file) throw error;
    return (session[method] as (name: string, more: unknown) => Promise<unknown>).call(session, name, more);
  },
});
