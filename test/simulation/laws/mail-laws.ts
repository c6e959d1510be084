import type { EventToAppend } from '../../../src/application/ports/event-log.ts';
import type { Mail } from '../../../src/application/ports/mailer.ts';
import type { Roster } from '../../../src/application/ports/notice-records.ts';
import type { Administrator } from '../../../src/application/ports/organisation-directory.ts';
import type { NoticeEvent } from '../../../src/domain/notice/events.ts';
import type { Tally } from '../engine/tally.ts';
import { CANARY, type Newsroom, standing } from '../world/newsroom.ts';
import { Broken, type Law } from './law.ts';
import type { Ledger } from './ledger.ts';

/** Milliseconds around a moment in which who is in the directory may be read one way or the other. */
const AROUND = 30 * 60_000;

/** Whoever was seen so recently is still told; clocks that are set take some of the 48 hours away. */
const REMEMBERED = 40 * 3_600_000;

const TOLD_THEN = 'every co-administrator is told, at the address of the time';
const TOLD_NOW = 'whoever has another address by then is told there, too';

/** Looks at every mail, and at who was owed one. */
export class MailLaws {
  readonly #ledger: Ledger;
  readonly #tally: Tally;
  readonly #now: () => number;
  readonly #newsrooms: ReadonlyMap<string, Newsroom>;
  /** Of each organisation: who was kept in mind last, and when. */
  readonly #seen = new Map<string, Map<string, { readonly person: Administrator; readonly at: number }>>();
  readonly #heads = new Map<string, { readonly version: number; readonly head: string }>();
  readonly #directoryAway = new Map<string, number>();

  constructor(ledger: Ledger, tally: Tally, now: () => number, newsrooms: ReadonlyMap<string, Newsroom>) {
    this.#ledger = ledger;
    this.#tally = tally;
    this.#now = now;
    this.#newsrooms = newsrooms;
  }

  rosterKept(organisationId: string, { administrators }: Roster): void {
    const seen = this.#seen.get(organisationId) ?? new Map();
    this.#seen.set(organisationId, seen);
    for (const person of administrators) seen.set(placeOf(person), { person, at: this.#now() });
  }

  directoryWasUnavailable(organisationId: string): void {
    this.#directoryAway.set(organisationId, this.#now());
  }

  /** Who has to hear of a change is found from the directory's own past. */
  changed(organisationId: string, events: readonly EventToAppend[]): void {
    const now = this.#now();
    for (const { event, actorId, changeId } of events) {
      if (event.type !== 'CoAdministratorsToBeTold' && event.type !== 'AdministratorsToBeTold') continue;
      const newsroom = this.#newsrooms.get(organisationId);
      const present = newsroom === undefined ? [] : standing(newsroom, now - AROUND, now);
      const remembered = [...(this.#seen.get(organisationId)?.values() ?? [])].filter(
        ({ at }) => now - at < REMEMBERED,
      );
      // How the nights go is for whoever is an administrator now.
      const former = event.type === 'AdministratorsToBeTold' ? [] : remembered.map(({ person }) => person);
      const owed = new Map([...present, ...former].map((one) => [placeOf(one), one]));
      const others = [...owed.values()].filter(({ id }) => id !== actorId);
      const { recipientIds } = event;
      this.#ledger.changes.set(changeId, { organisationId, at: now, recipientIds, owed: others });
    }
  }

  delivered(address: string, mail: Mail): void {
    const [changeId = '', ...rest] = mail.key.split('/');
    const change = this.#ledger.changes.get(changeId);
    const recipientId = rest.join('/');
    const about = change?.organisationId;
    const isOwed = change?.recipientIds.includes(recipientId) === true && mail.recipient.id === recipientId;
    this.#hold('no mail goes out for what was not recorded, or to whom it does not concern', isOwed, mail.key, about);
    if (about !== undefined && mail.kind === 'change')
      this.#heads.set(about, { version: mail.version, head: mail.head });
    this.#hold('no password is written down', !JSON.stringify(mail).includes(CANARY), mail.key, about);
    const boxes = this.#ledger.mailboxes.get(mail.key) ?? new Set();
    this.#ledger.mailboxes.set(mail.key, boxes.add(address));
  }

  /** What the mail that came last says of the settings: a witness outside the store. */
  lastHead(organisationId: string): { readonly version: number; readonly head: string } | undefined {
    return this.#heads.get(organisationId);
  }

  /** Recorded as sent: then it is where the recipient is now, if that was to be known. */
  noticed(changeId: string, event: NoticeEvent): void {
    if (event.type !== 'NoticeSent') return;
    const change = this.#ledger.changes.get(changeId);
    const newsroom = change && this.#newsrooms.get(change.organisationId);
    if (newsroom === undefined) return;
    const now = this.#now();
    if (now - (this.#directoryAway.get(newsroom.id) ?? Number.NEGATIVE_INFINITY) < AROUND) return;
    const today = standing(newsroom, now - AROUND, now).find(({ id }) => id === event.recipientId);
    if (today === undefined) return;
    const isThere = this.#ledger.mailboxes.get(`${changeId}/${event.recipientId}`)?.has(today.email) === true;
    this.#hold(TOLD_NOW, isThere, `${changeId} ${today.email}`, newsroom.id);
  }

  /** Once everything is quiet. An address that no server takes is nobody's mailbox. */
  settle(): void {
    for (const [changeId, { organisationId, owed }] of this.#ledger.changes)
      for (const { id, email } of owed) {
        if (!email.includes('@')) continue;
        const isThere = this.#ledger.mailboxes.get(`${changeId}/${id}`)?.has(email) === true;
        this.#hold(TOLD_THEN, isThere, `${changeId} ${email}`, organisationId);
      }
  }

  #hold(law: Law, holds: boolean, detail: string, about: string | undefined): void {
    this.#tally.exercised(law);
    if (!holds) throw new Broken(law, detail, about);
  }
}

const placeOf = ({ id, email }: { readonly id: string; readonly email: string }): string => `${id} ${email}`;
