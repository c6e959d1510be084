import { beforeEach, describe, expect, it } from 'vitest';
import { filterOf } from '../../../../src/adapters/driving/settings-page/history/filter.ts';
import { aDestination } from '../../../builders/destination.ts';
import { ABENDBLATT, aNightRequest, aSaveRequest, Newsroom } from '../../../support/newsroom.ts';
import { aPage, contextOf, getting, posting, textOf } from './visitor.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let newsroom: Newsroom;

/** Always at 00:30 in Berlin: set up on 25 November, moved on the 26th, a pause rejected on the 27th, a night on the 28th. */
beforeEach(async () => {
  newsroom = new Newsroom();
  await newsroom.setUp();
  await newsroom.clock.advance(DAY);
  const { configuring, notifying, nights } = await newsroom.backup();
  const moved = await configuring.save(
    aSaveRequest({
      actorId: 'ben',
      requestId: 'req-2',
      credential: null,
      destination: aDestination({ directory: '/elsewhere' }),
    }),
  );
  if (moved.outcome === 'changed') await notifying.notifyOf(ABENDBLATT.id, moved.changeId);
  await newsroom.clock.advance(DAY);
  await configuring.pause({ ...aSaveRequest(), actorId: 'eve' });
  await newsroom.clock.advance(DAY);
  await nights.run(aNightRequest());
});

const html = async (query = '', locale: 'de' | 'en' = 'en'): Promise<string> =>
  (await (await aPage(newsroom))(getting(`/history${query}`), contextOf({ locale }))).text();
const text = async (query = '', locale: 'de' | 'en' = 'en'): Promise<string> => textOf(await html(query, locale));

/** Which entries a table shows, by their versions; `–` for what was tried only. */
const versions = async (query: string): Promise<readonly string[]> =>
  [...(await html(query)).matchAll(/<th scope="rowgroup"[^>]*>([^<]*)</g)].map(([, version = '']) => version);

describe('the history page', () => {
  it('shows every change and attempt, latest first, with before and after, and who was told', async () => {
    expect(await versions('')).toEqual(['–', '–', '5', '3']);
    const shown = await text();
    expect(shown).toMatch(/the operator \(operator\) stored password or key used for a night/);
    expect(shown).toMatch(/eve \(no administrator\) .*pausing rejected ActorNotAnAdministrator: /);
    expect(shown).toMatch(
      /5 26 Nov 2026, 00:30 Ben Okafor \(ben\) .*req-2 destination .*\/backup\/planung .*\/elsewhere Mail to Anna Weber \(anna\): sent 26 Nov 2026/,
    );
  });

  it('is linked from the settings, and leads back', async () => {
    const page = await aPage(newsroom);
    expect(await (await page(getting(), contextOf())).text()).toContain('href="/settings/ftp-backup/history"');
    expect(await html()).toContain('href="/settings/ftp-backup"');
  });

  it('quotes version and head of the settings, as the mails do', async () => {
    const { end } = await (await newsroom.backup()).history.configuration(ABENDBLATT.id);
    expect(await html()).toContain(`<code>5:${(end as { head: string }).head}</code>`);
  });

  it.each<[string, readonly string[]]>([
    ['?show=changes', ['5', '3']],
    ['?show=attempts', ['–']],
    ['?show=uses', ['–']],
    ['?show=nonsense', ['–', '–', '5', '3']],
    ['?q=ELSEWHERE', ['5']],
    ['?q=ben+okafor', ['5', '3']],
    ['?q=req-2', ['5']],
    ['?q=nowhere', []],
    ['?from=2026-11-26', ['–', '–', '5']],
    ['?to=2026-11-25', ['3']],
    ['?from=2026-11-26&to=2026-11-26&show=all', ['5']],
    ['?from=2026-11-31', ['–', '–', '5', '3']],
  ])('filters by %s', async (query, expected) => {
    expect(await versions(query)).toEqual(expected);
  });

  it('says where a day or moment is none, and shows the filter as it was typed', async () => {
    expect(await text('?from=2026-11-31')).toContain('There is no such day or moment.');
    expect(await html('?q=%22%3E%3Cb%3E')).not.toContain('<b>');
    expect(await html('?q=ben&show=changes&from=2026-11-25')).toMatch(
      /value="ben".*<option value="changes" selected.*value="2026-11-25"/s,
    );
  });

  it('is in German too', async () => {
    const shown = await text('', 'de');
    expect(shown).toContain('Verlauf des Backups');
    expect(shown).toContain('eve (kein Administrator)');
    expect(shown).toMatch(/4 Einträge, die neuesten zuerst, Zeiten in Europe\/Berlin/);
  });

  it('shows who has left as such', async () => {
    newsroom.directory.set({ ...ABENDBLATT, administrators: ABENDBLATT.administrators.slice(0, 1) });
    expect(await text()).toContain('ben (no longer an administrator)');
  });

  it('is printed without what only a screen is for', async () => {
    const page = await aPage(newsroom);
    const style = /assets\/settings-page-[0-9a-f]+\.css/.exec(await html())?.[0] ?? '';
    const css = await (await page(getting(`/${style}`), contextOf())).text();
    expect(css).toMatch(/@media print \{\s*\.planning-backup \.pb-screen[^}]*display: none/);
    expect(await html()).toMatch(/<form class="pb-filter pb-screen"/);
  });

  it('is for administrators of this organisation, by reading it only', async () => {
    const page = await aPage(newsroom);
    expect((await page(getting('/history'), contextOf({ administratorId: 'eve' }))).status).toBe(403);
    expect((await page(getting('/history'), contextOf({ organisationId: 'morgenpost' }))).status).toBe(403);
    const posted = await page(posting('/history', {}), contextOf());
    expect([posted.status, posted.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('of an organisation without a backup is empty', async () => {
    newsroom = new Newsroom();
    expect(await text()).toContain('There is nothing of the kind.');
  });
});

describe('the settings at one moment', () => {
  it('are shown with the nights under them', async () => {
    const then = await text('?at=2026-11-25T12:00');
    expect(then).toMatch(/The backup as it stood: 25 Nov 2026, 12:00/);
    expect(then).toMatch(
      /Version 3:[0-9a-f]{64} Since 25 Nov 2026, 00:30 , Anna Weber \(anna\) Until 26 Nov 2026, 00:30/,
    );
    expect(then).toContain('/backup/planung');
    expect(then).toContain('There was no night under these settings.');
    const now = await text('?at=2026-11-30T12:00');
    expect(now).toMatch(/Until not changed since .*\/elsewhere/);
    expect(now).toMatch(/Nights under these settings Sat,? 28 November : Delivered, 28 Nov 2026, 00:30/);
  });

  it('were none before the first change', async () => {
    expect(await text('?at=2020-01-01T00:00')).toContain('No backup was set up then.');
  });

  it('hold what happened within the minute that a browser gives', () => {
    const at = (typed: string) => String(filterOf(new URLSearchParams({ at: typed }), 'Europe/Berlin').atInstant);
    expect(at('2026-11-24T21:30')).toBe('2026-11-24T20:30:59.999Z');
    expect(at('2026-11-24T21:30:10')).toBe('2026-11-24T20:30:10Z');
    expect(filterOf(new URLSearchParams({ at: 'now' }), 'Europe/Berlin')).toMatchObject({
      atInstant: null,
      isMalformed: true,
    });
  });
});
