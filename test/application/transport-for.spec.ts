import { describe, expect, it } from 'vitest';
import { transportFor } from '../../src/application/transport-for.ts';
import { aDestination } from '../builders/destination.ts';
import { Newsroom } from '../support/newsroom.ts';

describe('the transport for a destination', () => {
  const { transports } = new Newsroom();

  it.each(['sftp', 'ftp'] as const)('%s is the one that speaks it', (protocol) => {
    expect(transportFor(transports, aDestination({ protocol })).protocol).toBe(protocol);
  });

  it('must have been given', () => {
    const given = transports.filter(({ protocol }) => protocol !== 'ftp');
    expect(() => transportFor(given, aDestination({ protocol: 'ftp' }))).toThrow('No file transport for ftp was given');
  });
});
