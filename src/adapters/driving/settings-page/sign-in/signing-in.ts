import { createHash, randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { ScheduleClock } from '../../../../application/ports/schedule-clock.ts';
import type { SignInStore, SignInTicket } from '../../../../application/ports/sign-in-store.ts';

/** Who a link or a session is for. Whether they are an administrator still is asked at every request. */
export interface SignedIn {
  readonly organisationId: string;
  readonly administratorId: string;
}

/** A value that lets its bearer in. It is shown to them once and kept nowhere. */
export interface Issued {
  readonly token: string;
  readonly expiresAt: Temporal.Instant;
}

export const SESSION_SECONDS = 8 * 3_600;
const LIFETIMES = { link: { minutes: 10 }, session: { seconds: SESSION_SECONDS } } as const;

/** 256 random bits as base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** One-time links, and the sessions that they open. */
export class SigningIn {
  readonly #store: SignInStore;
  readonly #clock: Pick<ScheduleClock, 'now'>;

  constructor(ports: { readonly signIns: SignInStore; readonly clock: Pick<ScheduleClock, 'now'> }) {
    this.#store = ports.signIns;
    this.#clock = ports.clock;
  }

  invite(who: SignedIn): Promise<Issued> {
    return this.#issue('link', who);
  }

  /** Whom a link is for. It stays good: whoever only looks at it, such as a preview, uses nothing up. */
  async invited(token: string): Promise<SignedIn | undefined> {
    return this.#valid('link', await this.#ticketOf(token));
  }

  /** Uses the link up, and opens a session. Undefined if it was used before, has expired or never was. */
  async redeem(token: string): Promise<Issued | undefined> {
    if (!TOKEN.test(token)) return undefined;
    const who = this.#valid('link', await this.#store.take(hashOf(token)));
    return who && this.#issue('session', who);
  }

  async whoIs(token: string): Promise<SignedIn | undefined> {
    return this.#valid('session', await this.#ticketOf(token));
  }

  async end(token: string): Promise<void> {
    if (TOKEN.test(token)) await this.#store.take(hashOf(token));
  }

  async #issue(kind: SignInTicket['kind'], who: SignedIn): Promise<Issued> {
    const now = this.#clock.now();
    await this.#store.destroyExpired(now);
    const token = randomBytes(32).toString('base64url');
    const expiresAt = now.add(LIFETIMES[kind]);
    const { organisationId, administratorId } = who;
    await this.#store.keep(hashOf(token), { kind, organisationId, administratorId, expiresAt });
    return { token, expiresAt };
  }

  async #ticketOf(token: string): Promise<SignInTicket | undefined> {
    return TOKEN.test(token) ? this.#store.read(hashOf(token)) : undefined;
  }

  #valid(kind: SignInTicket['kind'], ticket: SignInTicket | undefined): SignedIn | undefined {
    if (ticket === undefined || ticket.kind !== kind) return undefined;
    if (Temporal.Instant.compare(ticket.expiresAt, this.#clock.now()) <= 0) return undefined;
    return { organisationId: ticket.organisationId, administratorId: ticket.administratorId };
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
