import { describe, expect, it } from 'vitest';
import { settingsPage } from '../../../../src/adapters/driving/settings-page/settings-page.ts';
import { AlteredHistory, EventLogUnavailable } from '../../../../src/application/ports/event-log.ts';
import { aDestination } from '../../../builders/destination.ts';
import { ABENDBLATT, aSaveRequest, Newsroom } from '../../../support/newsroom.ts';
import { aPage, contextOf, getting, posting, textOf, withOther } from './visitor.ts';

const HOUR = 3_600_000;

const shown = async (newsroom: Newsroom, path = '', locale: 'de' | 'en' = 'en') => {
  const page = await aPage(newsroom);
  return textOf(await (await page(getting(path), contextOf({ locale }))).text());
};

describe('the page', () => {
  it('is in the language of its reader', async () => {
    const page = await aPage(new Newsroom());
    const languageFor = async (changes: Parameters<typeof contextOf>[0]) => {
      const response = await page(getting(), contextOf(changes));
      return [response.headers.get('Content-Language'), /<html lang="(..)"/.exec(await response.text())?.[1]];
    };
    expect(await languageFor({ administratorId: 'anna' })).toEqual(['de', 'de']);
    expect(await languageFor({ administratorId: 'ben' })).toEqual(['en', 'en']);
    expect(await languageFor({ administratorId: 'ben', locale: 'de' })).toEqual(['de', 'de']);
  });

  it('is a whole document, or the section alone', async () => {
    const page = await aPage(new Newsroom());
    const whole = await (await page(getting(), contextOf())).text();
    const section = await (await page(getting('?fragment'), contextOf())).text();
    expect(whole).toMatch(/^<!doctype html><html lang="de">/);
    expect(section).toMatch(/^<section class="planning-backup".*<\/section>$/s);
  });

  it('answers HEAD as GET, without a body', async () => {
    const page = await aPage(new Newsroom());
    const response = await page(new Request(getting().url, { method: 'HEAD' }), contextOf());
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it('lies at the root of a host too', async () => {
    const page = await aPage(new Newsroom());
    const request = new Request('https://planning.example/');
    const html = await (await page(request, contextOf({ basePath: '' }))).text();
    expect(html).toContain('action="/save#planning-backup"');
    const removing = await page(new Request('https://planning.example/remove'), contextOf({ basePath: '' }));
    expect(removing.status).toBe(200);
  });

  it('does not answer for what lies beside it', async () => {
    const page = await aPage(new Newsroom());
    for (const path of ['https://planning.example/settings', 'https://planning.example/settings/ftp-backup-2'])
      expect((await page(new Request(path), contextOf())).status).toBe(404);
  });
});

describe('what is so now', () => {
  it('says how old the files on the server are', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    await newsroom.run();
    await newsroom.clock.advance(9 * HOUR);
    expect(await shown(newsroom)).toContain('Story plan 9 hours ago ( as of 25 Nov 2026, 00:30 , 0 rows)');
    expect(await shown(newsroom, '', 'de')).toContain(
      'Themenplanung vor 9 Stunden ( Stand 25.11.2026, 00:30 , 0 Zeilen)',
    );
    expect(await shown(newsroom)).toContain('Wed 25 November ✓ Delivered');
  });

  it('warns of files that grow old', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    await newsroom.run();
    await newsroom.clock.advance(28 * HOUR);
    expect(await shown(newsroom)).toContain('both are up to date');
    await newsroom.clock.advance(HOUR);
    const text = await shown(newsroom);
    expect(text).toContain('both files are out of date. They are of the night of Wed 25 November.');
    expect(text).toContain('No backup ran last night. It should have been there by 05:30.');
  });

  it('says what failed in a night, and how to mend it, without words of the command line', async () => {
    const newsroom = new Newsroom({ renameOver: 'refused' });
    await newsroom.setUp();
    await newsroom.run();
    await newsroom.run();
    const text = await shown(newsroom);
    expect(text).toContain('✗ Failed');
    expect(text).toContain('was delivered, and failed when it was repeated');
    expect(text).toContain('choose another way to replace files');
    expect(text).not.toMatch(/--[a-z]/);
    // The first attempt's files are there still.
    expect(text).toContain('Story plan this minute ( as of 25 Nov 2026, 00:30 , 0 rows)');
  });

  it('warns of what is chosen to be less than safe, and of a pause', async () => {
    const newsroom = new Newsroom();
    const destination = aDestination({ protocol: 'ftp', port: 21 });
    await newsroom.setUp({ destination, trustedIdentity: null, replacement: 'overwrite' });
    const { configuring } = await newsroom.backup();
    await configuring.pause({ organisationId: ABENDBLATT.id, actorId: 'ben', requestId: null, expectedVersion: null });
    const text = await shown(newsroom);
    expect(text).toContain('The connection is not encrypted.');
    expect(text).toContain('Files are overwritten in place.');
    expect(text).toContain('The backup is paused.');
    expect(text).toContain('Resume');
    expect(text).not.toContain('Back up now');
  });
});

