import { AllowedNetworks } from '../../src/adapters/shared/guarded-network/allowed-networks.ts';
import {
  GuardedNetwork,
  type GuardedNetworkOptions,
} from '../../src/adapters/shared/guarded-network/guarded-network.ts';
import { realClock } from '../adapters/shared/guarded-network/loopback.ts';

/** Every name leads to this loopback address. As patient as the product: a busy machine is no broken connection. */
export const optionsTo = (address: string): GuardedNetworkOptions => ({
  clock: realClock,
  allowed: AllowedNetworks.parse(['127.0.0.0/8']),
  resolver: async () => [address],
  leastFailureTime: 0,
});

export const networkTo = (address: string): GuardedNetwork => new GuardedNetwork(optionsTo(address));
