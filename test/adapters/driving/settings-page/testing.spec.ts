import { describe, expect, it } from 'vitest';
import { aCertificate, aHostKey } from '../../../builders/destination.ts';
import { ABENDBLATT, Newsroom, PASSWORD } from '../../../support/newsroom.ts';
import { aPage, contextOf, type Fields, filledIn, formIn, getting, posting, textOf } from './visitor.ts';

const KEY = aHostKey().fingerprint;
const TRUSTED = { trusted: KEY, seen: KEY, seenAt: 'sftp sftp.abendblatt.example 22' };

const tested = async (newsroom: Newsroom, fields: Fields, locale: 'de' | 'en' = 'en') => {
  const page = await aPage(newsroom);
  const response = await page(posting('/test', fields), contextOf({ locale }));
  const html = await response.text();
  return { status: response.status, html, text: textOf(html), form: formIn(html) };
};

const shownForm = async (newsroom: Newsroom) => {
  const page = await aPage(newsroom);
  return formIn(await (await page(getting(), contextOf())).text());
};

describe('a test of what is in the form', () => {
  it('shows the host key before anybody logs in, and needs no password for that', async () => {
    const newsroom = new Newsroom();
    const { status, text, form } = await tested(newsroom, filledIn());
    expect(status).toBe(200);
    expect(newsroom.server.loginAttempts).toBe(0);
    expect(text).toContain(KEY);
    expect(text).toContain('Nobody has logged in yet.');
    expect(form.seen).toBe(KEY);
    expect(form.trusted).toBeUndefined();
  });

  it('walks all the way once the key is trusted', async () => {
    const newsroom = new Newsroom();
    const { text, form } = await tested(newsroom, filledIn({ ...TRUSTED, password: PASSWORD }));
    expect(text).toContain('The connection works: a file could be written, replaced and removed.');
    expect(text).toContain('Please enter the password once more');
    expect(form).toMatchObject({ trusted: KEY, password: '', directory: '/backup/planung' });
    expect(newsroom.files()).toEqual({});
    const { history } = await newsroom.backup();
    expect((await history.configuration(ABENDBLATT.id)).state.status).toBe('not-set-up');
  });

  it('uses the stored password where it was entered for just this', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const { text } = await tested(newsroom, { ...(await shownForm(newsroom)), directory: '/elsewhere' });
    expect(text).toContain('The connection works');
    expect(text).not.toContain('once more');
  });

  it('and asks for it where it was not', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const { status, html } = await tested(newsroom, { ...(await shownForm(newsroom)), user: 'other' });
    expect(status).toBe(422);
    expect(html).toContain('id="pb-password-problem"');
    expect(newsroom.server.loginAttempts).toBe(0);
  });

  it('does not ask again for what the browser keeps', async () => {
    const { text } = await tested(new Newsroom(), filledIn({ ...TRUSTED, password: PASSWORD, scripted: '1' }));
    expect(text).not.toContain('once more');
  });

  it.each<[string, Newsroom, Fields, RegExp, RegExp]>([
    [
      'no such host',
      new Newsroom(),
      { address: 'elsewhere.example', seenAt: 'sftp elsewhere.example 22' },
      /stopped at: Reach the server/,
      /public address/,
    ],
    [
      'a closed port',
      new Newsroom(),
      { port: '23', seenAt: 'sftp sftp.abendblatt.example 23' },
      /stopped at: Reach the server/,
      /Check the port/,
    ],
    ['a wrong password', new Newsroom(), { password: 'wrong' }, /stopped at: Log in/, /Check user name and password/],
    [
      'no directory',
      new Newsroom(),
      { directory: '/nowhere' },
      /stopped at: Open the directory/,
      /Create it at the server/,
    ],
    [
      'a directory for reading only',
      new Newsroom({ directories: { '/backup/planung': { writable: false } } }),
      {},
      /stopped at: Write a file/,
      /the right to write/,
    ],
  ])('says what failed and how to mend it: %s', async (_, newsroom, changes, failed, remedy) => {
    const { status, text } = await tested(newsroom, filledIn({ ...TRUSTED, password: PASSWORD, ...changes }));
    expect(status).toBe(200);
    expect(text).toMatch(failed);
    expect(text).toMatch(remedy);
    expect(text).not.toMatch(/--[a-z]/);
  });

  it('shows a changed host key beside the old one, which stays the chosen one', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    newsroom.server.identity = aHostKey('B');
    const { text, html, form } = await tested(newsroom, await shownForm(newsroom));
    expect(text).toContain('The server shows another fingerprint than the one you trust.');
    expect(text).toContain(aHostKey('B').fingerprint);
    expect(form.trusted).toBe(KEY);
    expect(html.match(/type="radio" name="trusted"/g)?.length).toBe(2);
    expect(newsroom.server.loginAttempts).toBe(0);
  });

  it('says which way to replace files works, where the chosen one does not', async () => {
    const newsroom = new Newsroom({ renameOver: 'refused' });
    const { text } = await tested(newsroom, filledIn({ ...TRUSTED, password: PASSWORD }));
    expect(text).toContain('What works: Delete, then rename.');
    expect(text).toMatch(/Delete, then rename ✓ works on this server/);
  });

  it('warns of a file that is not ours', async () => {
    const newsroom = new Newsroom();
    newsroom.server.files.set('/backup/planung/Themenplanung.xlsx', new Uint8Array([1]));
    const { text } = await tested(newsroom, filledIn({ ...TRUSTED, password: PASSWORD }));
    expect(text).toContain('“Themenplanung.xlsx” is there already');
  });
});

