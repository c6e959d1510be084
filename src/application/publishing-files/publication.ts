import type { Replacement } from '../../domain/backup-configuration/settings.ts';
import type { PlanKind } from '../../domain/backup-run/events.ts';
import type { Failure } from '../../domain/backup-run/failure.ts';
import type { TransportSession } from '../ports/file-transport.ts';
import type { PartFilesJournal } from './part-files.ts';

/** A whole file, ready to be put in place. */
export interface FileToPublish {
  readonly kind: PlanKind;
  /** The fixed name at the destination. */
  readonly name: string;
  /** Its name until it is whole. */
  readonly partName: string;
  readonly bytes: Uint8Array;
}

/** What publishing tells, and asks, the one who records the night. */
export interface PublishingJournal<Objection> extends PartFilesJournal {
  reached(): void;
  uploaded(file: FileToPublish): void;
  /** Asked just before the files are replaced, and before a replacing is repeated: a reason not to, or undefined. */
  objection(): Promise<Objection | undefined>;
  replaced(file: FileToPublish): Promise<void>;
  /** A replacing did not come to its end, or its answer was lost: it may have been done, or a part of it. */
  leftOpen(): void;
}

export interface Publication<Objection> {
  readonly files: readonly FileToPublish[];
  readonly replacement: Replacement;
  /** Recorded names of earlier attempts that may still be there. */
  readonly leftovers: readonly string[];
  /** A new session each time; rejects with TransportFailure. */
  readonly open: () => Promise<TransportSession>;
  readonly journal: PublishingJournal<Objection>;
}

export type PublicationOutcome<Objection> =
  | { readonly outcome: 'published'; readonly failures: ReadonlyMap<PlanKind, Failure> }
  | { readonly outcome: 'objected'; readonly objection: Objection };
