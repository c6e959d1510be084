/** To which addresses may be connected. Both transports connect through it. */
export { AllowedNetworks, NetworkMalformed } from '../adapters/shared/guarded-network/allowed-networks.ts';
export { GuardedNetwork, type GuardedNetworkOptions } from '../adapters/shared/guarded-network/guarded-network.ts';
