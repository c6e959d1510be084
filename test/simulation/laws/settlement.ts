import { InMemoryStoredHistory } from '../../../src/adapters/driven/in-memory/stored-history.ts';
import { following, STREAM_START } from '../../../src/adapters/shared/event-codec/chain.ts';
import {
  backupConfigurationStream,
  backupHealthStream,
  backupRunStream,
  noticeStream,
} from '../../../src/application/stream-names.ts';
import type { BackupConfigurationEvent } from '../../../src/domain/backup-configuration/events.ts';
import type { BackupHealthEvent } from '../../../src/domain/backup-health/events.ts';
import type { Newsroom } from '../world/newsroom.ts';
import type { World } from '../world/world.ts';
import { type DueNight, nightsDue } from './due-nights.ts';
import { auditorFinds } from './evidence-law.ts';
import { isProbe, keepsFromTelling } from './file-laws.ts';
import { episodesOf, isMadeKnown } from './health-law.ts';
import { Broken, type Law } from './law.ts';
import { isToldLate, type Run, replacedAt } from './ledger.ts';

const HOUR = 3_600_000;

/** What must be true once everything has been quiet for some days. */
class Settlement {
  readonly #world: World;
  /** Milliseconds since 1970. */
  readonly #quietFrom: number;
  readonly #runs: readonly Run[];

  constructor(world: World, quietFrom: number) {
    this.#world = world;
    this.#quietFrom = world.startsAt + quietFrom;
    this.#runs = [...world.witness.ledger.runs.values()];
  }

  async look(): Promise<void> {
    for (const newsroom of this.#world.newsrooms) {
      const history = await this.#history(newsroom);
      const now = this.#world.startsAt + this.#world.scheduler.now;
      const due = nightsDue(newsroom.id, history, now);
      const { events } = await this.#world.stores.eventLog.read(backupHealthStream(newsroom.id));
      const episodes = episodesOf(events.map(({ event }) => event as BackupHealthEvent));
      for (const night of due) {
        this.#night(newsroom, night);
        const outcome = this.#outcomeOf(newsroom, night);
        if (outcome === 'delivered' || outcome === 'stopped') continue;
        const law = 'every failed or missed night is made known to the administrators';
        this.#hold(law, isMadeKnown(night.night, episodes), `${night.night} ${outcome}`, newsroom.id);
      }
      this.#files(newsroom);
    }
    for (const run of this.#runs) this.#isOver(run);
    this.#late();
    this.#world.witness.mails.settle();
    await this.#outbox();
    await this.#chain();
    const history = new InMemoryStoredHistory(this.#world.stores.eventLog);
    for (const { id } of this.#world.newsrooms) {
      const found = await auditorFinds(this.#world, history, id);
      this.#hold('the evidence of every organisation verifies', found === undefined, found ?? '', id);
    }
  }

  async #history({ id }: Newsroom): Promise<{ at: number; event: BackupConfigurationEvent }[]> {
    const { events } = await this.#world.stores.eventLog.read(backupConfigurationStream(id));
    return events.map(({ recordedAt, event }) => ({
      at: recordedAt.epochMilliseconds,
      event: event as BackupConfigurationEvent,
    }));
  }

  #outcomeOf({ id }: Newsroom, { night }: DueNight): string | undefined {
    return this.#runs.find((run) => run.organisationId === id && run.night === night)?.outcome;
  }

  #night(newsroom: Newsroom, { night, dueAt, endsAt }: DueNight): void {
    const { id } = newsroom;
    const outcome = this.#outcomeOf(newsroom, { night, dueAt, endsAt });
    this.#hold('every night is delivered, or recorded as failed or missed', outcome !== undefined, night, id);
    if (dueAt > this.#quietFrom + 6 * HOUR)
      this.#hold('every night in quiet weather is delivered', outcome === 'delivered', `${night} ${outcome}`, id);
    const start = this.#world.startsAt;
    // Clocks are wrong by two hours at the most, and a process that crashed is up again after eight.
    if (this.#world.witness.ledger.isTroubled(id, dueAt - start - 11 * HOUR, endsAt - start + 2 * HOUR)) return;
    this.#hold('the trouble of one costs no other its night', outcome === 'delivered', `${night} ${outcome}`, id);
  }

  /** At every server that it ever used: whole plans of the highest recorded attempt, and nothing else. */
  #files(newsroom: Newsroom): void {
    const { files, ledger } = this.#world.witness;
    for (const server of newsroom.servers)
      for (const path of server.files.keys()) {
        if (path.endsWith('.part') || isProbe(path)) continue;
        const held = files.heldAt(server, path);
        const made = held && ledger.attempts.get(held.collectionId);
        const isHighest = made !== undefined && this.#isHighest(made.run, made.attempt, server.options.host, path);
        this.#hold('the visible files are those of the highest recorded attempt', isHighest, path, newsroom.id);
      }
    const last = this.#lastRun(newsroom.id);
    const used = newsroom.servers.find(({ options }) => options.host === last?.destination.host);
    if (last === undefined || used === undefined) return;
    const left = [...used.files.keys()].filter(
      (path) => path.startsWith(`${last.destination.directory}/`) && PART_OF_NIGHT.test(path),
    );
    this.#hold('no part file is left', left.length === 0, left.join(' '), newsroom.id);
  }

  /** So that the owner publishes once more. Whoever crashes, or finds the log away, right after it can tell nobody. */
  #late(): void {
    const { ledger } = this.#world.witness;
    for (const late of ledger.late) {
      const { run, at, path } = late;
      const isToldOf = isToldLate(ledger, late);
      // Beside a later night that had put nothing there yet: it does so over this file, or fails and says that.
      if (!late.isOvertaken && !ledger.isOverALaterNight(late)) continue;
      const until = at + (late.isOvertaken ? 2 * HOUR : HOUR / 6);
      const isExcused = !isToldOf && ledger.isTroubled(run.organisationId, at, until, keepsFromTelling);
      if (!isExcused) this.#hold('whoever replaces a file late says so', isToldOf, path, run.organisationId);
    }
  }