describe('the latest changes', () => {
  it('say who, when, what from and to, and who was told', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const { configuring, notifying } = await newsroom.backup();
    const destination = aDestination({ directory: '/elsewhere' });
    const changed = await configuring.save(aSaveRequest({ destination, credential: null, actorId: 'ben' }));
    if (changed.outcome === 'changed') await notifying.notifyOf(ABENDBLATT.id, changed.changeId);
    const text = await shown(newsroom);
    expect(text).toMatch(
      /Ben Okafor , 25 Nov 2026, 00:30 destination: sftp:\/\/sftp.abendblatt.example\/backup\/planung → becomes sftp:\/\/sftp.abendblatt.example\/elsewhere/,
    );
    expect(text).toContain('Mail to Anna Weber: sent 25 Nov 2026, 00:30');
    expect(text).toContain('Mail to Ben Okafor: waiting');
  });

  it('name whoever has left by what is left: an id', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp({ actorId: 'ben' });
    newsroom.directory.set({ ...ABENDBLATT, administrators: [ABENDBLATT.administrators[0]] });
    expect(await shown(newsroom)).toContain('ben (has left the organisation)');
  });

  it('say it if a mail was given up', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    newsroom.mailer.refusal = 'mail-server-unavailable';
    const { history, notifying } = await newsroom.backup();
    const [change] = await history.changes(ABENDBLATT.id);
    for (let tries = 0; tries < 30; tries += 1) {
      await notifying.notifyOf(ABENDBLATT.id, change?.changeId ?? '');
      await newsroom.clock.advance(6 * HOUR);
    }
    const text = await shown(newsroom);
    expect(text).toMatch(/Mail to Ben Okafor: given up/);
    expect(text).toContain('The mail about a change did not reach Ben Okafor.');
  });

  it('are five, and the rest is counted', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const { configuring } = await newsroom.backup();
    const by = { organisationId: ABENDBLATT.id, actorId: 'ben', requestId: null, expectedVersion: null };
    for (let n = 0; n < 3; n += 1) {
      await configuring.pause(by);
      await configuring.resume(by);
    }
    expect(await shown(newsroom)).toContain('2 earlier changes are in the full history.');
  });
});

describe('backing up now', () => {
  const backedUp = async (newsroom: Newsroom, patience?: number) => {
    const page = await aPage(newsroom, patience === undefined ? {} : { patience });
    const response = await page(posting('/back-up', { expectedVersion: '3' }), contextOf({ locale: 'en' }));
    const cookie = response.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const next = await page(getting('', { Cookie: cookie }), contextOf({ locale: 'en' }));
    return { status: response.status, text: textOf(await response.text()), next: textOf(await next.text()) };
  };

  it('puts both files there, and says so', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const { status, next } = await backedUp(newsroom);
    expect(status).toBe(303);
    expect(next).toContain('Both files are on your server.');
    expect(Object.keys(newsroom.files())).toEqual(['Themenplanung.xlsx', 'Terminplanung.xlsx']);
    const { history } = await newsroom.backup();
    expect((await history.nights(ABENDBLATT.id)).length).toBe(1);
  });

  it('says it where it failed', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp({ destination: aDestination({ directory: '/nowhere' }) });
    expect((await backedUp(newsroom)).next).toContain('The files could not be written to your server.');
  });

  it('does not keep a reader waiting', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    newsroom.server.plan({ on: 'connect', server: 'stays-silent' });
    const { status, next } = await backedUp(newsroom, 5);
    expect(status).toBe(303);
    expect(next).toContain('The backup is running.');
    expect(next).toContain('… Running');
    await newsroom.clock.advance(HOUR);
  });

  it.each([
    ['nothing is set up', false, 'No backup is set up'],
    ['it is paused', true, 'is paused. Resume it first.'],
  ])('is refused where %s', async (_, isSetUp, said) => {
    const newsroom = new Newsroom();
    if (isSetUp) {
      await newsroom.setUp();
      const { configuring } = await newsroom.backup();
      await configuring.pause({
        organisationId: 'abendblatt',
        actorId: 'anna',
        requestId: null,
        expectedVersion: null,
      });
    }
    const { status, text } = await backedUp(newsroom);
    expect(status).toBe(409);
    expect(text).toContain(said);
  });
});

