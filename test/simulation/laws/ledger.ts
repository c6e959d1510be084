import { createHash } from 'node:crypto';
import type { Administrator } from '../../../src/application/ports/organisation-directory.ts';
import type { RenderedWorkbook, WorkbookContent } from '../../../src/application/ports/spreadsheet-renderer.ts';
import type { BackupRunEvent, PlanKind } from '../../../src/domain/backup-run/events.ts';
import type { Destination } from '../../../src/domain/destination/destination.ts';
import type { Night } from '../../../src/domain/schedule/night.ts';
import type { Fault } from '../world/faults.ts';

/** A workbook as it was rendered, wherever its bytes turn up. */
export interface Workbook {
  readonly organisationId: string;
  readonly kind: PlanKind;
  readonly night: string;
  readonly collectionId: string;
  readonly sha256: string;
}

/** One organisation's one night, as its records tell. */
export interface Run {
  readonly organisationId: string;
  readonly night: Night;
  readonly events: { readonly at: number; readonly event: BackupRunEvent }[];
  attempt: number;
  destination: Destination;
  configurationVersion: number;
  outcome: string | undefined;
  deliveries: number;
  /** Of each version of the settings: how many attempts ended with what only an administrator can mend. */
  readonly lasting: Map<number, number>;
  isManual: boolean;
}

/** What a collection was made for. */
export interface MadeFor {
  readonly run: Run;
  readonly attempt: number;
}

/** A file that was put in place by who was overtaken, or beside a later night. */
interface Late extends MadeFor {
  readonly at: number;
  readonly host: string;
  readonly path: string;
  readonly isOvertaken: boolean;
}

/** A recorded change, and who has to hear of it. */
export interface RecordedChange {
  readonly organisationId: string;
  readonly at: number;
  readonly recipientIds: readonly string[];
  readonly owed: readonly Administrator[];
}

/** A fault that struck: one organisation, or what all of them share. */
export interface Trouble {
  /** When it began; what is over at once ends then, too. */
  readonly since: number;
  readonly at: number;
  readonly about: string | undefined;
  readonly fault: Fault;
}

/** What is true in a simulation, as far as the laws ask: gathered where it happens, and not by who is tested. */
export class Ledger {
  readonly workbooks = new Map<string, Workbook>();
  /** Of each collection: the run and the attempt that it was made for. */
  readonly attempts = new Map<string, MadeFor>();
  readonly runs = new Map<string, Run>();
  readonly changes = new Map<string, RecordedChange>();
  /** Addresses that got the mail of a change and recipient. */
  readonly mailboxes = new Map<string, Set<string>>();
  /** Names of part files that were recorded, with server and directory. */
  readonly namedParts = new Set<string>();
  /** Hashes of workbooks that ever were visible, by organisation. */
  readonly placed = new Set<string>();
  readonly late: Late[] = [];
  readonly troubles: Trouble[] = [];

  rendered({ organisationName, kind, night, collectionId }: WorkbookContent, { sha256 }: RenderedWorkbook): void {
    // The simulation's organisations are named as their ids are.
    const organisationId = organisationName.replace('Redaktion ', 'redaktion-');
    this.workbooks.set(sha256, { organisationId, kind, night, collectionId, sha256 });
  }

  workbookOf(bytes: Uint8Array): Workbook | undefined {
    return this.workbooks.get(createHash('sha256').update(bytes).digest('hex'));
  }

  /** Later nights of the same organisation: since when each is at work at a place, or has put its file in place there. */
  laterAt({ organisationId, night }: Run, host: string, path: string): readonly { night: Night; since: number }[] {
    return [...this.runs.values()].flatMap((other) => {
      if (other.organisationId !== organisationId || other.night <= night) return [];
      const [replaced] = replacedAt(other, host, path);
      const isAtWork = other.outcome === undefined && `${host}${path}`.startsWith(partKey(other.destination, ''));
      if (replaced === undefined && !isAtWork) return [];
      return [{ night: other.night, since: beganAt(other, replaced?.attempt ?? other.attempt) }];
    });
  }

  /** Whether a file was put in place after one of a later night. */
  isOverALaterNight({ run, at, host, path }: Late): boolean {
    const { organisationId, night } = run;
    return [...this.runs.values()].some((other) => {
      if (other.organisationId !== organisationId || other.night <= night) return false;
      return replacedAt(other, host, path).some((replaced) => replaced.at < at);
    });
  }

  /** Whether an organisation, or all of them, met with trouble between two moments. */
  isTroubled(about: string, from: number, to: number, counts: (fault: Fault) => boolean = () => true): boolean {
    return this.troubles.some((trouble) => {
      const concerns = trouble.about === undefined || trouble.about === about;
      return concerns && trouble.at >= from && trouble.since <= to && counts(trouble.fault);
    });
  }
}

export const partKey = ({ host, directory }: { readonly host: string; readonly directory: string }, name: string) =>
  `${host}${directory}/${name}`;

/** When an attempt at a night began. */
export const beganAt = ({ events }: Run, attempt: number): number =>
  events.findLast(({ event }) => 'configurationHead' in event && event.attempt === attempt)?.at ?? 0;

/** Every time that the file at one place was recorded as replaced: an attempt may have gone to another server. */
export const replacedAt = (
  { events }: Run,
  host: string,
  path: string,
): readonly { readonly at: number; readonly attempt: number }[] => {
  let place = '';
  return events.flatMap(({ at, event }) => {
    if ('destination' in event) place = `${event.destination.host}${event.destination.directory}`;
    const isThere = event.type === 'FileReplaced' && `${place}/${event.name}` === `${host}${path}`;
    return isThere ? [{ at, attempt: event.attempt }] : [];
  });
};

/** Whether an attempt that replaced a file late said so: on its own night's record, or on that of a later one. */
export const isToldLate = (ledger: Ledger, { run, attempt }: MadeFor): boolean =>
  [...ledger.runs.values()].some((other) => {
    if (other.organisationId !== run.organisationId) return false;
    return other.events.some(({ event }) =>
      other === run
        ? event.type === 'PublishedLate' && event.attempt === attempt
        : event.type === 'OlderNightPublishedLate' && event.olderNight === run.night,
    );
  });
