import { describe, expect, it } from 'vitest';
import { mayHoldPassword, splitAddress } from '../../../../src/adapters/driving/settings-page/form/address.ts';

describe('an address is split into the fields', () => {
  it.each<[string, object]>([
    ['backup.example.com', { host: 'backup.example.com' }],
    ['  backup.example.com ', { host: 'backup.example.com' }],
    ['backup.example.com/plans/five days', { host: 'backup.example.com', directory: '/plans/five days' }],
    ['backup.example.com/50%25', { host: 'backup.example.com', directory: '/50%25' }],
    ['backup.example.com:2222/plans', { host: 'backup.example.com', port: '2222', directory: '/plans' }],
    ['anna@backup.example.com', { host: 'backup.example.com', user: 'anna' }],
    ['sftp://backup.example.com/plans', { protocol: 'sftp', host: 'backup.example.com', directory: '/plans' }],
    ['SFTP://backup.example.com:22/', { protocol: 'sftp', host: 'backup.example.com', port: '22' }],
    ['sftp://an%40na@h.example/a%20b', { protocol: 'sftp', host: 'h.example', user: 'an@na', directory: '/a b' }],
    ['ftps://h.example/x', { protocol: 'ftps-implicit', host: 'h.example', directory: '/x' }],
    ['sftp://[2001:db8::1]:2222/x', { protocol: 'sftp', host: '[2001:db8::1]', port: '2222', directory: '/x' }],
    ['2001:db8::1', { host: '2001:db8::1' }],
    ['zeitung-süd.example', { host: 'xn--zeitung-sd-ieb.example' }],
    ['１２７.0.0.1', { host: '１２７.0.0.1' }],
  ])('%s', (text, fields) => {
    expect(splitAddress(text, 'sftp')).toEqual({ ok: true, value: fields });
  });

  it('and ftp:// takes no encryption away', () => {
    const protocolAfter = (text: string, chosen: Parameters<typeof splitAddress>[1]) => {
      const split = splitAddress(text, chosen);
      return split.ok ? split.value.protocol : split.problem;
    };
    expect(protocolAfter('ftp://h.example', 'sftp')).toBe('ftps-explicit');
    expect(protocolAfter('ftp://h.example', 'ftps-implicit')).toBe('ftps-implicit');
    expect(protocolAfter('ftp://h.example', 'ftp')).toBe('ftp');
    expect(protocolAfter('ftps://h.example', 'ftps-explicit')).toBe('ftps-explicit');
  });

  it.each([
    ['https://h.example/x', 'scheme-unknown'],
    ['sftp://h.example/x?y=1', 'query-in-address'],
    ['sftp://h.example/x#y', 'query-in-address'],
    ['sftp://h.example/%zz', 'encoding-malformed'],
  ])('%s is refused: %s', (text, problem) => {
    expect(splitAddress(text, 'sftp')).toEqual({ ok: false, problem });
  });
});

describe('what may hold a password is refused', () => {
  it.each([
    'ftp://anna:geheim@h.example/x',
    'sftp://anna:geheim@h.example',
    'anna:geheim@h.example',
    'ftp://anna:ge/he?im@h.example/x',
    'ftp://anna:ge@heim@h.example',
    'ftp://anna%3Ageheim@h.example',
    'ftp:/anna:geheim@h.example',
    'ftp:anna:geheim@h.example',
    ':geheim@h.example',
    ' ftp://anna:@h.example',
  ])('%s', (text) => {
    expect(splitAddress(text, 'sftp')).toEqual({ ok: false, problem: 'login-in-address' });
  });

  it.each(['sftp://h.example:22/x', 'h.example', 'anna@h.example', '2001:db8::1', '/a:b', 'a@b/c:d'])(
    'and what cannot is not: %s',
    (text) => {
      expect(mayHoldPassword(text)).toBe(false);
    },
  );
});
