import { describe, expect, it } from 'vitest';
import { settingsPage } from '../../../../src/adapters/driving/settings-page/settings-page.ts';
import { Secret } from '../../../../src/application/secret.ts';
import { settingsOf } from '../../../../src/domain/backup-configuration/state.ts';
import { aDestination, aHostKey } from '../../../builders/destination.ts';
import { ABENDBLATT, aSaveRequest, Newsroom, PASSWORD } from '../../../support/newsroom.ts';
import { aPage, contextOf, type Fields, filledIn, formIn, getting, posting, textOf, withOther } from './visitor.ts';

const KEY = aHostKey().fingerprint;
const TRUSTED = { trusted: KEY, seen: KEY, seenAt: 'sftp sftp.abendblatt.example 22' };

const configurationOf = async (newsroom: Newsroom) => {
  const { history } = await newsroom.backup();
  return (await history.configuration(ABENDBLATT.id)).state;
};

const settingsIn = async (newsroom: Newsroom) => settingsOf(await configurationOf(newsroom));

const posted = async (newsroom: Newsroom, path: string, fields: Fields, who = 'anna') => {
  const page = await aPage(newsroom);
  const response = await page(posting(path, fields), contextOf({ administratorId: who, locale: 'en' }));
  const html = await response.text();
  return { status: response.status, html, text: textOf(html), form: formIn(html), response };
};

/** The page that a redirect leads to, with the message that it carries. */
const followed = async (newsroom: Newsroom, response: Response) => {
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const page = await aPage(newsroom);
  const next = await page(getting('', { Cookie: cookie }), contextOf({ locale: 'en' }));
  return { text: textOf(await next.text()), cookies: next.headers.getSetCookie() };
};

const shownForm = async (newsroom: Newsroom) => {
  const page = await aPage(newsroom);
  return formIn(await (await page(getting(), contextOf())).text());
};

