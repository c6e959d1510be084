import type { Protocol, TlsMode } from '../../../domain/destination/destination.ts';
import type { ChangeKind } from './change-kind.ts';
import type { ZonedMoment } from './moment.ts';

/** What may be said of one change, in one line of a table. */
export type RowName =
  | 'protocol'
  | 'server'
  | 'port'
  | 'directory'
  | 'user'
  | 'loginMethod'
  | 'password'
  | 'private-key'
  | 'identity'
  | 'replacement'
  | 'confidential'
  | 'timeZone'
  | 'fileNames'
  | 'backup';

/** Every word that a mail brings itself, in one language. Names arrive as harmless text. */
export interface Wording {
  readonly subject: (kind: ChangeKind, organisation: string, actor: string) => string;
  readonly greeting: (name: string) => string;
  /** What happened, as the first sentence. */
  readonly lead: (kind: ChangeKind, organisation: string, actor: string) => string;
  readonly when: (moment: ZonedMoment) => string;
  readonly headings: {
    readonly when: string;
    readonly who: string;
    readonly what: string;
    readonly notMeant: string;
    readonly witness: string;
  };
  /** Who acts where the planning service does so by itself. */
  readonly theService: string;
  readonly rows: Readonly<Record<RowName, string>>;
  readonly before: string;
  readonly after: string;
  readonly protocols: (protocol: Protocol, tlsMode: TlsMode) => string;
  /** Of passwords and keys, which no mail shows. */
  readonly replaced: string;
  readonly nothing: string;
  readonly states: Readonly<Record<'paused' | 'active' | 'removed', string>>;
  /** Where the files of earlier nights lie after a move or a removal. */
  readonly filesRemain: (where: string) => string;
  readonly fileNamesAt: (names: string, where: string) => string;
  readonly place: (server: string, directory: string) => string;
  readonly secretDestroyed: string;
  readonly pausedMeans: string;
  /** What to do, step by step, if the change was not meant to happen. */
  readonly notMeant: (kind: ChangeKind, actor: string) => readonly string[];
  readonly noLinks: string;
  readonly witness: string;
  readonly whyYou: (organisation: string) => string;
}