describe('a test of FTPS', () => {
  const FTPS = { protocol: 'ftp', tlsMode: 'explicit', host: 'ftp.abendblatt.example', port: 21 } as const;
  const fields = (changes: Fields = {}) =>
    filledIn({ protocol: 'ftps-explicit', address: FTPS.host, password: PASSWORD, ...changes });

  it('offers a certificate for trust that no authority vouches for', async () => {
    const newsroom = new Newsroom({ ...FTPS, identity: aCertificate() });
    const { text, form } = await tested(newsroom, fields());
    expect(text).toContain('stopped at: Secure the connection');
    expect(text).toContain(aCertificate().fingerprint);
    expect(text).toContain('CN=In-memory authority');
    expect(newsroom.server.loginAttempts).toBe(0);
    const again = await tested(newsroom, { ...form, trusted: form.seen ?? '', password: PASSWORD });
    expect(again.text).toContain('The connection works');
  });

  it('asks nothing about a certificate that one vouches for', async () => {
    const newsroom = new Newsroom({ ...FTPS, identity: aCertificate(), vouchedFor: true });
    const { text, form } = await tested(newsroom, fields());
    expect(text).toContain('A public authority vouches for the certificate');
    expect(form.seen).toBe('');
  });

  it('warns of plain FTP', async () => {
    const newsroom = new Newsroom({ ...FTPS, tlsMode: 'none', identity: null });
    const { text } = await tested(newsroom, fields({ protocol: 'ftp' }));
    expect(text).toContain('Without encryption anybody on the way can read the password and the plans.');
    expect(text).toContain('A server without encryption cannot prove who it is.');
  });
});

describe('limits', () => {
  it('stop before an account is locked', async () => {
    const newsroom = new Newsroom();
    const fields = filledIn({ ...TRUSTED, password: 'wrong' });
    for (let n = 0; n < 5; n += 1) await tested(newsroom, fields);
    const { status, text } = await tested(newsroom, fields);
    expect(status).toBe(429);
    expect(text).toContain('One more try could lock the account.');
    expect(newsroom.server.loginAttempts).toBe(5);
  });

  it('stop a scan', async () => {
    const newsroom = new Newsroom();
    for (let n = 0; n < 30; n += 1) await tested(newsroom, filledIn({ address: `host-${n}.example` }));
    const { status, text } = await tested(newsroom, filledIn());
    expect(status).toBe(429);
    expect(text).toContain('There were too many tests in this hour.');
  });
});

describe('in German', () => {
  it('every step reads as German', async () => {
    const { text } = await tested(new Newsroom(), filledIn({ ...TRUSTED, password: 'falsch' }), 'de');
    expect(text).toContain('Der Test kam nicht weiter bei: Anmelden');
    expect(text).toContain('Der Server lehnt die Anmeldung ab.');
  });
});
