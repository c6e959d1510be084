import ipaddr from 'ipaddr.js';
import { isPublicAddress, readAddress } from './address-rule.ts';

/** An operator's network that is not written as one. The message says which, and what one looks like. */
export class NetworkMalformed extends Error {
  override readonly name = 'NetworkMalformed';

  constructor(text: string, reason: string) {
    super(`${JSON.stringify(text)} is no network: ${reason}. One is written as 10.20.0.0/16 or 2001:db8::/32.`);
  }
}

type Network = [ipaddr.IPv4 | ipaddr.IPv6, number];

const PREFIX = /^(?:0|[1-9][0-9]{0,2})$/;

/** The addresses that may be connected to: public ones, and those in the networks that the operator allows by name. */
export class AllowedNetworks {
  readonly #networks: readonly Network[];

  private constructor(networks: readonly Network[]) {
    this.#networks = networks;
  }

  static readonly publicOnly = new AllowedNetworks([]);

  /** @throws {NetworkMalformed} at the first text that is not CIDR with all bits behind the prefix zero. */
  static parse(texts: readonly string[]): AllowedNetworks {
    return new AllowedNetworks(texts.map(readNetwork));
  }

  allows(address: string): boolean {
    const parsed = readAddress(address);
    if (parsed === undefined) return false;
    return this.#networks.some((network) => contains(network, parsed)) || isPublicAddress(address);
  }
}

const contains = ([base, bits]: Network, address: ipaddr.IPv4 | ipaddr.IPv6): boolean =>
  base.kind() === address.kind() && address.match(base, bits);

const readNetwork = (text: string): Network => {
  const [address = '', prefix, ...rest] = text.split('/');
  const parsed = readAddress(address);
  if (parsed === undefined) throw new NetworkMalformed(text, 'its address cannot be read');
  if (prefix === undefined || rest.length > 0 || !PREFIX.test(prefix)) {
    throw new NetworkMalformed(text, 'it must end in one slash and the number of its fixed bits');
  }
  const bits = Number(prefix);
  if (bits > (parsed.kind() === 'ipv4' ? 32 : 128)) throw new NetworkMalformed(text, 'it has too many fixed bits');
  const kind = parsed.kind() === 'ipv4' ? ipaddr.IPv4 : ipaddr.IPv6;
  if (kind.networkAddressFromCIDR(text).toNormalizedString() !== parsed.toNormalizedString()) {
    throw new NetworkMalformed(text, 'bits behind its prefix are set');
  }
  return [parsed, bits];
};
