import { isIPv4, type Socket } from 'node:net';
import { type Client, FTPError } from 'basic-ftp';
import { TransportFailure } from '../../../application/ports/file-transport.ts';
import type { GuardedNetwork } from '../../shared/guarded-network/guarded-network.ts';
import type { SessionGuard } from '../../shared/guarded-network/session-guard.ts';

/** RFC 2428, section 3: `229 … (|||6446|)`, with any printable delimiter that is no digit. */
const EXTENDED = /([!-/:-~])\1\1([0-9]{1,5})\1/;
/** RFC 959, section 4.1.2: `227 … (h1,h2,h3,h4,p1,p2)`. */
const CLASSIC = /(?<![0-9,-])(?:[0-9]{1,3},){4}([0-9]{1,3}),([0-9]{1,3})(?![0-9,])/;

/** Below are the ports of other services, where nobody's data connection waits. */
const LOWEST = 1024;
const HIGHEST = 65_535;

export const extendedPort = (reply: string): number | undefined => inRange(Number(EXTENDED.exec(reply)?.[2]));

export const classicPort = (reply: string): number | undefined => {
  const [, high, low] = CLASSIC.exec(reply)?.map(Number) ?? [];
  if (high === undefined || low === undefined || high > 255 || low > 255) return undefined;
  return inRange(high * 256 + low);
};

const inRange = (port: number): number | undefined => (port >= LOWEST && port <= HIGHEST ? port : undefined);

const refused = () => new TransportFailure({ step: 'upload', code: 'passive-mode-refused' });

/**
 * Opens data connections, always from here and always to the address that the control connection was checked for.
 * Of what a server offers only the port is used: many announce an address of their inner network, and some an address
 * of somebody else's.
 */
export class PassiveMode {
  readonly #client: Client;
  readonly #network: GuardedNetwork;
  readonly #guard: SessionGuard;
  readonly #address: string;
  #commands: readonly ('EPSV' | 'PASV')[];

  constructor(client: Client, network: GuardedNetwork, guard: SessionGuard, address: string) {
    this.#client = client;
    this.#network = network;
    this.#guard = guard;
    this.#address = address;
    // PASV cannot name an IPv6 address.
    this.#commands = isIPv4(address) ? ['EPSV', 'PASV'] : ['EPSV'];
  }

  /** @throws {TransportFailure} `passive-mode-refused`, or what basic-ftp throws where the session broke. */
  async connect(): Promise<Socket> {
    for (const command of this.#commands) {
      const socket = await this.#connectBy(command);
      if (socket === undefined) continue;
      this.#commands = [command];
      return socket;
    }
    throw refused();
  }

  async #connectBy(command: 'EPSV' | 'PASV'): Promise<Socket | undefined> {
    const reply = await this.#client.send(command).catch((error: unknown) => {
      if (error instanceof FTPError && error.code !== 421) return undefined;
      throw error;
    });
    if (reply === undefined) return undefined;
    const port = command === 'EPSV' ? extendedPort(reply.message) : classicPort(reply.message);
    if (port === undefined) throw refused();
    return this.#network.reachAgain(this.#address, port, this.#guard).catch(() => undefined);
  }
}
