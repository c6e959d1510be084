import type { EventToAppend, StreamEnd } from '../../../src/application/ports/event-log.ts';
import type { OpenRequest } from '../../../src/application/ports/file-transport.ts';
import type { Mail } from '../../../src/application/ports/mailer.ts';
import type { Roster } from '../../../src/application/ports/notice-records.ts';
import { DEFAULT_TIMES } from '../../../src/application/running-nightly-backup/requests.ts';
import { backupRunStream } from '../../../src/application/stream-names.ts';
import type { NoticeEvent } from '../../../src/domain/notice/events.ts';
import type { Tally } from '../engine/tally.ts';
import type { Newsroom } from '../world/newsroom.ts';
import type { Onlooker, SimulatedServer } from '../world/server.ts';
import type { StoreOnlooker } from '../world/stores.ts';
import { FileLaws, isProbe } from './file-laws.ts';
import { Broken } from './law.ts';
import { Ledger } from './ledger.ts';
import { LogLaws } from './log-laws.ts';
import { MailLaws } from './mail-laws.ts';
import { SecretLaws } from './secret-laws.ts';

/** Sees everything where it happens, and asks the laws of safety about each step. */
export class Witness implements Onlooker, StoreOnlooker {
  readonly ledger = new Ledger();
  readonly files: FileLaws;
  readonly secrets: SecretLaws;
  readonly #newsrooms = new Map<string, Newsroom>();
  readonly mails: MailLaws;
  readonly #logs: LogLaws;
  readonly #tally: Tally;
  readonly #now: () => number;
  readonly #guarded: (look: () => void) => void;
  /** When each lease was last confirmed, and when before that. */
  readonly beats = new Map<string, { readonly at: number; readonly before: number | undefined }>();
  /** Leases that their holder has let go of. */
  readonly #letGo = new Set<string>();
  readonly #about = new Map<string, string>();
  readonly #onOvertaken = new Map<string, (() => void)[]>();
  /** By process and night: the attempt that it saw at work last. */
  readonly #seen = new Map<string, number>();
  #replacing = '';

