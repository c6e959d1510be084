import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readSmtpServer } from '../../../../src/adapters/driven/smtp/smtp-server-address.ts';
import { valid } from '../../../builders/valid.ts';

describe('the mail server’s URL', () => {
  it.each([
    ['smtp://mail.example', { host: 'mail.example', port: 587, tls: 'starttls' }],
    ['smtps://mail.example/', { host: 'mail.example', port: 465, tls: 'implicit' }],
    ['smtp://Mail.Example:2525', { host: 'mail.example', port: 2525, tls: 'starttls' }],
    ['smtps://[2001:db8::1]:4650', { host: '2001:db8::1', port: 4650, tls: 'implicit' }],
    ['smtp://127.0.0.1:25?tls=none', { host: '127.0.0.1', port: 25, tls: 'none' }],
    ['smtp://[::1]?tls=none', { host: '::1', port: 587, tls: 'none' }],
    ['smtp://localhost?tls=none', { host: 'localhost', port: 587, tls: 'none' }],
  ])('%s', (url, server) => {
    expect(valid(readSmtpServer(url))).toEqual({ ...server, login: null });
  });

  it('holds a login, percent-encoded, whose password prints nowhere', () => {
    const server = valid(readSmtpServer('smtp://plan%40ung:K%C3%A4nari%3A%40%2F@mail.example'));
    expect(server.login?.user).toBe('plan@ung');
    expect(server.login?.password.reveal()).toBe('Känari:@/');
    expect(inspect(server, { depth: 5 }) + JSON.stringify(server)).not.toContain('Känari');
  });

  it.each([
    '',
    'mail.example',
    'http://mail.example',
    'smtp:mail.example',
    'smtp://',
    'smtp://mail.example:0',
    'smtp://mail.example:99999',
    'smtp://mail.example/path',
    'smtp://mail.example#x',
    'smtp://mail.example?tls=off',
    'smtps://mail.example?tls=none',
    'smtp://mail.example?tls=none&x=1',
    'smtp://user@mail.example',
    'smtp://:Kanarie@mail.example',
    'smtp://user:%E0%A4%A@mail.example',
    'smtp://user:Kana/rie@mail.example',
    'smtp://user:Kana?rie@mail.example',
    'smtp://user:Kana#rie@mail.example',
    'smtp://2130706433',
    'smtp://mail_server.example',
  ])('is not %s, and the problem does not repeat it', (url) => {
    expect(readSmtpServer(url)).toEqual({ ok: false, problem: 'smtp-url-malformed' });
  });

  it.each(['mail.example', '10.0.0.1', '128.0.0.1', 'localhost.example', '127.0.0.1.example'])(
    'leaves TLS out for loopback only, not for %s',
    (host) => {
      expect(readSmtpServer(`smtp://${host}?tls=none`)).toEqual({
        ok: false,
        problem: 'smtp-without-tls-beyond-loopback',
      });
    },
  );
});
