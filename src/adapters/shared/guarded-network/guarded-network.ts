import { connect, isIP, type Socket } from 'node:net';
import { TransportFailure } from '../../../application/ports/file-transport.ts';
import type { ScheduleClock } from '../../../application/ports/schedule-clock.ts';
import type { HostName } from '../../../domain/destination/host-name.ts';
import { isSameAddress } from './address-rule.ts';
import { AllowedNetworks } from './allowed-networks.ts';
import { type Resolver, systemResolver } from './resolver.ts';
import type { SessionGuard } from './session-guard.ts';

export interface GuardedNetworkOptions {
  readonly clock: Pick<ScheduleClock, 'monotonic' | 'pass'>;
  /** Default: public addresses only. */
  readonly allowed?: AllowedNetworks;
  readonly resolver?: Resolver;
  /** Milliseconds that one address may take to accept. */
  readonly connectWithin?: number;
  /** Milliseconds before which nobody hears that a host cannot be reached, whatever the reason. */
  readonly leastFailureTime?: number;
}

/** How many addresses of one name are tried; all of them are checked. */
const TRIES = 6;

type Refusal = 'connection-refused' | 'host-not-reachable';

/**
 * The only way to a server: resolved once, every address checked, connected to a checked one, and the peer compared.
 * A host that is blocked, unknown or without a route fails with the same code and not before the same time, so that
 * nobody can map the inner network by asking.
 */
export class GuardedNetwork {
  readonly #clock: GuardedNetworkOptions['clock'];
  readonly #allowed: AllowedNetworks;
  readonly #resolver: Resolver;
  readonly #connectWithin: number;
  readonly #leastFailureTime: number;

  constructor(options: GuardedNetworkOptions) {
    this.#clock = options.clock;
    this.#allowed = options.allowed ?? AllowedNetworks.publicOnly;
    this.#resolver = options.resolver ?? systemResolver;
    this.#connectWithin = options.connectWithin ?? 10_000;
    this.#leastFailureTime = options.leastFailureTime ?? 2_000;
  }

  /**
   * A connected socket, which the guard owns, and the checked address it leads to.
   * @throws {TransportFailure} at step `reach`.
   */
  async reach(host: HostName, port: number, guard: SessionGuard): Promise<{ socket: Socket; address: string }> {
    const asked = this.#clock.monotonic();
    const work = async () => {
      const found = await this.#firstOf(await this.#addressesOf(host), port, guard);
      if (found === 'host-not-reachable') {
        const passed = this.#clock.monotonic() - asked;
        if (passed < this.#leastFailureTime) await this.#clock.pass(this.#leastFailureTime - passed, guard.signal);
      }
      if (typeof found === 'string') throw new TransportFailure({ step: 'reach', code: found });
      return found;
    };
    return guard.step('reach', () => 'connection-lost', work, 'deadline');
  }

  /**
   * A further connection to an address that {@link GuardedNetwork.reach} gave, as FTP needs for its data.
   * @throws {Error} of the system's, or of ours, where there is none.
   */
  async reachAgain(address: string, port: number, guard: SessionGuard): Promise<Socket> {
    const found = this.#allowed.allows(address) ? await this.#connect(address, port, guard) : 'host-not-reachable';
    if (typeof found === 'string') throw new Error(found);
    return found;
  }

  /** None for a host that is unknown, or that has a forbidden address among its own. */
  async #addressesOf(host: HostName): Promise<readonly string[]> {
    const addresses = isIP(host) === 0 ? await this.#resolver(host).catch(() => []) : [host];
    return addresses.every((address) => this.#allowed.allows(address)) ? addresses.slice(0, TRIES) : [];
  }

  async #firstOf(addresses: readonly string[], port: number, guard: SessionGuard) {
    let refusal: Refusal = 'host-not-reachable';
    for (const address of addresses) {
      const found = await this.#connect(address, port, guard);
      if (typeof found !== 'string') return { socket: found, address };
      if (found === 'connection-refused') refusal = found;
    }
    return refusal;
  }

  #connect(address: string, port: number, guard: SessionGuard): Promise<Socket | Refusal> {
    return new Promise((resolve) => {
      // An address is never resolved again: this goes where the check was.
      const socket = connect({ host: address, port });
      guard.add(socket);
      const patience = setTimeout(() => socket.destroy(), this.#connectWithin);
      socket.once('connect', () => {
        clearTimeout(patience);
        if (isSameAddress(socket.remoteAddress ?? '', address)) return resolve(socket);
        socket.destroy();
      });
      socket.once('error', (error: NodeJS.ErrnoException) => {
        resolve(error.code === 'ECONNREFUSED' ? 'connection-refused' : 'host-not-reachable');
      });
      socket.once('close', () => {
        clearTimeout(patience);
        resolve('host-not-reachable');
      });
    });
  }
}