describe('where there is no page', () => {
  it.each<[number, () => Request]>([
    [404, () => getting('/elsewhere')],
    [405, () => getting('/save')],
    [405, () => getting('/back-up')],
    [405, () => posting('', {})],
    [405, () => new Request(getting('/save').url, { method: 'DELETE' })],
    [413, () => posting('/save', { address: 'a'.repeat(66_000) })],
    [
      415,
      () =>
        new Request(getting('/save').url, {
          method: 'POST',
          body: '{}',
          headers: { 'Content-Type': 'application/json' },
        }),
    ],
  ])('it says why, in the language of its reader: %i', async (status, request) => {
    for (const [locale, back] of [
      ['de', 'Zurück zu den Einstellungen'],
      ['en', 'Back to the settings'],
    ] as const) {
      const page = await aPage(new Newsroom());
      const response = await page(request(), contextOf({ locale }));
      expect(response.status).toBe(status);
      expect(response.headers.get('Content-Language')).toBe(locale);
      expect(textOf(await response.text())).toContain(back);
    }
  });

  it('says which methods there are', async () => {
    const page = await aPage(new Newsroom());
    expect((await page(getting('/save'), contextOf())).headers.get('Allow')).toBe('POST');
    expect((await page(posting('', {}), contextOf())).headers.get('Allow')).toBe('GET, HEAD');
  });

  it('reads no more of a form than a form may have', async () => {
    const page = await aPage(new Newsroom());
    let read = 0;
    const body = new ReadableStream({
      pull: (controller) => {
        read += 1;
        if (read > 1_000) throw new Error('read on and on');
        controller.enqueue(new Uint8Array(10_000).fill(97));
      },
    });
    const headers = {
      ...Object.fromEntries(posting('/save', {}).headers),
      'Content-Type': 'application/x-www-form-urlencoded',
    };
    const init = { method: 'POST', body, headers, duplex: 'half' } as RequestInit;
    const response = await page(new Request(getting('/save').url, init), contextOf());
    expect(response.status).toBe(413);
    expect(read).toBeLessThan(12);
  });

  it.each([
    ['the directory cannot be read', 503, 'cannot be read or changed at the moment', 0],
    ['the log cannot be read', 503, 'cannot be read or changed at the moment', 0],
    ['the history was altered', 503, 'was altered outside this software', 1],
    ['there is a bug', 500, 'Something went wrong on our side', 1],
  ])('says it if %s', async (name, status, said, faults) => {
    const newsroom = new Newsroom();
    const error = {
      'the log cannot be read': new EventLogUnavailable('not now'),
      'the history was altered': new AlteredHistory('at event 7'),
      'there is a bug': new Error('a bug'),
    }[name];
    if (error === undefined) newsroom.directory.setAvailable(false);
    const backup = await newsroom.backup();
    const fail = () => (error === undefined ? backup.history.configuration('abendblatt') : Promise.reject(error));
    const told: unknown[] = [];
    const history = withOther(backup.history, { configuration: fail });
    const page = settingsPage({ ...backup, history }, newsroom.directory, {
      clock: newsroom.clock,
      onFault: (fault) => told.push(fault),
    });
    const response = await page(getting(), contextOf({ locale: 'en' }));
    expect(response.status).toBe(status);
    expect(textOf(await response.text())).toContain(said);
    expect(told.length).toBe(faults);
  });
});
