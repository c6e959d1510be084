import { lastDeliveredAt } from '../../domain/backup-run/last-delivered.ts';
import type { UnreadableRecord } from '../../domain/plan/plan.ts';
import { type Night, nightOf, readNight } from '../../domain/schedule/night.ts';
import { RecordRejected } from '../journal.ts';
import { NightsOfOrganisation } from '../reading-runs.ts';
import { type AttemptJournal, attemptJournal } from './attempt-journal.ts';
import { AttemptAtNight, type AttemptEnd } from './attempting.ts';
import { claimNight } from './claiming.ts';
import { type Configured, configuredBackup } from './configured.ts';
import { endAttempt } from './ending.ts';
import { HeldLease } from './held-lease.ts';
import {
  DEFAULT_TIMES,
  LEASE_TRUST,
  type NightPorts,
  type NightRefusal,
  type NightRequest,
  type NightResult,
  type NightTimes,
} from './requests.ts';
import { endOfNight } from './telling.ts';

/** How often one call begins a night anew because its settings changed, or an overtaken attempt published late. */
const MOST_ATTEMPTS = 5;

/** The one night, its record, and all nights of its organisation. */
interface OneNight {
  readonly night: Night;
  readonly journal: AttemptJournal;
  readonly nights: NightsOfOrganisation;
}

/** One organisation's one night: claim, collect, render, publish, record. */
export class RunningNightlyBackup {
  readonly #ports: NightPorts;
  readonly #times: NightTimes;
  readonly #workerId: string;

  /** Throws a RangeError if a session could outlast the trust in a lease. */
  constructor(ports: NightPorts, times: NightTimes = DEFAULT_TIMES) {
    if (times.sessionDeadline >= times.leaseLength * LEASE_TRUST)
      throw new RangeError('sessionDeadline must be shorter than 0.6 of leaseLength');
    this.#ports = ports;
    this.#times = times;
    this.#workerId = ports.ids.newId();
  }

  /**
   * `nights` are what the caller has read of that organisation's nights. Rejects if a store cannot be reached: the
   * night then stays as it is recorded, to be taken over.
   */
  async run(
    request: NightRequest,
    nights = new NightsOfOrganisation(this.#ports.eventLog, request.organisationId),
  ): Promise<NightResult> {
    const configured = await configuredBackup(this.#ports, request);
    if ('refused' in configured) return refuse(configured.refused);
    const night = this.#night(request, configured.settings.timeZone);
    if (night === undefined) return refuse({ reason: 'NightUnreadable' });
    const newer = await this.#newerDelivered(request, configured, night, nights);
    if (newer !== undefined) return refuse({ reason: 'NightOlderThanDelivered', delivered: newer });
    const by = { actorId: request.actorId, requestId: request.requestId };
    const journal = attemptJournal(this.#ports, request.organisationId, night, by);
    const claim = { journal, night, pin: configured.pin, workerId: this.#workerId, request };
    const attempt = await claimNight(claim, this.#ports, this.#times.leaseLength);
    if (attempt === 'at work elsewhere') return refuse({ reason: 'NightAtWorkElsewhere' });
    if (attempt === 'ended already') return this.#result(journal, night, []);
    const result = await this.#toldOf(
      { organisationId: request.organisationId, night, attempt },
      this.#attemptUntilEnded(request, { night, journal, nights }, configured, attempt),
    );
    const health = result.outcome === 'ended' ? await this.#ports.health.keep(request.organisationId, nights) : null;
    await this.#ports.signing.keep(request.organisationId);
    return result.outcome === 'ended' ? { ...result, health } : result;
  }

  async #attemptUntilEnded(
    request: NightRequest,
    one: OneNight,
    configured: Configured,
    first: number,
  ): Promise<NightResult> {
    const { journal, night } = one;
    let current = configured;
    try {
      for (let attempt = first; ; attempt += 1) {
        const { objection, unreadable } = await this.#attempt(request, one, current, attempt);
        const mayBeginAnew = attempt - first + 1 < MOST_ATTEMPTS;
        const again = await endAttempt(journal, attempt, objection, current.settings.fileNames, mayBeginAnew);
        if (again === undefined) return await this.#result(journal, night, unreadable);
        const next = await configuredBackup(this.#ports, request);
        if ('refused' in next) {
          const reason = next.refused.reason === 'BackupPaused' ? 'paused' : 'removed';
          await journal.record({ type: 'StopAttempt', attempt, reason });
          return await this.#result(journal, night, unreadable);
        }
        current = next;
        await journal.record({
          ...{ type: 'TakeOverNight', reason: again, overtaken: attempt, workerId: this.#workerId },
          ...next.pin,
        });
      }
    } catch (error) {
      if (!(error instanceof RecordRejected)) throw error;
      return refuse({ reason: 'NightAtWorkElsewhere' });
    }
  }

  /** Law: each night that was told as claimed is told as ended or abandoned, once. */
  async #toldOf(
    of: { readonly organisationId: string; readonly night: Night; readonly attempt: number },
    work: Promise<NightResult>,
  ): Promise<NightResult> {
    let result: NightResult | undefined;
    try {
      result = await work;
      return result;
    } finally {
      if (result?.outcome === 'ended')
        this.#ports.telemetry.happened(endOfNight(of.organisationId, of.night, result.state));
      else this.#ports.telemetry.happened({ ...of, name: 'night-abandoned' });
    }
  }

  async #attempt(
    { organisationId, actorId, requestId, strict, older, signal }: NightRequest,
    { night, journal, nights }: OneNight,
    { organisation, isKnown, settings, pin }: Configured,
    attempt: number,
  ): Promise<AttemptEnd> {
    this.#ports.telemetry.happened({ name: 'night-claimed', organisationId, night, attempt });
    const holder = `${this.#workerId}/${attempt}`;
    const lease = await HeldLease.take(this.#ports, { key: journal.stream, holder, length: this.#times.leaseLength });
    try {
      const by = { actorId, requestId };
      const { sessionDeadline } = this.#times;
      const how = { by, strict, older, signal, sessionDeadline };
      const context = { organisation, isKnown, night, attempt, settings, ...pin, journal, nights, lease, ...how };
      return await new AttemptAtNight(this.#ports, context).run();
    } finally {
      await lease.letGo();
    }
  }

  #night({ night }: NightRequest, timeZone: string): Night | undefined {
    return night === null ? nightOf(this.#ports.clock.now(), timeZone) : readNight(night, timeZone);
  }

  /** The night already at the destination that this one would replace with older plans, if it was not asked for. */
  async #newerDelivered(
    { older }: NightRequest,
    { settings }: Configured,
    night: Night,
    nights: NightsOfOrganisation,
  ): Promise<Night | undefined> {
    if (older) return undefined;
    const delivered = lastDeliveredAt(await nights.events(), settings.destination);
    return delivered !== undefined && delivered > night ? delivered : undefined;
  }

  async #result(journal: AttemptJournal, night: Night, unreadable: readonly UnreadableRecord[]): Promise<NightResult> {
    const { state } = await journal.now();
    // Ended a moment ago, and running again by now: that is another's night.
    if (state.status !== 'ended') return refuse({ reason: 'NightAtWorkElsewhere' });
    return { outcome: 'ended', night, state, unreadable, health: null };
  }
}

const refuse = (refusal: NightRefusal): NightResult => ({ outcome: 'refused', refusal });