describe('setting up', () => {
  it('records what was filled in, and says so once', async () => {
    const newsroom = new Newsroom();
    const { status, response } = await posted(
      newsroom,
      '/save',
      filledIn({ ...TRUSTED, password: PASSWORD, prefix: 'AB-' }),
    );
    expect(status).toBe(303);
    expect(response.headers.get('Location')).toBe('/settings/ftp-backup');
    expect(await settingsIn(newsroom)).toMatchObject({
      destination: aDestination(),
      login: { user: 'redaktion', method: 'password' },
      trustedIdentity: aHostKey(),
      fileNames: { storyPlan: 'AB-Themenplanung.xlsx' },
    });
    const { text, cookies } = await followed(newsroom, response);
    expect(text).toContain('The backup is set up. A mail about it goes to Ben Okafor.');
    expect(cookies.join()).toContain('planning-backup-message=; Path=/settings/ftp-backup; Max-Age=0');
  });

  it('takes a whole address into the fields', async () => {
    const newsroom = new Newsroom();
    const address = 'sftp://redaktion@sftp.abendblatt.example:22/backup/planung';
    const fields = filledIn({ ...TRUSTED, address, directory: '', user: '', password: PASSWORD });
    expect((await posted(newsroom, '/save', fields)).status).toBe(303);
    expect(await settingsIn(newsroom)).toMatchObject({ destination: aDestination(), login: { user: 'redaktion' } });
  });

  it.each<[string, Fields, RegExp, string]>([
    ['no address', { address: '' }, /The address of the server is missing/, 'pb-address-problem'],
    ['an odd host', { address: '127.1' }, /neither the name of a server nor an IP address/, 'pb-address-problem'],
    ['a port beyond', { port: '70000' }, /The port is no number from 1 to 65535/, 'pb-port-problem'],
    ['a path upwards', { directory: '/a/../b' }, /has a part that is/, 'pb-directory-problem'],
    ['no user', { user: '' }, /The user name is empty/, 'pb-user-problem'],
    ['no password', { password: '' }, /The password is missing/, 'pb-password-problem'],
    ['a host key not trusted', { trusted: '' }, /not trusted yet/, 'pb-trusted-problem'],
    ['an odd prefix', { prefix: 'a b' }, /prefix of the file names/, 'pb-prefix-problem'],
    ['no key', { method: 'private-key' }, /The password is missing/, 'pb-privateKey-problem'],
    [
      'a public key',
      { method: 'private-key', privateKey: 'ssh-ed25519 AAAA' },
      /no private key/,
      'pb-privateKey-problem',
    ],
    ['a passphrase alone', { method: 'private-key', passphrase: 'x' }, /but no private key/, 'pb-privateKey-problem'],
    ['a password of two lines', { password: 'a\nb' }, /cannot be sent/, 'pb-password-problem'],
  ])('says what is wrong where it is: %s', async (_, changes, problem, id) => {
    const newsroom = new Newsroom();
    const fields = filledIn({ ...TRUSTED, password: PASSWORD, ...changes });
    const { status, html, text, form } = await posted(newsroom, '/save', fields);
    expect(status).toBe(422);
    expect(text).toMatch(problem);
    expect(html).toContain(`id="${id}"`);
    expect((await configurationOf(newsroom)).status).toBe('not-set-up');
    const { password: _p, privateKey: _k, passphrase: _s, trusted: _t, seen: _n, seenAt: _a, ...kept } = fields;
    const { password: _p2, passphrase: _s2, trusted: _t2, seen: _n2, seenAt: _a2, ...shown } = form;
    expect(shown).toEqual(kept);
  });

  it.each(['ftp://anna:Kanarienvogel-7@sftp.abendblatt.example/x', 'anna:Kanarienvogel-7@sftp.abendblatt.example'])(
    'clears an address with a password, and does not show it again: %s',
    async (address) => {
      for (const path of ['/save', '/test']) {
        const { status, html, text, form } = await posted(new Newsroom(), path, filledIn({ ...TRUSTED, address }));
        expect(status).toBe(422);
        expect(text).toContain('The address held a password and was cleared.');
        expect(form.address).toBe('');
        expect(html).not.toContain(PASSWORD);
      }
    },
  );

  it('takes a private key, with LF at the ends of its lines', async () => {
    const newsroom = new Newsroom();
    const privateKey = '-----BEGIN OPENSSH PRIVATE KEY-----\r\nAAAA\r\n-----END OPENSSH PRIVATE KEY-----\r\n';
    const fields = filledIn({ ...TRUSTED, method: 'private-key', privateKey, passphrase: 'p' });
    expect((await posted(newsroom, '/save', fields)).status).toBe(303);
    const settings = await settingsIn(newsroom);
    expect(settings?.login.method).toBe('private-key');
    const opened = await newsroom.secretStore.open(settings?.login.secretId ?? '', {
      ...{ organisationId: ABENDBLATT.id, protocol: 'sftp', tlsMode: 'none', host: 'sftp.abendblatt.example' },
      ...{ port: 22, user: 'redaktion', trustedIdentity: aHostKey() },
    });
    expect(opened.method === 'private-key' && opened.privateKey.reveal()).toBe(
      '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n',
    );
  });
});

