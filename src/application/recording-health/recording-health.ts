import { Temporal } from 'temporal-polyfill';
import type { BackupHealthCommand, RecordNights } from '../../domain/backup-health/commands.ts';
import { backupHealth } from '../../domain/backup-health/decide.ts';
import type { BackupHealthEvent, FileInPlace } from '../../domain/backup-health/events.ts';
import { reminderDate, reminderDueAt } from '../../domain/backup-health/reminders.ts';
import { nightsSoFar } from '../../domain/backup-health/settled-nights.ts';
import type { BackupHealthState } from '../../domain/backup-health/state.ts';
import { type FileThere, filesThere } from '../../domain/history/files-there.ts';
import { nightIn, nightStory } from '../../domain/history/nights.ts';
import { addDays, type LocalDate } from '../../domain/schedule/local-date.ts';
import { type Night, nightOf } from '../../domain/schedule/night.ts';
import { LONGEST_LOOK_BACK } from '../../domain/schedule/slot.ts';
import { type At, Journal } from '../journal.ts';
import { type EventLog, EventLogUnavailable } from '../ports/event-log.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { NoticeRecords } from '../ports/notice-records.ts';
import type { OrganisationDirectory } from '../ports/organisation-directory.ts';
import type { ScheduleClock } from '../ports/schedule-clock.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import { NightsOfOrganisation } from '../reading-runs.ts';
import type { SigningCheckpoints } from '../signing-checkpoints/signing-checkpoints.ts';
import { backupConfigurationStream, backupHealthStream } from '../stream-names.ts';
import { configurationSoFar } from './configuration-so-far.ts';
import { type WhomToTell, whomToTell } from './whom-to-tell.ts';

export interface HealthPorts {
  readonly eventLog: EventLog;
  readonly noticeRecords: NoticeRecords;
  readonly directory: OrganisationDirectory;
  readonly clock: ScheduleClock;
  readonly ids: IdSource;
  readonly telemetry: Telemetry;
  readonly signing: Pick<SigningCheckpoints, 'keep'>;
}

/** What was recorded, for the mails that it owes. */
export interface RecordedHealth {
  readonly changeId: string;
  readonly recipientIds: readonly string[];
}

export interface HealthLook {
  /** Null if nothing has changed. */
  readonly recorded: RecordedHealth | null;
  /** When a reminder falls due, whether or not a night is due by then; undefined if none does. */
  readonly lookAgainAt: Temporal.Instant | undefined;
}

type HealthJournal = Journal<BackupHealthCommand, BackupHealthState, BackupHealthEvent, never>;

/** No person is behind it. */
const WORKER = 'worker';

/** Who loses the race for the stream's end this often has found a log that does not work. */
const RETRIES = 5;

/**
 * Keeps the state across an organisation's nights, with whom to tell. It follows from the log alone: whoever looks,
 * and whenever, makes up for what a crash left out, and of two who look at once one records.
 */
export class RecordingHealth {
  readonly #ports: HealthPorts;

  constructor(ports: HealthPorts) {
    this.#ports = ports;
  }

  /** For after a night: a failure is told to the telemetry, and the next look makes up for it. Never rejects. */
  async keep(organisationId: string, nights: NightsOfOrganisation): Promise<RecordedHealth | null> {
    try {
      return (await this.look(organisationId, nights)).recorded;
    } catch (error) {
      this.#ports.telemetry.happened({ name: 'health-unrecorded', organisationId, error });
      return null;
    }
  }

  /**
   * Records what has changed, if anything. Rejects with DirectoryUnavailable if nobody is known to be
   * told, and with EventLogUnavailable: look again then.
   */
  async look(organisationId: string, nights = this.#nightsOf(organisationId)): Promise<HealthLook> {
    for (let retry = 0; retry < RETRIES; retry += 1) {
      const look = await this.#lookOnce(organisationId, nights);
      if (look !== 'another came first') return look;
    }
    throw new EventLogUnavailable(`the health of ${organisationId} is written to by too many at once`);
  }

