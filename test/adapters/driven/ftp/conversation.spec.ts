import { describe, expect, it } from 'vitest';
import { bytesOf, type RequestChange } from '../../../contracts/file-transport/harness.ts';
import { loopbackNetwork } from '../../shared/guarded-network/loopback.ts';
import { SERVER_NAME } from './certificates.ts';
import { SCRIPTED_LOGIN } from './scripted-ftp-server.ts';
import { failureOf, LIMITS, requestTo, serve, transport, trap } from './scripted-session.ts';

describe('the beginning of an FTP connection', () => {
  it.each([
    ['SSH-2.0-OpenSSH_9.2', 'other-protocol'],
    ['HTTP/1.1 400 Bad Request', 'other-protocol'],
    ['421 Too many of you', 'connection-refused'],
    ['500 Go away', 'connection-refused'],
  ])('knows a server that begins with %s', async (greeting, code) => {
    const server = await serve({ greeting: [greeting] });
    expect(await failureOf(transport().open(requestTo(server.port), LIMITS))).toEqual({ step: 'reach', code });
  });

  it('waits through a 120, and not for ever', async () => {
    const server = await serve({ greeting: ['120 Soon', '220 Now'] });
    await (await transport().open(requestTo(server.port), LIMITS)).close();
    expect(server.commands).toContain(`PASS ${SCRIPTED_LOGIN.password}`);
    for (const greeting of [[], ['120 Soon']]) {
      const late = await serve({ greeting });
      expect(await failureOf(transport({ patience: 120 }).open(requestTo(late.port), LIMITS))).toEqual({
        step: 'reach',
        code: 'no-answer',
      });
      expect(late.commands).toEqual([]);
    }
  });

  it('shows the trap ports nothing, in any mode, where the host is not allowed', async () => {
    const blocked = loopbackNetwork([SERVER_NAME], { resolver: async () => ['127.0.0.1', '10.0.0.1'] });
    for (const tlsMode of ['none', 'explicit', 'implicit'] as const) {
      const listener = await trap();
      for (const change of [{}, { host: 'inner.test.example' }]) {
        const opening = transport({ network: blocked }).open(requestTo(listener.port, tlsMode, change), LIMITS);
        expect(await failureOf(opening)).toEqual({ step: 'reach', code: 'host-not-reachable' });
      }
      expect(listener.connections()).toBe(0);
    }
  });
});

describe('the login over FTP', () => {
  it('sends the password once, however often it is asked for', async () => {
    const script = (command: string) => (command.startsWith('PASS') ? '331 Again' : undefined);
    const server = await serve({ script });
    expect(await failureOf(transport().open(requestTo(server.port), LIMITS))).toEqual({
      step: 'log-in',
      code: 'login-refused',
    });
    expect(server.commands.filter((command) => command.startsWith('PASS'))).toHaveLength(1);
  });

  it.each(['USER', 'PASS', 'TYPE', 'CWD', 'STOR', 'SIZE', 'RNFR', 'RNTO', 'DELE', 'EPSV'])(
    'lets nothing out of what a server says to %s',
    async (verb) => {
      const script = (command: string) =>
        command.startsWith(verb) ? `530 <script>${SCRIPTED_LOGIN.password}</script>` : undefined;
      const server = await serve({ script });
      server.files.set('b.bin', 1);
      const all = async () => {
        const session = await transport().open(requestTo(server.port), LIMITS);
        await session.size('b.bin');
        await session.upload('a.bin', bytesOf(1));
        await session.rename('a.bin', 'b.bin');
        await session.remove('b.bin');
      };
      // EPSV alone may fail: PASV comes next.
      if (verb === 'EPSV') await all();
      else await failureOf(all());
    },
  );

  it('puts one command on a line, whatever is asked of it', async () => {
    const server = await serve();
    const unsendable = ['a\r\nDELE b', 'a\nDELE b', 'a\rDELE b', 'a\0b', 'a\u0007b', 'a\u007fb', 'a\ud800', '\udc00a'];
    const opening = (change: RequestChange) => transport().open(requestTo(server.port, 'none', change), LIMITS);
    for (const text of unsendable) {
      for (const change of [{ user: text }, { password: text }]) {
        expect(await failureOf(opening(change))).toEqual({ step: 'log-in', code: 'login-refused' });
      }
    }
    expect(server.commands.filter((command) => /^(USER|PASS)/.test(command))).toEqual([]);
    const session = await opening({});
    for (const text of [...unsendable, '../b', 'a/b', 'a\\b', '..', ' b']) {
      await failureOf(session.size(text));
      await failureOf(session.upload(text, bytesOf(1)));
      await failureOf(session.rename(text, text));
      await failureOf(session.remove(text));
    }
    // What only looks like a line's end is a name like any other.
    for (const text of ['ＤＥＬＥ', 'čĊ', 'a\u2028b']) expect(await session.size(text)).toBe('absent');
    await session.close();
    const after = server.commands.slice(server.commands.indexOf('CWD /backup') + 1);
    // Goodbye may be said into a connection that is gone.
    expect(after.filter((command) => command !== 'QUIT')).toEqual(['SIZE ＤＥＬＥ', 'SIZE čĊ', 'SIZE a\u2028b']);
  });
});