describe('changing', () => {
  it('keeps the stored password where nothing it is bound to changed', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const { status } = await posted(newsroom, '/save', { ...(await shownForm(newsroom)), directory: 'elsewhere' });
    expect(status).toBe(303);
    expect((await settingsIn(newsroom))?.destination.directory).toBe('/elsewhere');
  });

  it.each<[string, Fields]>([
    ['the host', { address: 'other.abendblatt.example' }],
    ['the port', { port: '2222' }],
    ['the user', { user: 'other' }],
    ['the protocol', { protocol: 'ftps-explicit' }],
  ])('asks for the password again with another one of: %s', async (_, changes) => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const server = { address: 'sftp.abendblatt.example', port: '', ...changes };
    const seenAt = `${changes.protocol ?? 'sftp'} ${server.address} ${server.port === '' ? '22' : server.port}`;
    const form = { ...(await shownForm(newsroom)), seen: KEY, seenAt, trusted: KEY };
    const { status, html } = await posted(newsroom, '/save', { ...form, ...changes });
    expect(status).toBe(422);
    expect(html).toContain('id="pb-password-problem"');
    expect((await configurationOf(newsroom)).version).toBe(3);
  });

  it('forgets the fingerprint of another server', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const form = { ...(await shownForm(newsroom)), address: 'other.abendblatt.example', password: PASSWORD };
    const { status, html, form: shown } = await posted(newsroom, '/save', form);
    expect(status).toBe(422);
    expect(shown.trusted).toBeUndefined();
    expect(html).toContain('id="pb-trusted-problem"');
  });

  it('says where old files remain, once there are some', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    await newsroom.run();
    const { response } = await posted(newsroom, '/save', { ...(await shownForm(newsroom)), directory: '/elsewhere' });
    const { text } = await followed(newsroom, response);
    const place = 'sftp://sftp.abendblatt.example/backup/planung';
    expect(text).toContain(`Themenplanung.xlsx and Terminplanung.xlsx written before remain at ${place}`);
    expect(text).toContain('No: there is no file at the destination yet.');
  });

  it('records nothing where nothing differs, and says so', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const { response } = await posted(newsroom, '/save', await shownForm(newsroom));
    expect((await followed(newsroom, response)).text).toContain('so nothing was changed');
    expect((await configurationOf(newsroom)).version).toBe(3);
  });

  it('ignores a prefix, which counts at set-up only', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const { status } = await posted(newsroom, '/save', { ...(await shownForm(newsroom)), prefix: 'x' });
    expect(status).toBe(303);
  });

  it('says it if the log cannot be written, with all that was typed', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const form = { ...(await shownForm(newsroom)), directory: '/typed' };
    const backup = await newsroom.backup();
    const unavailable = { outcome: 'unavailable', what: 'event log' } as const;
    const page = settingsPage(
      { ...backup, configuring: withOther(backup.configuring, { save: async () => unavailable }) },
      newsroom.directory,
      { clock: newsroom.clock },
    );
    const response = await page(posting('/save', form), contextOf());
    expect(response.status).toBe(503);
    expect(formIn(await response.text())).toMatchObject({ directory: '/typed' });
  });
});

describe('a form that somebody else has overtaken', () => {
  const overtaken = async (theirs: Parameters<typeof aSaveRequest>[0], typed: Fields) => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const form = await shownForm(newsroom);
    const { configuring } = await newsroom.backup();
    await configuring.save(aSaveRequest({ actorId: 'ben', credential: null, ...theirs }));
    return { newsroom, ...(await posted(newsroom, '/save', { ...form, ...typed })) };
  };

  it('is not saved, and says who changed what', async () => {
    const { newsroom, status, text } = await overtaken({ replacement: 'overwrite' }, { directory: '/elsewhere' });
    expect(status).toBe(409);
    expect(text).toContain('Ben Okafor changed the settings while you had this page open:');
    expect(text).toMatch(/replacing files: .* → overwrite/);
    expect((await settingsIn(newsroom))?.destination.directory).toBe('/backup/planung');
  });

  it('keeps both: what was typed, and what came in; and is saved at the second try', async () => {
    const { newsroom, form } = await overtaken({ replacement: 'overwrite' }, { directory: '/elsewhere' });
    expect(form).toMatchObject({ directory: '/elsewhere', replacement: 'overwrite', expectedVersion: '5' });
    expect((await posted(newsroom, '/save', form)).status).toBe(303);
    expect(await settingsIn(newsroom)).toMatchObject({
      replacement: 'overwrite',
      destination: { directory: '/elsewhere' },
    });
  });

  it('shows the other value where both changed the same', async () => {
    const theirs = { destination: aDestination({ directory: '/theirs' }) };
    const { form, text } = await overtaken(theirs, { directory: '/mine' });
    expect(form.directory).toBe('/mine');
    expect(text).toContain('Meanwhile saved by somebody else: /theirs');
  });

  it('asks for a secret again, which it does not keep', async () => {
    const { html, form } = await overtaken({ replacement: 'overwrite' }, { password: PASSWORD });
    expect(form.password).toBe('');
    expect(html).not.toContain(PASSWORD);
    expect(html).toContain('Please enter it once more');
  });

  it('is a set-up again where the backup was removed meanwhile', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const form = { ...(await shownForm(newsroom)), directory: '/mine' };
    const { configuring } = await newsroom.backup();
    await configuring.remove({ organisationId: ABENDBLATT.id, actorId: 'ben', requestId: null, expectedVersion: null });
    const { status, form: shown, text } = await posted(newsroom, '/save', form);
    expect(status).toBe(409);
    expect(text).toContain('backup removed');
    expect(shown).toMatchObject({ address: 'sftp.abendblatt.example', directory: '/mine', user: 'redaktion' });
    expect(shown.trusted).toBeUndefined();
  });

  it('is met by both of two who set up at once', async () => {
    const newsroom = new Newsroom();
    const form = filledIn({ ...TRUSTED, directory: '/mine', password: PASSWORD });
    await newsroom.setUp({ credential: { method: 'password', password: new Secret('theirs') } });
    const { status, form: shown, text } = await posted(newsroom, '/save', form);
    expect(status).toBe(409);
    expect(shown).toMatchObject({ directory: '/mine', expectedVersion: '3' });
    expect(text).toContain('Meanwhile saved by somebody else: /backup/planung');
  });
});

