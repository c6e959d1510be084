import { describe, expect, it } from 'vitest';
import type { SettingsPage } from '../../../../src/adapters/driving/settings-page/settings-page.ts';
import { ABENDBLATT, Newsroom } from '../../../support/newsroom.ts';
import { aPage, contextOf, getting, ORIGIN, posting } from './visitor.ts';

interface Form {
  readonly cookie: string;
  readonly token: string;
}

const PAUSE = { expectedVersion: '3' };

const setUp = async (): Promise<{ page: SettingsPage; newsroom: Newsroom }> => {
  const newsroom = new Newsroom();
  await newsroom.setUp();
  return { page: await aPage(newsroom), newsroom };
};

/** A token and its cookie, as a browser gets them with the page. */
const formOf = async (page: SettingsPage, administratorId = 'anna'): Promise<Form> => {
  const response = await page(getting(), contextOf({ administratorId }));
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const token = /name="token" value="([^"]+)"/.exec(await response.text())?.[1] ?? '';
  return { cookie, token };
};

const isPaused = async (newsroom: Newsroom): Promise<boolean> => {
  const { history } = await newsroom.backup();
  return (await history.configuration(ABENDBLATT.id)).state.status === 'paused';
};

const SAME = 'same-origin';

describe('a form from another site does nothing', () => {
  it.each<[string, Record<string, string>]>([
    ['another site, and the browser says so', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }],
    ['a sibling site', { 'Sec-Fetch-Site': 'same-site', Origin: 'https://evil.planning.example' }],
    ['nowhere, such as an address typed in', { 'Sec-Fetch-Site': 'none' }],
    [
      'another origin, although the site is said to be ours',
      { 'Sec-Fetch-Site': SAME, Origin: 'https://evil.example' },
    ],
    ['an origin that hides', { 'Sec-Fetch-Site': SAME, Origin: 'null' }],
    ['our host by another scheme', { 'Sec-Fetch-Site': SAME, Origin: 'http://planning.example' }],
    ['our host at another port', { 'Sec-Fetch-Site': SAME, Origin: 'https://planning.example:8443' }],
    ['a browser that says only the site', { 'Sec-Fetch-Site': SAME }],
    ['a browser that says only the origin', { Origin: ORIGIN }],
    ['a browser that says nothing', {}],
  ])('%s', async (_, headers) => {
    const { page, newsroom } = await setUp();
    const response = await page(posting('/pause', PAUSE, headers), contextOf());
    expect(response.status).toBe(403);
    expect(await isPaused(newsroom)).toBe(false);
  });

  it.each<[string, Record<string, string>]>([
    ['another site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }],
    ['another site that names no origin', { 'Sec-Fetch-Site': 'cross-site' }],
    ['another site that names our origin', { 'Sec-Fetch-Site': 'cross-site', Origin: ORIGIN }],
    ['another origin', { Origin: 'https://evil.example' }],
  ])('even with a token: %s', async (_, headers) => {
    const { page, newsroom } = await setUp();
    const { cookie, token } = await formOf(page);
    const request = posting('/pause', { ...PAUSE, token }, { ...headers, Cookie: cookie });
    expect((await page(request, contextOf())).status).toBe(403);
    expect(await isPaused(newsroom)).toBe(false);
  });
});

describe('a form of our own is taken', () => {
  it('from a browser that says where it comes from', async () => {
    const { page, newsroom } = await setUp();
    expect((await page(posting('/pause', PAUSE), contextOf())).status).toBe(303);
    expect(await isPaused(newsroom)).toBe(true);
  });

  it('from an old browser, with token and cookie', async () => {
    const { page, newsroom } = await setUp();
    const { cookie, token } = await formOf(page);
    const request = posting('/pause', { ...PAUSE, token }, { Cookie: cookie });
    expect((await page(request, contextOf())).status).toBe(303);
    expect(await isPaused(newsroom)).toBe(true);
  });

  it('behind a proxy that changes the origin, where the host names it', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const page = await aPage(newsroom, { origins: ['https://outside.example'] });
    const headers = { 'Sec-Fetch-Site': SAME, Origin: 'https://outside.example' };
    expect((await page(posting('/pause', PAUSE, headers), contextOf())).status).toBe(303);
    expect((await page(posting('/pause', PAUSE), contextOf())).status).toBe(403);
  });
});

describe('a token is good for one administrator and one cookie', () => {
  it.each<[string, (form: Form, other: Form) => [string, string]]>([
    ['without its cookie', ({ token }) => [token, '']],
    ['with another cookie', ({ token }, other) => [token, other.cookie]],
    ["with another administrator's token", ({ cookie }, other) => [other.token, cookie]],
    ["with another administrator's token and cookie", (_, other) => [other.token, other.cookie]],
    ['changed by a letter', ({ token, cookie }) => [`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, cookie]],
    ['empty', ({ cookie }) => ['', cookie]],
  ])('%s', async (_, mix) => {
    const { page, newsroom } = await setUp();
    const [token, cookie] = mix(await formOf(page), await formOf(page, 'ben'));
    const request = posting('/pause', { ...PAUSE, token }, { Cookie: cookie });
    expect((await page(request, contextOf())).status).toBe(403);
    expect(await isPaused(newsroom)).toBe(false);
  });

  it('and for all instances that share the key', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const forgeryKey = new Uint8Array(32).fill(7);
    const [one, other] = [await aPage(newsroom, { forgeryKey }), await aPage(newsroom, { forgeryKey })];
    const { cookie, token } = await formOf(one);
    const request = () => posting('/pause', { ...PAUSE, token }, { Cookie: cookie });
    expect((await (await aPage(newsroom))(request(), contextOf())).status).toBe(403);
    expect((await other(request(), contextOf())).status).toBe(303);
  });
});