  async #lookOnce(
    organisationId: string,
    recordedNights: NightsOfOrganisation,
  ): Promise<HealthLook | 'another came first'> {
    const { eventLog, clock, ids } = this.#ports;
    const changeId = ids.newId();
    const by = { actorId: WORKER, requestId: null, changeId };
    const journal: HealthJournal = new Journal(this.#ports, backupHealth, backupHealthStream(organisationId), by);
    // Before the nights: whoever records in between has seen no more of them than is read here.
    const at = await journal.now();
    const { events } = await eventLog.read(backupConfigurationStream(organisationId));
    const configuration = configurationSoFar(events);
    if (configuration === undefined) return { recorded: null, lookAgainAt: undefined };
    const { settings, activeSince, replacementAt } = configuration;
    const { timeZone, destination } = settings;
    const recorded = await recordedNights.now();
    const now = clock.now();
    const earliest = earliestOpen(at.state, nightOf(now, timeZone));
    const recent = recorded.filter((records) => nightIn(records) >= earliest);
    const { settled: nights, isTonightOpen } = nightsSoFar(recent, { now, timeZone, activeSince });
    const isTried = activeSince !== undefined;
    const command = (recipientIds: readonly string[], files: readonly FileInPlace[]): RecordNights => ({
      ...{ type: 'RecordNights', changeId, nights, recipientIds, files },
      remindedTo: isTried ? reminderDate(now, timeZone) : null,
    });
    const next = (state: BackupHealthState): Temporal.Instant | undefined => {
      const due = isTried && state.status === 'failing' ? reminderDueAt(state, timeZone) : undefined;
      // One that is due and was not given waits for a night, and whoever works at that looks again.
      return due !== undefined && Temporal.Instant.compare(due, now) > 0 ? due : undefined;
    };
    const isNews = !isTonightOpen && eventsOf(command([], []), at.state).length > 0;
    if (!isNews) return { recorded: null, lookAgainAt: next(at.state) };
    const whom = await whomToTell(this.#ports, organisationId);
    const recipientIds = [...new Set(whom.administrators.map(({ id }) => id))];
    const files = filesThere(recorded.map(nightStory), destination, replacementAt).map(inPlace);
    const news = command(recipientIds, files);
    if (!(await this.#record(journal, at, news, { organisationId, ...whom }))) return 'another came first';
    await this.#ports.signing.keep(organisationId);
    const after = eventsOf(news, at.state).reduce(backupHealth.evolve, at.state);
    return { recorded: { changeId, recipientIds }, lookAgainAt: next(after) };
  }

  #nightsOf(organisationId: string): NightsOfOrganisation {
    return new NightsOfOrganisation(this.#ports.eventLog, organisationId);
  }

  /** With names and addresses kept beforehand, as for a change. */
  async #record(
    journal: HealthJournal,
    at: At<BackupHealthState>,
    command: RecordNights,
    { organisationId, organisationName, administrators }: WhomToTell & { readonly organisationId: string },
  ): Promise<boolean> {
    const { noticeRecords, clock } = this.#ports;
    const { changeId } = command;
    if (administrators.length > 0)
      await noticeRecords.keep(changeId, {
        ...{ organisationId, organisationName, actorName: WORKER, recipients: administrators },
        keptAt: clock.now().toString(),
      });
    if ((await journal.recordAt(at, command)) === 'recorded') return true;
    await noticeRecords.destroy(changeId);
    return false;
  }
}

/** What is older is over: the worker looks no further back for nights that were missed. */
const earliestOpen = (state: BackupHealthState, today: Night): LocalDate => {
  const earliest = addDays(today, -LONGEST_LOOK_BACK - 2);
  return state.status === 'failing' && state.since < earliest ? state.since : earliest;
};

const inPlace = ({ kind: file, name, night, collectedAt, replacedAt, mayBeBroken }: FileThere): FileInPlace => ({
  ...{ file, name, night, collectedAt, replacedAt, mayBeBroken },
});

const eventsOf = (command: RecordNights, state: BackupHealthState): readonly BackupHealthEvent[] => {
  const decision = backupHealth.decide(command, state);
  return decision.outcome === 'accepted' ? decision.events : [];
};
