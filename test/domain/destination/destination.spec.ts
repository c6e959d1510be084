import { describe, expect, it } from 'vitest';
import {
  type DestinationInput,
  defaultPort,
  isSameDestination,
  isSameServer,
  readDestination,
} from '../../../src/domain/destination/destination.ts';
import { aDestination } from '../../builders/destination.ts';

const INPUT: DestinationInput = {
  protocol: 'ftp',
  tlsMode: 'explicit',
  host: 'FTP.Example.',
  port: 21,
  directory: '/a//b/',
};

describe('a destination', () => {
  it('is made of parts in their canonical writing', () => {
    expect(readDestination(INPUT)).toEqual({
      ok: true,
      value: { protocol: 'ftp', tlsMode: 'explicit', host: 'ftp.example', port: 21, directory: '/a/b' },
    });
  });

  it.each([
    ['sftp', 'none'],
    ['ftp', 'none'],
    ['ftp', 'explicit'],
    ['ftp', 'implicit'],
  ])('may be %s with TLS mode %s', (protocol, tlsMode) => {
    expect(readDestination({ ...INPUT, protocol, tlsMode })).toMatchObject({ ok: true, value: { protocol, tlsMode } });
  });

  it.each([1, 21, 65_535])('may have the port %d', (port) => {
    expect(readDestination({ ...INPUT, port }).ok).toBe(true);
  });

  it.each<[string, Partial<DestinationInput>]>([
    ['protocol-unknown', { protocol: 'http' }],
    ['protocol-unknown', { protocol: '' }],
    ['protocol-unknown', { protocol: 'FTP' }],
    ['tls-mode-unknown', { tlsMode: 'if-available' }],
    ['tls-mode-unknown', { protocol: 'sftp', tlsMode: '' }],
    ['sftp-takes-no-tls', { protocol: 'sftp', tlsMode: 'explicit' }],
    ['sftp-takes-no-tls', { protocol: 'sftp', tlsMode: 'implicit' }],
    ['port-out-of-range', { port: 0 }],
    ['port-out-of-range', { port: -1 }],
    ['port-out-of-range', { port: 65_536 }],
    ['port-out-of-range', { port: 21.5 }],
    ['port-out-of-range', { port: Number.NaN }],
    ['host-missing', { host: '' }],
    ['host-malformed', { host: '127.1' }],
    ['directory-not-absolute', { directory: 'backup' }],
    ['directory-has-dot-segments', { directory: '/../etc' }],
  ])('is not: %s for %o', (problem, changes) => {
    expect(readDestination({ ...INPUT, ...changes })).toEqual({ ok: false, problem });
  });

  it.each([
    ['sftp', 'none', 22],
    ['ftp', 'none', 21],
    ['ftp', 'explicit', 21],
    ['ftp', 'implicit', 990],
  ] as const)('of %s with TLS mode %s has the port %d unless one is given', (protocol, tlsMode, port) => {
    expect(defaultPort(protocol, tlsMode)).toBe(port);
  });
});

describe('two destinations', () => {
  const a = aDestination({ protocol: 'ftp', tlsMode: 'explicit' });

  it('are the same if nothing differs, however it is written', () => {
    const b = aDestination({
      protocol: 'ftp',
      tlsMode: 'explicit',
      host: 'SFTP.abendblatt.EXAMPLE.',
      directory: '/backup//planung/',
    });
    expect([isSameServer(a, b), isSameDestination(a, b)]).toEqual([true, true]);
  });

  it('are the same server with another directory', () => {
    const b = aDestination({ protocol: 'ftp', tlsMode: 'explicit', directory: '/' });
    expect([isSameServer(a, b), isSameDestination(a, b)]).toEqual([true, false]);
  });

  it.each<Partial<DestinationInput>>([
    { protocol: 'sftp', tlsMode: 'none' },
    { tlsMode: 'implicit' },
    { host: 'other.example' },
    { port: 2121 },
  ])('are different servers with %o', (changes) => {
    const b = aDestination({ protocol: 'ftp', tlsMode: 'explicit', ...changes });
    expect([isSameServer(a, b), isSameDestination(a, b)]).toEqual([false, false]);
  });
});
