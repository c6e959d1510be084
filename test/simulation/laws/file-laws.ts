import type { Tally } from '../engine/tally.ts';
import type { Fault } from '../world/faults.ts';
import type { SimulatedServer } from '../world/server.ts';
import { Broken, type Law } from './law.ts';
import { beganAt, isToldLate, type Ledger, type MadeFor, partKey, replacedAt, type Workbook } from './ledger.ts';

/** Looks at every file that appears at a server, or goes. */
export class FileLaws {
  readonly #ledger: Ledger;
  readonly #tally: Tally;
  readonly #now: () => number;
  /** What each path holds, where it is a whole workbook. */
  readonly #held = new Map<string, Workbook>();
  /** When what is visible was put there. */
  readonly #placedAt = new Map<string, number>();

  constructor(ledger: Ledger, tally: Tally, now: () => number) {
    this.#ledger = ledger;
    this.#tally = tally;
    this.#now = now;
  }

  heldAt(server: SimulatedServer, path: string): Workbook | undefined {
    return this.#held.get(placeOf(server, path));
  }

  fileIsThere(server: SimulatedServer, path: string, bytes: Uint8Array): void {
    const place = placeOf(server, path);
    const before = this.#held.get(place);
    const workbook = this.#ledger.workbookOf(bytes);
    if (workbook === undefined) this.#held.delete(place);
    else this.#held.set(place, workbook);
    const { organisationId } = server;
    if (isProbe(path)) return;
    this.#hold(
      'nothing of one organisation lies at the destination of another',
      workbook === undefined || workbook.organisationId === organisationId,
      `${path} of ${workbook?.organisationId}`,
      organisationId,
    );
    if (path.endsWith('.part')) this.#part(server, path);
    else this.#visible(server, path, workbook, before);
  }

  fileIsGone(server: SimulatedServer, path: string): void {
    const place = placeOf(server, path);
    this.#held.delete(place);
    if (isProbe(path) || path.endsWith('.part') || isReplacedInTwoSteps(server)) return;
    throw new Broken('a visible file does not go away', `${path} is gone`, server.organisationId);
  }

  #part(server: SimulatedServer, path: string): void {
    const [directory, name] = split(path);
    const isNamed = this.#ledger.namedParts.has(partKey({ host: server.options.host, directory }, name));
    this.#hold('a part file is recorded before it exists', isNamed, path, server.organisationId);
  }

  #visible(server: SimulatedServer, path: string, workbook: Workbook | undefined, before: Workbook | undefined): void {
    const { organisationId } = server;
    const whole = 'a visible file is whole, and of the last night or of this one';
    this.#tally.exercised(whole);
    const expected = /(Themenplanung|story-plan)\.xlsx$/.test(path) ? 'story-plan' : 'event-plan';
    if (workbook === undefined) throw new Broken(whole, `${path} is no whole workbook`, organisationId);
    if (workbook.kind !== expected) throw new Broken(whole, `${path} is the other plan`, organisationId);
    if (before !== undefined && daysBetween(workbook.night, before.night) > 1)
      throw new Broken(whole, `${path} of ${before.night} became that of ${workbook.night}`, organisationId);
    if (before !== undefined && !isReplacedInTwoSteps(server)) this.#tally.exercised('a visible file does not go away');
    this.#ledger.placed.add(workbook.sha256);
    if (before !== undefined && before.night !== workbook.night) this.#nightIsOver(server, path, before);
    this.#placedAt.set(placeOf(server, path), this.#now());
    const made = this.#ledger.attempts.get(workbook.collectionId);
    if (made === undefined) throw new Broken(whole, `${path} was not recorded as collected`, organisationId);
    const isBeside = this.#isBesideALaterNight(server, path, made);
    const isOvertaken = made.run.attempt !== made.attempt;
    // An overtaken attempt's other file may be gone by now: who has overtaken it cleans up. So may be that of who was
    // told that an older one came late, where files are replaced in two steps.
    if (isOvertaken || isBeside)
      this.#ledger.late.push({ ...made, at: this.#now(), host: server.options.host, path, isOvertaken });
    else if (!isReplacedInTwoSteps(server) || !isToldOfLateness(made)) this.#bothAreWhole(server, path, workbook);
  }

  /** Between its last look and its renames a later night may begin; before that look, none goes unseen. */
  #isBesideALaterNight(server: SimulatedServer, path: string, { run, attempt }: MadeFor): boolean {
    const later = this.#ledger.laterAt(run, server.options.host, path);
    const began = beganAt(run, attempt);
    const seen = later.find(({ since }) => since < began);
    const law = 'no night is put in place beside a later one that was at work before it';
    this.#hold(law, seen === undefined, `${path} of ${run.night} beside ${seen?.night}`, server.organisationId);
    return later.length > 0;
  }

  #bothAreWhole(server: SimulatedServer, path: string, { collectionId, kind }: Workbook): void {
    const [directory] = split(path);
    const isThere = [...server.files.keys()].some((other) => {
      if (split(other)[0] !== directory) return false;
      const held = this.#held.get(placeOf(server, other));
      if (held === undefined || held.kind === kind) return false;
      return held.collectionId === collectionId || this.#isPutThereLate(held);
    });
    this.#hold('both files are whole before one of them is replaced', isThere, path, server.organisationId);
  }

  /** Over what was there: that its owner publishes once more is another law's. */
  #isPutThereLate({ collectionId }: Workbook): boolean {
    const made = this.#ledger.attempts.get(collectionId);
    return this.#ledger.late.some(({ run, attempt }) => run === made?.run && attempt === made.attempt);
  }

  /** What was visible when its night was over: of the highest attempt that recorded it, or an excuse was recorded. */
  #nightIsOver(server: SimulatedServer, path: string, last: Workbook): void {
    const made = this.#ledger.attempts.get(last.collectionId);
    if (made === undefined) return;
    const { run, attempt } = made;
    const higher = replacedAt(run, server.options.host, path).filter((replaced) => replaced.attempt > attempt);
    const isToldOf = isToldLate(this.#ledger, made);
    const at = this.#placedAt.get(placeOf(server, path)) ?? 0;
    // Whoever crashes, or finds the log away, right after the late rename can tell nobody.
    const isExcused = isToldOf || this.#ledger.isTroubled(run.organisationId, at, at + HALF_AN_HOUR, keepsFromTelling);
    const law = 'the visible files are those of the highest recorded attempt';
    if (!isExcused || higher.length === 0) this.#hold(law, higher.length === 0, path, run.organisationId);
  }

  #hold(law: Law, holds: boolean, detail: string, about: string): void {
    this.#tally.exercised(law);
    if (!holds) throw new Broken(law, detail, about);
  }
}

const HALF_AN_HOUR = 1_800_000;

export const keepsFromTelling = (fault: Fault): boolean => /crash|append|store|down/.test(fault);

const placeOf = ({ options }: SimulatedServer, path: string): string => `${options.host}${path}`;

const split = (path: string): [directory: string, name: string] => {
  const end = path.lastIndexOf('/');
  return [path.slice(0, end), path.slice(end + 1)];
};

/** Whether it is on its record, since an attempt began, that an older one came late: it will publish once more. */
const isToldOfLateness = ({ run, attempt }: MadeFor): boolean =>
  run.events.some(({ at, event }) => event.type === 'OlderNightPublishedLate' && at > beganAt(run, attempt));

/** A connection test's own file. */
export const isProbe = (path: string): boolean => path.includes('/planning-backup-test-');

const isReplacedInTwoSteps = ({ options }: SimulatedServer): boolean => options.renameOver === 'refused';

/** How many days a night lies before another; negative if after it. */
const daysBetween = (night: string, later: string): number =>
  (Date.parse(`${later}T00:00:00Z`) - Date.parse(`${night}T00:00:00Z`)) / 86_400_000;
