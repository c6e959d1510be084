import { Temporal } from 'temporal-polyfill';
import { pauseBeforeRetry } from '../../domain/backup-run/retrying.ts';
import type { EndedNight } from '../../domain/backup-run/state.ts';
import { type NightRecords, nightIn, nightState } from '../../domain/history/nights.ts';
import { addDays } from '../../domain/schedule/local-date.ts';
import { type Night, nightOf } from '../../domain/schedule/night.ts';
import { due, LONGEST_LOOK_BACK, type NightlyHours, nextSlot, type Slot, slotOf } from '../../domain/schedule/slot.ts';
import { NightsOfOrganisation } from '../reading-runs.ts';
import type { NightResult } from '../running-nightly-backup/requests.ts';
import { failuresOf } from '../running-nightly-backup/telling.ts';
import type { WorkerOptions, WorkerPorts } from './night-worker.ts';
import { settlePastNight } from './past-nights.ts';
import type { RosterEntry } from './roster.ts';

/** The actor of what no person asked for. */
const WORKER = 'worker';

/** Milliseconds until a night that could not even be begun is looked at again. */
const AFTER_A_FAULT = 60_000;

/** Looks after one organisation when something is due for it, and says when to look again. */
export class OneOrganisation {
  readonly #ports: WorkerPorts;
  readonly #hours: NightlyHours;
  readonly #leaseLength: number;
  /** Attempts that failed and are to be followed by another: the next run is a retry of that one. */
  readonly #retrying = new Map<string, { readonly night: Night; readonly attempt: number }>();

  constructor(ports: WorkerPorts, { hours, leaseLength }: Pick<WorkerOptions, 'hours' | 'leaseLength'>) {
    this.#ports = ports;
    this.#hours = hours;
    this.#leaseLength = leaseLength;
  }

