import { type Destination, type DestinationInput, readDestination } from '../../src/domain/destination/destination.ts';
import { type HostIdentity, readHostIdentity } from '../../src/domain/destination/host-identity.ts';
import { valid } from './valid.ts';

const SFTP: DestinationInput = {
  protocol: 'sftp',
  tlsMode: 'none',
  host: 'sftp.abendblatt.example',
  port: 22,
  directory: '/backup/planung',
};

/** An SFTP directory, but for the changes. */
export const aDestination = (changes: Partial<DestinationInput> = {}): Destination =>
  valid(readDestination({ ...SFTP, ...changes }));

export const aHostKey = (letter = 'A'): HostIdentity => valid(readHostIdentity(`SHA256:${letter.repeat(43)}`));

export const aCertificate = (pair = 'AB'): HostIdentity =>
  valid(readHostIdentity(Array<string>(32).fill(pair).join(':')));