  constructor(tally: Tally, now: () => number, guarded: (look: () => void) => void) {
    this.#tally = tally;
    this.#now = now;
    this.#guarded = guarded;
    this.files = new FileLaws(this.ledger, tally, now);
    this.secrets = new SecretLaws(tally);
    this.mails = new MailLaws(this.ledger, tally, now, this.#newsrooms);
    this.#logs = new LogLaws(this.ledger, tally, now);
  }

  know(newsrooms: readonly Newsroom[]): void {
    for (const newsroom of newsrooms) this.#newsrooms.set(newsroom.id, newsroom);
  }

  /** Whom a stream, a lease's key or an id is about. Ids are written with `%2D` for the hyphen in streams. */
  aboutOf(name: string): string | undefined {
    const known = this.#about.get(name);
    if (known !== undefined) return known;
    const found = /redaktion(?:%2D|-)(\d+)/.exec(name);
    const changeId = name.startsWith('notice-') ? decodeURIComponent(name.slice('notice-'.length)) : name;
    const about = found === null ? this.ledger.changes.get(changeId)?.organisationId : `redaktion-${found[1]}`;
    if (about !== undefined) this.#about.set(name, about);
    return about;
  }

  appended(stream: string, events: readonly EventToAppend[], end: StreamEnd): void {
    const about = this.aboutOf(stream);
    this.#guarded(() => {
      for (const { event } of events) if (event.type === 'NightTakenOver') this.#overtaken(stream, event.reason, about);
      this.#logs.appended(stream, about, events, end);
      if (about !== undefined && TOLD_OF.test(stream)) this.mails.changed(about, events);
      if (!stream.startsWith('notice-')) return;
      const changeId = decodeURIComponent(stream.slice('notice-'.length));
      for (const { event } of events) this.mails.noticed(changeId, event as NoticeEvent);
    });
  }

  /** The last end that an append was told of. */
  endOf(stream: string): string | undefined {
    return this.#logs.endOf(stream)?.head;
  }

  /** Called once, when a night of the organisation is taken over from an owner that was silent. */
  onOvertaken(organisationId: string, then: () => void): void {
    this.#onOvertaken.set(organisationId, [...(this.#onOvertaken.get(organisationId) ?? []), then]);
  }

  /** A process reads a night's records, and sees which attempt is at work. */
  runRead(life: string, stream: string): void {
    const run = this.ledger.runs.get(stream);
    if (run !== undefined) this.#seen.set(`${life} ${stream}`, run.attempt);
  }

  /** Whoever has a file put in place, until the next one does. */
  replacing(life: string): void {
    this.#replacing = life;
  }

  rosterKept(organisationId: string, roster: Roster): void {
    this.mails.rosterKept(organisationId, roster);
  }

  beat(key: string): void {
    this.beats.set(key, { at: this.#now(), before: this.beats.get(key)?.at });
    this.#letGo.delete(key);
  }

  letGo(key: string): void {
    this.#letGo.add(key);
  }

  fileIsThere(server: SimulatedServer, path: string, bytes: Uint8Array): void {
    this.#guarded(() => {
      this.files.fileIsThere(server, path, bytes);
      if (!path.endsWith('.part') && !isProbe(path)) this.#replaced(bytes);
    });
  }

  fileIsGone(server: SimulatedServer, path: string): void {
    this.#guarded(() => this.files.fileIsGone(server, path));
  }

  loginIsTried(server: SimulatedServer): void {
    this.#guarded(() => this.secrets.loginIsTried(server));
  }

  connected(server: SimulatedServer, address: string): void {
    this.#guarded(() => this.secrets.connected(server, address));
  }

  passwordSent(request: OpenRequest): void {
    this.secrets.passwordSent(request);
  }

  luredAway(organisationId: string, isTaken: boolean): void {
    this.#guarded(() => this.secrets.luredAway(organisationId, isTaken));
  }

  mailDelivered(address: string, mail: Mail): void {
    this.#guarded(() => this.mails.delivered(address, mail));
  }

  directoryWasUnavailable(organisationId: string): void {
    this.mails.directoryWasUnavailable(organisationId);
  }

  #replaced(bytes: Uint8Array): void {
    const made = this.ledger.attempts.get(this.ledger.workbookOf(bytes)?.collectionId ?? '');
    if (made === undefined) return;
    const { organisationId, night } = made.run;
    const law = 'whoever has seen that it is overtaken replaces nothing';
    this.#tally.exercised(law);
    const seen = this.#seen.get(`${this.#replacing} ${backupRunStream(organisationId, night)}`) ?? 0;
    if (seen > made.attempt) throw new Broken(law, `${night}, attempt ${made.attempt} of ${seen}`, organisationId);
  }

  /**
   * Silent for a whole length, by the only clock that is right: in its records, and in its lease. A beat that comes after
   * the last look, while the append is on its way, is too late. Whoever has let go of its lease is at work no more.
   */
  #overtaken(stream: string, reason: string, about: string | undefined): void {
    if (reason !== 'lease-lost') return;
    for (const then of this.#onOvertaken.get(about ?? '') ?? []) then();
    this.#onOvertaken.delete(about ?? '');
    const law = 'whoever gives signs of life is not overtaken';
    this.#tally.exercised(law);
    const [now, recordedAt] = [this.#now(), this.ledger.runs.get(stream)?.events.at(-1)?.at ?? 0];
    const { at, before = recordedAt } = this.beats.get(stream) ?? { at: recordedAt };
    const sinceBeat = Math.max(now - at, now - at < ON_ITS_WAY ? at - before : 0);
    const silence = this.#letGo.has(stream) ? now - recordedAt : Math.min(now - recordedAt, sinceBeat);
    if (silence < DEFAULT_TIMES.leaseLength) throw new Broken(law, `${stream} was silent for ${silence} ms`, about);
  }
}

const TOLD_OF = /^backup(?:Configuration|Health)-/;

/** Milliseconds that an append may take, with its process stopped in between. */
const ON_ITS_WAY = 1_100_000;
