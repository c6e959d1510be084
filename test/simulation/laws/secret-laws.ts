import type { OpenRequest } from '../../../src/application/ports/file-transport.ts';
import type { HostIdentity } from '../../../src/domain/destination/host-identity.ts';
import { isSameIdentity } from '../../../src/domain/destination/host-identity.ts';
import type { Tally } from '../engine/tally.ts';
import type { SimulatedServer } from '../world/server.ts';
import { Broken, type Law } from './law.ts';

/** What an administrator entered a password for. */
interface Entered {
  readonly server: SimulatedServer;
  readonly user: string;
  readonly identity: HostIdentity | null;
}

/** Looks at every connection and every login. */
export class SecretLaws {
  readonly #tally: Tally;
  readonly #entered = new Map<string, Entered[]>();
  #request: OpenRequest | undefined;

  constructor(tally: Tally) {
    this.#tally = tally;
  }

  entered(password: string, use: Entered): void {
    const uses = this.#entered.get(password);
    if (uses === undefined) this.#entered.set(password, [use]);
    else uses.push(use);
  }

  connected({ organisationId }: SimulatedServer, address: string): void {
    this.#hold('only public addresses are connected to', isOnTheInternet(address), address, organisationId);
  }

  /** What is asked of a server from here on, until the next one. */
  passwordSent(request: OpenRequest): void {
    this.#request = request;
  }

  loginIsTried(server: SimulatedServer): void {
    const request = this.#request;
    if (request?.credential.method !== 'password') throw new Error('a login that nobody asked for');
    const { user, credential } = request;
    const uses = this.#entered.get(credential.password.reveal()) ?? [];
    const here = uses.filter((use) => use.server === server && use.user === user);
    const about = server.organisationId;
    this.#hold('a password goes only where it was entered for', here.length > 0, server.options.host, about);
    const isTrusted = here.some(({ identity }) => isSameIdentity(identity, server.identity));
    this.#hold('whoever shows another identity gets no login', isTrusted, server.options.host, about);
  }

  /** Somebody saved another server without its password. */
  luredAway(about: string, isTaken: boolean): void {
    this.#hold('a stored password is asked for again where it would go elsewhere', !isTaken, about, about);
  }

  #hold(law: Law, holds: boolean, detail: string, about: string): void {
    this.#tally.exercised(law);
    if (!holds) throw new Broken(law, detail, about);
  }
}

/** The simulated servers' own network, and nothing else: known here without the rule that is tested. */
const isOnTheInternet = (address: string): boolean => address.startsWith('93.184.');