  /** No later night, and no later attempt of the same night, is recorded to have replaced the file there. */
  #isHighest(run: Run, attempt: number, host: string, path: string): boolean {
    return !this.#runs.some((other) => {
      if (other.organisationId !== run.organisationId || other.night < run.night) return false;
      return replacedAt(other, host, path).some((replaced) => other !== run || replaced.attempt > attempt);
    });
  }

  #lastRun(organisationId: string): Run | undefined {
    return this.#runs
      .filter((run) => run.organisationId === organisationId)
      .sort((a, b) => (a.night < b.night ? -1 : 1))
      .at(-1);
  }

  /** Nothing is owed any more: each notice was sent, or was given up where no mail server takes the address. */
  async #outbox(): Promise<void> {
    const { stores, witness, newsrooms } = this.#world;
    for (const [changeId, { organisationId, recipientIds }] of witness.ledger.changes) {
      const { events } = await stores.eventLog.read(noticeStream(changeId));
      const past = newsrooms.find(({ id }) => id === organisationId)?.past ?? [];
      for (const recipientId of recipientIds) {
        const types = events.flatMap(({ event }) =>
          'recipientId' in event && event.recipientId === recipientId ? [event.type as string] : [],
        );
        const isLost = past.some(({ administrators }) =>
          administrators.some(({ id, email }) => id === recipientId && !email.includes('@')),
        );
        const isSettled = types.includes('NoticeSent') || (isLost && types.includes('NoticeGivenUp'));
        this.#hold('the outbox is empty', isSettled, `${changeId} ${recipientId} ${types.join(' ')}`, organisationId);
      }
    }
  }

  /** From the stored rows alone. */
  async #chain(): Promise<void> {
    const ends = new Map<string, typeof STREAM_START>();
    for (const row of this.#world.stores.eventLog.stored)
      ends.set(row.stream, following(ends.get(row.stream) ?? STREAM_START, row));
    for (const [stream, end] of ends)
      this.#hold(
        'the log only grows, and its chain holds',
        this.#world.witness.endOf(stream) === end.head,
        stream,
        this.#world.witness.aboutOf(stream),
      );
  }

  /** Unless it is at work in this moment: it has an end, and nobody gives signs of life for it after that. */
  #isOver({ organisationId, night, outcome, events }: Run): void {
    const { scheduler, witness } = this.#world;
    const last = events.at(-1)?.at ?? 0;
    if (scheduler.now - last < HOUR) return;
    const law = 'every night is delivered, or recorded as failed or missed';
    this.#hold(law, outcome !== undefined, `${night} goes on for ever`, organisationId);
    const beat = witness.beats.get(backupRunStream(organisationId, night))?.at ?? 0;
    // What a process that was stopped for an hour still says when it goes on is no hold.
    const isFree = beat < last + 2 * HOUR;
    this.#hold('no lease is held', isFree, `${night} at ${beat}`, organisationId);
  }

  #hold(law: Law, holds: boolean, detail: string, about: string | undefined): void {
    this.#world.tally.exercised(law);
    if (!holds) throw new Broken(law, detail, about);
  }
}

export const settle = async (world: World, quietFrom: number): Promise<void> => {
  try {
    await new Settlement(world, quietFrom).look();
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    world.broken ??= error;
  }
};

/** Not the probe of a connection test that a crash cut off: a few bytes, under a name that is used once. */
const PART_OF_NIGHT = /\/\d{8}-\d+\.[^/]*\.part$/;
