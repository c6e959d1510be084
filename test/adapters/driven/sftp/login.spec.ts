import ssh2, { type AuthContext } from 'ssh2';
import { describe, expect, it } from 'vitest';
import { failureOf, LIMITS, requestTo, serve, transport, withKey } from './scripted-session.ts';
import { ED25519, PASSWORD, readable } from './scripted-sftp-server.ts';

const REFUSED = { step: 'log-in', code: 'login-refused' };
const UNREADABLE = { step: 'log-in', code: 'private-key-unreadable' };

const { utils } = ssh2;
const passphrase = 'Schlüssel & Bund';
const locked = readable(
  () => utils.generateKeyPairSync('ed25519', { passphrase, cipher: 'aes256-cbc', rounds: 1 }),
  passphrase,
);
const ours = readable(() => utils.generateKeyPairSync('ed25519'));

/** Asks by keyboard, the given questions at a time, and takes the password as the answer to the first round. */
const byKeyboard =
  (rounds: readonly { prompt: string; echo: boolean }[][], heard: string[][]) =>
  (context: AuthContext): void => {
    if (context.method !== 'keyboard-interactive') {
      context.reject(['keyboard-interactive']);
      return;
    }
    const ask = (round: number): void => {
      const questions = rounds[round];
      if (questions === undefined) {
        if (heard[0]?.[0] === PASSWORD && rounds.length === 1) context.accept();
        else context.reject();
        return;
      }
      context.prompt(questions, (answers) => {
        heard.push(answers);
        ask(round + 1);
      });
    };
    ask(0);
  };

describe('the login over SFTP', () => {
  it('asks what is taken, and offers the password once', async () => {
    const server = await serve();
    await (await transport().open(requestTo(server.port), LIMITS)).close();
    expect(server.attempts).toEqual(['none', 'password']);
  });

  it('does not offer a wrong password twice, by whatever method', async () => {
    const server = await serve({ onAuthentication: (context) => context.reject(['password', 'keyboard-interactive']) });
    expect(await failureOf(transport().open(requestTo(server.port), LIMITS))).toEqual(REFUSED);
    expect(server.attempts).toEqual(['none', 'password']);
  });

  it('keeps the password where the server takes none', async () => {
    const server = await serve({ onAuthentication: (context) => context.reject(['publickey', 'hostbased']) });
    expect(await failureOf(transport().open(requestTo(server.port), LIMITS))).toEqual(REFUSED);
    expect(server.attempts).toEqual(['none']);
  });

  it('answers a server that asks for the password by keyboard', async () => {
    const heard: string[][] = [];
    const onAuthentication = byKeyboard([[{ prompt: 'Password: ', echo: false }]], heard);
    const server = await serve({ onAuthentication });
    await (await transport().open(requestTo(server.port), LIMITS)).close();
    expect(heard).toEqual([[PASSWORD]]);
  });

  const secret = { prompt: 'Password: ', echo: false };
  it.each([
    ['asks twice', [[secret], [secret]], 1],
    ['would show it', [[{ prompt: 'Password: ', echo: true }]], 0],
    ['asks two things', [[secret, { prompt: 'Code: ', echo: false }]], 0],
  ])('is refused by a server that %s, and says the password %s times', async (_, rounds, times) => {
    const heard: string[][] = [];
    const server = await serve({ onAuthentication: byKeyboard(rounds, heard) });
    expect(await failureOf(transport({ patience: 500 }).open(requestTo(server.port), LIMITS))).toMatchObject({
      step: 'log-in',
    });
    expect(heard.flat().filter((answer) => answer === PASSWORD)).toHaveLength(times);
  });

  it('logs in with a private key, with and without a passphrase', async () => {
    const onAuthentication = (context: AuthContext): void => {
      if (context.method === 'publickey') context.accept();
      else context.reject(['publickey']);
    };
    for (const credential of [withKey(ours.private), withKey(locked.private, passphrase)]) {
      const server = await serve({ onAuthentication });
      await (await transport().open(requestTo(server.port, {}, credential), LIMITS)).close();
    }
  });

  it.each([
    ['a wrong passphrase', locked.private, 'wrong'],
    ['no passphrase', locked.private, null],
    ['a public key', ours.public, null],
    ['no key at all', 'PRIVATE KEY', null],
    ['nothing', '', null],
  ])('cannot use a private key with %s, and connects nowhere', async (_, text, word) => {
    const server = await serve();
    expect(await failureOf(transport().open(requestTo(server.port, {}, withKey(text, word)), LIMITS))).toEqual(
      UNREADABLE,
    );
    expect(server.connections()).toBe(0);
  });

  it('is refused with a key that is not let in', async () => {
    const server = await serve({ onAuthentication: (context) => context.reject(['publickey', 'password']) });
    expect(await failureOf(transport().open(requestTo(server.port, {}, withKey(ours.private)), LIMITS))).toEqual(
      REFUSED,
    );
    expect(server.attempts).not.toContain('password');
  });

  it('takes a password that must be changed for a wrong one', async () => {
    const onAuthentication = (context: AuthContext): void => {
      if (context.method === 'password') context.requestChange(`<script>${PASSWORD}`, () => {});
      else context.reject(['password']);
    };
    const server = await serve({ onAuthentication });
    expect(await failureOf(transport().open(requestTo(server.port), LIMITS))).toEqual(REFUSED);
  });

  it('finds a server that lets in and offers no SFTP', async () => {
    const server = await serve({ onSftp: null });
    expect(await failureOf(transport().open(requestTo(server.port), LIMITS))).toEqual({
      step: 'log-in',
      code: 'other-protocol',
    });
  });

  it('calls a connection that ends right after the login a lost one, and not another protocol', async () => {
    const server = await serve({ onSftp: (_, connection) => connection.end() });
    expect(await failureOf(transport().open(requestTo(server.port), LIMITS))).toEqual({
      step: 'log-in',
      code: 'connection-lost',
    });
  });

  it('trusts no user name that could be a command', async () => {
    const server = await serve({ hostKeys: [ED25519.text] });
    expect(await failureOf(transport().open(requestTo(server.port, { user: 'a\nb' }), LIMITS))).toEqual(REFUSED);
    expect(server.connections()).toBe(0);
  });
});
