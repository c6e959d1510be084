import type { Temporal } from 'temporal-polyfill';
import type { BackupRunEvent } from '../../domain/backup-run/events.ts';
import { type Freshness, freshnessOf } from '../../domain/history/freshness.ts';
import { type NightStory, nightStory } from '../../domain/history/nights.ts';
import { type Overdue, whyUnsettled } from '../../domain/history/overdue.ts';
import { activeSince, standingsOf } from '../../domain/history/standings.ts';
import { type Night, nightOf } from '../../domain/schedule/night.ts';
import { owedNights, type Schedule } from '../../domain/schedule/owed.ts';
import { DEFAULT_HOURS, type NightlyHours, slotOf } from '../../domain/schedule/slot.ts';
import { BEGINNING, type EventLog } from '../ports/event-log.ts';
import type { ScheduleClock } from '../ports/schedule-clock.ts';
import { recordsOfNights } from '../reading-runs.ts';
import { recordOf } from '../replaying-history/replaying-history.ts';
import {
  BACKUP_CONFIGURATION_STREAMS,
  backupConfigurationStream,
  backupRunStream,
  organisationOfConfiguration,
} from '../stream-names.ts';
import { type RosterEntry, rosterAfter } from '../working-nights/roster.ts';

/** How fresh one organisation's files are, and whether its night is overdue. */
export interface FreshnessNow extends Freshness {
  readonly overdue: Overdue | null;
}

export interface OverdueOrganisation extends Overdue {
  readonly organisationId: string;
}

/** Tells how old the files are, and who was forgotten. Reads the log and a clock, and needs no worker to be alive. */
export class WatchingOverNights {
  readonly #log: Pick<EventLog, 'read' | 'readAll'>;
  readonly #clock: Pick<ScheduleClock, 'now'>;
  readonly #hours: NightlyHours;

  constructor(
    ports: { eventLog: Pick<EventLog, 'read' | 'readAll'>; clock: Pick<ScheduleClock, 'now'> },
    hours: NightlyHours = DEFAULT_HOURS,
  ) {
    this.#log = ports.eventLog;
    this.#clock = ports.clock;
    this.#hours = hours;
  }

  /** Undefined where no backup is set up. Reads all of the organisation's nights. */
  async freshness(organisationId: string): Promise<FreshnessNow | undefined> {
    const now = this.#clock.now();
    const { events } = await this.#log.read(backupConfigurationStream(organisationId));
    const records = events.map(recordOf);
    const nights = (await recordsOfNights(this.#log, organisationId)).map(nightStory);
    const freshness = freshnessOf({ organisationId, records, nights, now, hours: this.#hours });
    if (freshness === undefined) return undefined;
    const { timeZone } = freshness;
    const since = activeSince(standingsOf(records));
    const stories = new Map(nights.map((story) => [story.night, story]));
    const overdue = await this.#overdue(organisationId, { since, timeZone }, now, async (night) => stories.get(night));
    return { ...freshness, overdue: overdue ?? null };
  }

  /**
   * Every active organisation whose night has to be over by now and is not, in the order of their first set-up: nobody
   * claimed it, or whoever did gives no sign of life. Costs one pass over all configurations, one short stream read for
   * each active organisation, and one more for each night that is overdue.
   */
  async overdue(): Promise<readonly OverdueOrganisation[]> {
    const now = this.#clock.now();
    const found: OverdueOrganisation[] = [];
    for (const [organisationId, { activeSince: since, timeZone }] of await this.#roster()) {
      const storyOf = (night: Night): Promise<NightStory | undefined> => this.#story(organisationId, night);
      const overdue = await this.#overdue(organisationId, { since, timeZone }, now, storyOf);
      if (overdue !== undefined) found.push({ organisationId, ...overdue });
    }
    return found;
  }

  /** Every organisation whose nights are due, in the order of their first set-up. Costs one pass over all configurations. */
  async active(): Promise<readonly string[]> {
    return [...(await this.#roster())].flatMap(([id, { activeSince: since }]) => (since === undefined ? [] : [id]));
  }

  async #roster(): Promise<ReadonlyMap<string, RosterEntry>> {
    const roster = new Map<string, RosterEntry>();
    for await (const recorded of this.#log.readAll(BEGINNING, BACKUP_CONFIGURATION_STREAMS)) {
      const organisationId = organisationOfConfiguration(recorded.stream);
      if (organisationId === undefined) continue;
      const entry = rosterAfter(roster.get(organisationId), recorded);
      if (entry === undefined) roster.delete(organisationId);
      else roster.set(organisationId, entry);
    }
    return roster;
  }

  async #story(organisationId: string, night: Night): Promise<NightStory | undefined> {
    const { events } = await this.#log.read(backupRunStream(organisationId, night));
    if (events.length === 0) return undefined;
    return nightStory(
      events.map(({ occurredAt, event }) => ({ occurredAt: occurredAt.toString(), event: event as BackupRunEvent })),
    );
  }

  async #overdue(
    organisationId: string,
    { since, timeZone }: { readonly since: Temporal.Instant | undefined; readonly timeZone: string },
    now: Temporal.Instant,
    storyOf: (night: Night) => Promise<NightStory | undefined>,
  ): Promise<Overdue | undefined> {
    if (since === undefined) return undefined;
    const schedule: Schedule = { timeZone, hours: this.#hours, slot: slotOf(organisationId, this.#hours) };
    let earliest: Overdue | undefined;
    for (const { night, settledBy } of owedNights(now, since, schedule)) {
      const reason = whyUnsettled(await storyOf(night), now);
      if (reason === undefined) break;
      earliest = { night, since: settledBy.toString(), reason };
    }
    if (earliest === undefined) return undefined;
    // Tonight's may be done, or at work, before it has to be over: what lies before it is nobody's any more.
    const tonight = await storyOf(nightOf(now, timeZone));
    return tonight !== undefined && whyUnsettled(tonight, now) === undefined ? undefined : earliest;
  }
}
