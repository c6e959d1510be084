import { expect, test } from 'vitest';
import { destinationOptions, readDestinationUrl } from '../../../../src/adapters/driving/cli/destination-url.ts';
import type { TlsMode } from '../../../../src/domain/destination/destination.ts';
import { aDestination } from '../../../builders/destination.ts';
import { valid } from '../../../builders/valid.ts';

type Expected = readonly [protocol: string, tlsMode: string, host: string, port: number, directory: string];

const READ: readonly (readonly [url: string, tls: TlsMode | undefined, expected: Expected])[] = [
  ['sftp://sftp.example/backup', undefined, ['sftp', 'none', 'sftp.example', 22, '/backup']],
  ['SFTP://SFTP.Example:2222/Backup/', undefined, ['sftp', 'none', 'sftp.example', 2222, '/Backup']],
  ['ftp://ftp.example', undefined, ['ftp', 'none', 'ftp.example', 21, '/']],
  ['ftp://ftp.example/a', 'explicit', ['ftp', 'explicit', 'ftp.example', 21, '/a']],
  ['ftp://ftp.example/a', 'implicit', ['ftp', 'implicit', 'ftp.example', 990, '/a']],
  ['ftps://ftp.example/a', undefined, ['ftp', 'implicit', 'ftp.example', 990, '/a']],
  ['ftps://ftp.example/a', 'explicit', ['ftp', 'explicit', 'ftp.example', 21, '/a']],
  ['sftp://[2001:DB8::1]:22/a', undefined, ['sftp', 'none', '2001:db8::1', 22, '/a']],
  ['sftp://192.0.2.1/a', undefined, ['sftp', 'none', '192.0.2.1', 22, '/a']],
  ['sftp://bücher.example/Pläne', undefined, ['sftp', 'none', 'xn--bcher-kva.example', 22, '/Pläne']],
  ['sftp://h/Redaktion%20S%C3%BCd/50%25', undefined, ['sftp', 'none', 'h', 22, '/Redaktion Süd/50%']],
  // Decoded once, and no further.
  ['sftp://h/a%252e%252e/b', undefined, ['sftp', 'none', 'h', 22, '/a%2e%2e/b']],
  ['sftp://h/a@b', undefined, ['sftp', 'none', 'h', 22, '/a@b']],
];

test.each(READ)('%s with TLS %s', (url, tls, expected) => {
  const { protocol, tlsMode, host, port, directory } = valid(readDestinationUrl(url, tls, undefined));
  expect([protocol, tlsMode, host, port, directory]).toEqual(expected);
});

const EXPLICIT = aDestination({ protocol: 'ftp', tlsMode: 'explicit', host: 'ftp.example', port: 21 });

test.each([
  ['ftp://ftp.example/a', undefined, 'explicit'],
  ['ftps://FTP.example/a', undefined, 'explicit'],
  ['ftp://ftp.example/a', 'none', 'none'],
  ['ftp://other.example/a', undefined, 'none'],
  ['ftps://other.example/a', undefined, 'implicit'],
] as const)('%s with TLS %s, where the same host has explicit TLS now, is %s', (url, tls, expected) => {
  expect(valid(readDestinationUrl(url, tls, EXPLICIT)).tlsMode).toBe(expected);
});

test('letters that only look like ASCII become no other name', () => {
  expect(readDestinationUrl('sftp://\u212aelvin.example/a', undefined, undefined)).toEqual({
    ok: false,
    problem: 'host-malformed',
  });
});

test.each(READ)('what %s with TLS %s says is said again by options, whatever is stored', (url, tls) => {
  const destination = valid(readDestinationUrl(url, tls, undefined));
  const [, written = '', , writtenTls] = destinationOptions(destination);
  expect(valid(readDestinationUrl(written, writtenTls as TlsMode | undefined, undefined))).toEqual(destination);
  expect(valid(readDestinationUrl(written, writtenTls as TlsMode | undefined, EXPLICIT))).toEqual(destination);
});