describe('pausing, resuming and removing', () => {
  it.each([
    ['/pause', 'The backup is paused.'],
    ['/remove', 'The backup is removed, and the stored password is destroyed.'],
  ])('%s', async (path, said) => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const { status, response } = await posted(newsroom, path, { expectedVersion: '3' });
    expect(status).toBe(303);
    expect((await followed(newsroom, response)).text).toContain(said);
  });

  it('/resume', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    await posted(newsroom, '/pause', { expectedVersion: '3' });
    const { response } = await posted(newsroom, '/resume', { expectedVersion: '5' });
    expect((await followed(newsroom, response)).text).toContain('The backup goes on.');
    expect((await configurationOf(newsroom)).status).toBe('active');
  });

  it('asks before it removes, and says what stays where', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    await newsroom.run();
    const page = await aPage(newsroom);
    const text = textOf(await (await page(getting('/remove'), contextOf({ locale: 'en' }))).text());
    expect(text).toContain('Remove the backup?');
    expect(text).toContain(
      'Themenplanung.xlsx and Terminplanung.xlsx stay at sftp://sftp.abendblatt.example/backup/planung',
    );
    expect(text).toContain('A mail about it goes to Ben Okafor.');
    expect((await configurationOf(newsroom)).status).toBe('active');
  });

  it.each(['/pause', '/resume', '/remove'])('does nothing from a page that is overtaken: %s', async (path) => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const { status, text } = await posted(newsroom, path, { expectedVersion: '2' });
    expect(status).toBe(409);
    expect(text).toContain('Anna Weber changed the settings while you had this page open:');
    expect((await configurationOf(newsroom)).version).toBe(3);
  });

  it.each(['/pause', '/resume', '/remove'])('does nothing where nothing is set up: %s', async (path) => {
    const { status, text } = await posted(new Newsroom(), path, { expectedVersion: '0' });
    expect(status).toBe(422);
    expect(text).toContain('No backup is set up');
  });
});

describe('what no form of ours sends', () => {
  it.each<[string, string, Fields]>([
    ['no version', '/save', { expectedVersion: '' }],
    ['a version that is none', '/save', { expectedVersion: '-1' }],
    ['a version in words', '/pause', { expectedVersion: 'three' }],
    ['an unknown protocol', '/save', { protocol: 'gopher' }],
    ['an unknown way to replace', '/test', { replacement: 'hope' }],
    ['an unknown method', '/test', { method: 'smile' }],
  ])('is refused as a whole: %s', async (_, path, changes) => {
    const { status, text } = await posted(
      new Newsroom(),
      path,
      filledIn({ ...TRUSTED, password: PASSWORD, ...changes }),
    );
    expect(status).toBe(422);
    expect(text).toContain('The form could not be read.');
  });
});
