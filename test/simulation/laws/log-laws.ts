import type { EventToAppend, StreamEnd } from '../../../src/application/ports/event-log.ts';
import type { BackupRunEvent } from '../../../src/domain/backup-run/events.ts';
import type { FailureCode } from '../../../src/domain/backup-run/failure.ts';
import type { Tally } from '../engine/tally.ts';
import { CANARY } from '../world/newsroom.ts';
import { Broken, type Law } from './law.ts';
import { type Ledger, partKey, type Run } from './ledger.ts';

/** The events of a night that only its current attempt may record. */
const OF_THE_CURRENT: ReadonlySet<BackupRunEvent['type']> = new Set([
  ...(['PlanCollected', 'PartFilesNamed', 'FileReplaced', 'FileFailed', 'NightStopped'] as const),
  ...(['NightDelivered', 'NightDeliveredAgain', 'NightHalfDelivered', 'NightFailed'] as const),
]);

/** What does not pass by itself: an administrator has to mend it. */
const LASTING: ReadonlySet<FailureCode> = new Set([
  ...(['login-refused', 'host-key-changed', 'certificate-changed', 'directory-not-writable'] as const),
  ...(['plan-unreadable', 'password-unavailable'] as const),
]);

/** Looks at every append to the streams of nights. */
export class LogLaws {
  readonly #ledger: Ledger;
  readonly #tally: Tally;
  readonly #now: () => number;
  readonly #ends = new Map<string, StreamEnd>();

  constructor(ledger: Ledger, tally: Tally, now: () => number) {
    this.#ledger = ledger;
    this.#tally = tally;
    this.#now = now;
  }

  appended(stream: string, about: string | undefined, events: readonly EventToAppend[], end: StreamEnd): void {
    const version = (this.#ends.get(stream)?.version ?? 0) + events.length;
    this.#ends.set(stream, end);
    this.#hold('the log only grows, and its chain holds', end.version === version, stream, about);
    const isClean = !events.some(({ event }) => JSON.stringify(event).includes(CANARY));
    this.#hold('no password is written down', isClean, stream, about);
    if (!stream.startsWith('backupRun-') || about === undefined) return;
    for (const { event } of events) this.#ofNight(stream, about, event as BackupRunEvent);
  }

  endOf(stream: string): StreamEnd | undefined {
    return this.#ends.get(stream);
  }

  #ofNight(stream: string, about: string, event: BackupRunEvent): void {
    const run = this.#ledger.runs.get(stream);
    if (event.type === 'NightClaimed' || event.type === 'NightMissed') {
      this.#hold('a night is claimed once and recorded as delivered at most once', run === undefined, stream, about);
      this.#ledger.runs.set(stream, newRun(about, event));
    } else if (run === undefined) throw new Broken('an overtaken attempt records nothing of its own', stream, about);
    else this.#next(run, event, stream);
    this.#ledger.runs.get(stream)?.events.push({ at: this.#now(), event });
  }

  #next(run: Run, event: Exclude<BackupRunEvent, { type: 'NightClaimed' | 'NightMissed' }>, stream: string): void {
    const { organisationId: about } = run;
    const isOver = run.outcome !== undefined;
    if (event.type === 'NightTakenOver' || event.type === 'NightRepeated') {
      const follows = event.attempt === run.attempt + 1 && isOver === (event.type === 'NightRepeated');
      this.#hold('an overtaken attempt records nothing of its own', follows, `${stream} ${event.type}`, about);
      const { attempt, destination, configurationVersion } = event;
      Object.assign(run, { attempt, destination, configurationVersion, outcome: undefined });
      // Whoever takes over goes on with what was asked for.
      if (event.type === 'NightRepeated') run.isManual = event.reason === 'manual';
      return;
    }
    if (OF_THE_CURRENT.has(event.type)) {
      const isCurrent = event.attempt === run.attempt && !isOver;
      this.#hold('an overtaken attempt records nothing of its own', isCurrent, `${stream} ${event.type}`, about);
    }
    this.#fact(run, event);
  }

  #fact(run: Run, event: BackupRunEvent): void {
    const { organisationId: about } = run;
    if (event.type === 'PlanCollected') this.#ledger.attempts.set(event.collectionId, { run, attempt: event.attempt });
    if (event.type === 'PartFilesNamed')
      for (const name of event.names) this.#ledger.namedParts.add(partKey(event.destination, name));
    if (event.type === 'FileReplaced')
      this.#hold('what is recorded as replaced was replaced', this.#ledger.placed.has(event.sha256), event.name, about);
    const outcome = OUTCOMES[event.type];
    if (outcome === undefined) return;
    run.outcome = outcome;
    if (outcome === 'failed' || outcome === 'half-delivered') this.#failed(run);
    if (event.type !== 'NightDelivered') return;
    run.deliveries += 1;
    const law = 'a night is claimed once and recorded as delivered at most once';
    this.#hold(law, run.deliveries === 1, run.night, about);
  }

  /** Not counting what somebody asked for, or what a crash left open: two tries for each version of the settings. */
  #failed(run: Run): void {
    const { attempt, configurationVersion, isManual } = run;
    const isLasting = run.events.some(({ event }) => {
      return event.type === 'FileFailed' && event.attempt === attempt && LASTING.has(event.failure.code);
    });
    // Whoever asks for it again may have mended something: the worker counts anew from there.
    if (isManual) run.lasting.clear();
    if (isManual || !isLasting) return;
    const tries = (run.lasting.get(configurationVersion) ?? 0) + 1;
    run.lasting.set(configurationVersion, tries);
    const law = 'what an administrator has to mend is tried twice at most';
    this.#hold(law, tries <= 2, `${run.night} was tried ${tries} times`, run.organisationId);
  }

  #hold(law: Law, holds: boolean, detail: string, about: string | undefined): void {
    this.#tally.exercised(law);
    if (!holds) throw new Broken(law, detail, about);
  }
}

const OUTCOMES: Partial<Readonly<Record<BackupRunEvent['type'], string>>> = {
  NightMissed: 'missed',
  NightDelivered: 'delivered',
  NightDeliveredAgain: 'delivered',
  NightHalfDelivered: 'half-delivered',
  NightFailed: 'failed',
  NightStopped: 'stopped',
};

/** A night as it is when the first of it is recorded, without that. */
export const newRun = (
  organisationId: string,
  event: Extract<BackupRunEvent, { type: 'NightClaimed' | 'NightMissed' }>,
): Run => ({
  organisationId,
  night: event.night,
  events: [],
  attempt: event.attempt,
  destination: event.destination,
  configurationVersion: event.configurationVersion,
  outcome: event.type === 'NightMissed' ? 'missed' : undefined,
  deliveries: 0,
  lasting: new Map(),
  isManual: event.type === 'NightClaimed' && event.reason === 'manual',
});