  /**
   * Without asking the log which nights there were: tonight's slot, and at once if it is over. Only who is due is
   * looked up.
   */
  firstLookAt(organisationId: string, { activeSince, timeZone }: RosterEntry): Temporal.Instant {
    const now = this.#ports.clock.now();
    const midnight = now.toZonedDateTimeISO(timeZone).startOfDay().toInstant();
    const after =
      activeSince !== undefined && Temporal.Instant.compare(activeSince, midnight) > 0 ? activeSince : midnight;
    return nextSlot(after, undefined, timeZone, slotOf(organisationId, this.#hours)).dueAt;
  }

  /**
   * Never rejects: what fails here must not keep the other organisations from their nights. Undefined if nothing is to
   * come, because the backup is paused or removed.
   */
  async work(
    organisationId: string,
    entry: RosterEntry | undefined,
    signal: AbortSignal | undefined,
  ): Promise<Temporal.Instant | undefined> {
    try {
      if (entry?.activeSince !== undefined) return await this.#work(organisationId, entry, signal);
      await this.#ports.health.look(organisationId);
      return undefined;
    } catch (error) {
      this.#ports.telemetry.happened({ name: 'worker-fault', organisationId, error });
      return this.#in(AFTER_A_FAULT);
    }
  }

  async #work(
    organisationId: string,
    { activeSince, timeZone }: RosterEntry,
    signal: AbortSignal | undefined,
  ): Promise<Temporal.Instant> {
    const { clock, nights } = this.#ports;
    const slot = slotOf(organisationId, this.#hours);
    const recordedNights = new NightsOfOrganisation(this.#ports.eventLog, organisationId);
    const recorded = await recordedNights.now();
    const now = clock.now();
    const today = nightOf(now, timeZone);
    const last = lastSettled(recorded, today);
    const { missed, next } = due(now, activeSince ?? now, last, timeZone, slot);
    const leaseLength = this.#leaseLength;
    const past = [...leftOpen(recorded, last, today), ...missed];
    for (const night of past)
      await settlePastNight(this.#ports, organisationId, night, { actorId: WORKER, leaseLength });
    if (past.length > 0) await this.#ports.signing.keep(organisationId);
    if (Temporal.Instant.compare(next.dueAt, now) > 0)
      return this.#lookedAt(organisationId, recordedNights, next.dueAt);
    if (!recorded.some((records) => nightIn(records) === next.night)) this.#tellDue(organisationId, next, now);
    const failed = this.#retrying.get(organisationId);
    const why =
      failed?.night === next.night
        ? ({ reason: 'retry', retryOf: failed.attempt } as const)
        : ({ reason: 'scheduled' } as const);
    const request = { organisationId, night: next.night, ...why, actorId: WORKER, requestId: null };
    const cut = signal === undefined ? {} : { signal };
    const result = await nights.run({ ...request, older: false, strict: false, ...cut }, recordedNights);
    const again = this.#again(organisationId, next.night, timeZone, result);
    if (again !== undefined) return again;
    this.#retrying.delete(organisationId);
    return this.#lookedAt(organisationId, recordedNights, nextSlot(clock.now(), next.night, timeZone, slot).dueAt);
  }

  /** Records the state across nights once nothing more is tried tonight, and says what is due first: slot or reminder. */
  async #lookedAt(
    organisationId: string,
    nights: NightsOfOrganisation,
    slotAt: Temporal.Instant,
  ): Promise<Temporal.Instant> {
    const { lookAgainAt } = await this.#ports.health.look(organisationId, nights);
    return lookAgainAt !== undefined && Temporal.Instant.compare(lookAgainAt, slotAt) < 0 ? lookAgainAt : slotAt;
  }

  #tellDue(organisationId: string, { night, dueAt }: Slot, now: Temporal.Instant): void {
    const milliseconds = now.epochMilliseconds - dueAt.epochMilliseconds;
    this.#ports.telemetry.happened({ name: 'night-due', organisationId, night, milliseconds });
  }

  /** When tonight's night is to be looked at again, or undefined if that is over. */
  #again(organisationId: string, night: Night, timeZone: string, result: NightResult): Temporal.Instant | undefined {
    if (result.outcome === 'refused') {
      // Settings that forbid it will announce themselves when they change; another worker may die.
      return result.refusal.reason === 'NightAtWorkElsewhere' ? this.#in(this.#leaseLength) : undefined;
    }
    const { state } = result;
    if (!isToBeTriedAgain(state)) return undefined;
    const spread = slotOf(`${organisationId}/${night}/${state.attempt}`, { from: 0, to: 1_000 }) / 1_000;
    const pause = pauseBeforeRetry(failuresOf(state), state.attempt, spread);
    if (pause === undefined) return undefined;
    const at = this.#in(pause);
    if (nightOf(at, timeZone) !== night) return undefined;
    const { attempt } = state;
    this.#retrying.set(organisationId, { night, attempt });
    this.#ports.telemetry.happened({ name: 'retry-planned', organisationId, night, attempt, milliseconds: pause });
    return at;
  }

  #in(milliseconds: number): Temporal.Instant {
    return this.#ports.clock.now().add({ milliseconds });
  }
}

/** The last night that nothing is to be done about any more, or undefined if there was none. */
const lastSettled = (recorded: readonly NightRecords[], today: Night): Night | undefined =>
  recorded
    .map((records) => ({ records, night: nightIn(records) }))
    .sort((a, b) => (a.night < b.night ? 1 : -1))
    // The latest first: no more nights are replayed than are open.
    .find(({ records, night }) => {
      const state = nightState(records);
      return state.status === 'ended' && (night < today || !isToBeTriedAgain(state));
    })?.night;

/** Nights that somebody began and never ended, though a later one is over: run by hand, while no worker was there. */
const leftOpen = (recorded: readonly NightRecords[], last: Night | undefined, today: Night): readonly Night[] => {
  const earliest = addDays(today, -LONGEST_LOOK_BACK);
  return recorded
    .filter((records) => nightIn(records) >= earliest && nightIn(records) < (last ?? earliest))
    .filter((records) => nightState(records).status === 'running')
    .map(nightIn)
    .sort();
};

const isToBeTriedAgain = ({ outcome, overwrittenLate }: EndedNight): boolean =>
  outcome === 'failed' || outcome === 'half-delivered' || overwrittenLate;
