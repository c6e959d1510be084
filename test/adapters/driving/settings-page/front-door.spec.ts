import { describe, expect, it } from 'vitest';
import { InMemorySignInStore } from '../../../../src/adapters/driven/in-memory/sign-in-store.ts';
import { STYLE_FILE } from '../../../../src/adapters/driving/settings-page/assets/style.ts';
import { settingsPage } from '../../../../src/adapters/driving/settings-page/settings-page.ts';
import { type FrontDoorOptions, frontDoor } from '../../../../src/adapters/driving/settings-page/sign-in/front-door.ts';
import { SigningIn } from '../../../../src/adapters/driving/settings-page/sign-in/signing-in.ts';
import { ABENDBLATT, Newsroom } from '../../../support/newsroom.ts';
import { textOf } from './visitor.ts';

const HOST = '127.0.0.1:8787';
const ORIGIN = `http://${HOST}`;
const OURS = { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' };
const ANNA = { organisationId: ABENDBLATT.id, administratorId: 'anna' };
const HOUR = 3_600_000;

class House {
  readonly newsroom = new Newsroom();
  readonly signIns = new InMemorySignInStore();
  readonly signingIn = new SigningIn({ signIns: this.signIns, clock: this.newsroom.clock });
  readonly faults: unknown[] = [];
  readonly #options: Partial<FrontDoorOptions>;

  constructor(options: Partial<FrontDoorOptions> = {}) {
    this.#options = options;
  }

  async ask(path: string, init: RequestInit = {}, address = '127.0.0.1'): Promise<Response> {
    const { directory, clock } = this.newsroom;
    const forgeryKey = new Uint8Array(32);
    const page = settingsPage(await this.newsroom.backup(), directory, { clock, forgeryKey });
    const door = frontDoor(page, {
      ...{ directory, signingIn: this.signingIn, forgeryKey, hosts: [HOST], trustedProxy: null },
      onFault: (error) => this.faults.push(error),
      ...this.#options,
    });
    const url = path.startsWith('http') ? path : `${ORIGIN}${path}`;
    return door(new Request(url, init), { address }, 'request-1');
  }

  /** The cookie of a new session. */
  async signIn(): Promise<string> {
    const { token } = await this.signingIn.invite(ANNA);
    return cookieOf(await this.ask(`/sign-in/${token}`, { method: 'POST', headers: OURS }));
  }
}

const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

describe('a one-time link', () => {
  it('opens a session, once', async () => {
    const house = new House();
    const { token } = await house.signingIn.invite(ANNA);
    const response = await house.ask(`/sign-in/${token}`, { method: 'POST', headers: OURS });
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/settings']);
    expect(response.headers.get('Set-Cookie')).toMatch(
      /^planning-backup-session=[\w-]{43}; Path=\/; Max-Age=28800; HttpOnly; SameSite=Strict$/,
    );
    const page = await house.ask('/settings', { headers: { Cookie: cookieOf(response) } });
    expect(textOf(await page.text())).toContain('Anna Weber Abmelden');
    expect((await house.ask(`/sign-in/${token}`, { method: 'POST', headers: OURS })).status).toBe(410);
  });

  it('is not used up by looking at it, as previews do', async () => {
    const house = new House();
    const { token } = await house.signingIn.invite(ANNA);
    for (const method of ['GET', 'HEAD', 'GET']) {
      const response = await house.ask(`/sign-in/${token}`, { method });
      expect([response.status, response.headers.get('Set-Cookie')?.includes('session')]).toEqual([200, false]);
    }
    expect((await house.ask(`/sign-in/${token}`, { method: 'POST', headers: OURS })).status).toBe(303);
  });

  it('is good for ten minutes', async () => {
    const house = new House();
    const { token } = await house.signingIn.invite(ANNA);
    await house.newsroom.clock.advance(10 * 60_000 - 1);
    expect((await house.ask(`/sign-in/${token}`)).status).toBe(200);
    await house.newsroom.clock.advance(1);
    expect((await house.ask(`/sign-in/${token}`)).status).toBe(410);
    expect((await house.ask(`/sign-in/${token}`, { method: 'POST', headers: OURS })).status).toBe(410);
  });

  it('of two who press at once lets one in', async () => {
    const house = new House();
    const { token } = await house.signingIn.invite(ANNA);
    const press = () => house.ask(`/sign-in/${token}`, { method: 'POST', headers: OURS });
    const statuses = (await Promise.all([press(), press(), press()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([303, 410, 410]);
  });

  it('is not for whoever is no administrator any more', async () => {
    const house = new House();
    const { token } = await house.signingIn.invite({ ...ANNA, administratorId: 'zoe' });
    expect((await house.ask(`/sign-in/${token}`)).status).toBe(410);
  });

  it.each<[string, Record<string, string>]>([
    ['another site', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }],
    ['a browser that says nothing, without a token', {}],
  ])('is not redeemed by %s', async (_, headers) => {
    const house = new House();
    const { token } = await house.signingIn.invite(ANNA);
    const init = { method: 'POST', headers: { ...FORM, ...headers }, body: '' };
    expect((await house.ask(`/sign-in/${token}`, init)).status).toBe(403);
    expect((await house.ask(`/sign-in/${token}`)).status).toBe(200);
  });

  it('is redeemed by an old browser with the token of the landing page', async () => {
    const house = new House();
    const { token } = await house.signingIn.invite(ANNA);
    const landing = await house.ask(`/sign-in/${token}`);
    const formToken = /name="token" value="([^"]+)"/.exec(await landing.text())?.[1] ?? '';
    const headers = { ...FORM, Cookie: cookieOf(landing) };
    const init = { method: 'POST', headers, body: `token=${formToken}` };
    expect((await house.ask(`/sign-in/${token}`, init)).status).toBe(303);
  });

  it.each(['', 'x', 'A'.repeat(43), `${'A'.repeat(43)}/x`, '%00', '../settings'])(
    'is not guessed: %s',
    async (token) => {
      expect([401, 410]).toContain((await new House().ask(`/sign-in/${token}`)).status);
    },
  );
});

describe('a session', () => {
  it('ends after eight hours', async () => {
    const house = new House();
    const Cookie = await house.signIn();
    await house.newsroom.clock.advance(8 * HOUR - 1);
    expect((await house.ask('/settings', { headers: { Cookie } })).status).toBe(200);
    await house.newsroom.clock.advance(1);
    expect((await house.ask('/settings', { headers: { Cookie } })).status).toBe(401);
  });

  it('ends when its bearer signs out', async () => {
    const house = new House();
    const Cookie = await house.signIn();
    const init = { method: 'POST', headers: { ...OURS, Cookie } };
    const out = await house.ask('/settings/sign-out', init);
    expect([out.status, out.headers.get('Set-Cookie')]).toEqual([200, expect.stringContaining('Max-Age=0')]);
    expect((await house.ask('/settings', { headers: { Cookie } })).status).toBe(401);
    expect(house.signIns.tickets.size).toBe(0);
  });

  it('is not ended by another site', async () => {
    const house = new House();
    const Cookie = await house.signIn();
    const headers = { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site', Cookie };
    expect((await house.ask('/settings/sign-out', { method: 'POST', headers })).status).toBe(403);
    expect((await house.ask('/settings', { headers: { Cookie } })).status).toBe(200);
  });

  it('is no link, and a link is no session', async () => {
    const house = new House();
    const { token } = await house.signingIn.invite(ANNA);
    const asSession = { headers: { Cookie: `planning-backup-session=${token}` } };
    expect((await house.ask('/settings', asSession)).status).toBe(401);
    const session = (await house.signIn()).split('=')[1] ?? '';
    expect((await house.ask(`/sign-in/${session}`)).status).toBe(410);
  });

  it('and a link are kept as hashes only', async () => {
    const house = new House();
    const { token } = await house.signingIn.invite(ANNA);
    const session = (await house.signIn()).split('=')[1] ?? '';
    const kept = JSON.stringify([...house.signIns.tickets]);
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(session);
    expect([...house.signIns.tickets.keys()].every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  });

  it('gives nobody back what was removed from the directory', async () => {
    const house = new House();
    const Cookie = await house.signIn();
    house.newsroom.directory.set({ ...ABENDBLATT, administrators: [ABENDBLATT.administrators[1]] });
    expect((await house.ask('/settings', { headers: { Cookie } })).status).toBe(403);
  });
});

describe('nobody else comes in', () => {
  it.each(['/settings', '/settings/remove', '/settings/save', '/elsewhere'])('not to %s', async (path) => {
    for (const method of ['GET', 'POST'])
      expect((await new House().ask(path, { method, headers: OURS })).status).toBe(401);
  });

  it('says so in the language of the browser, with style', async () => {
    const house = new House();
    const response = await house.ask('/settings', { headers: { 'Accept-Language': 'de-AT,en;q=0.5' } });
    const html = await response.text();
    expect(textOf(html)).toContain('Sie sind nicht angemeldet.');
    expect(html).toContain(`/settings/assets/${STYLE_FILE}`);
    expect((await house.ask(`/settings/assets/${STYLE_FILE}`)).status).toBe(200);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  });

  it('not by another name for this machine (DNS rebinding)', async () => {
    const house = new House();
    const Cookie = await house.signIn();
    for (const origin of ['http://evil.example:8787', 'http://127.0.0.1:80', 'http://127.0.0.1.nip.example'])
      expect((await house.ask(`${origin}/settings`, { headers: { Cookie } })).status).toBe(421);
  });

  it('and trouble is told, not shown', async () => {
    const failing = { whoIs: () => Promise.reject(new Error('a secret detail')) } as unknown as SigningIn;
    const house = new House({ signingIn: failing });
    const response = await house.ask('/settings');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('a secret detail');
    expect(house.faults.length).toBe(1);
  });
});

describe('behind a trusted proxy', () => {
  const trustedProxy = { header: 'X-User', isProxy: (address: string) => address === '10.0.0.7' };
  const asAnna = { 'X-User': 'abendblatt/anna' };

  it('the header says who it is', async () => {
    const response = await new House({ trustedProxy }).ask('/settings', { headers: asAnna }, '10.0.0.7');
    const text = textOf(await response.text());
    expect(text).toContain('Abendblatt');
    expect(text).not.toContain('Abmelden');
  });

  it('and only from the proxy', async () => {
    for (const address of ['127.0.0.1', '10.0.0.8', ''])
      expect((await new House({ trustedProxy }).ask('/settings', { headers: asAnna }, address)).status).toBe(403);
  });

  it('is nothing where no proxy is trusted', async () => {
    expect((await new House().ask('/settings', { headers: asAnna }, '10.0.0.7')).status).toBe(401);
  });

  it.each(['abendblatt', 'abendblatt/anna/x', '/', 'abendblatt/%zz', 'abendblatt/zoe', 'morgenpost/anna'])(
    'names nobody by %s',
    async (claim) => {
      const response = await new House({ trustedProxy }).ask('/settings', { headers: { 'X-User': claim } }, '10.0.0.7');
      expect([401, 403]).toContain(response.status);
    },
  );

  it('forms are compared with what the browser sent to the proxy', async () => {
    const house = new House({ trustedProxy });
    await house.newsroom.setUp();
    const post = (headers: Record<string, string>) =>
      house.ask(
        '/settings/pause',
        { method: 'POST', headers: { ...FORM, ...asAnna, ...headers }, body: 'expectedVersion=3' },
        '10.0.0.7',
      );
    const outside = {
      'X-Forwarded-Proto': 'https',
      'X-Forwarded-Host': 'backup.example',
      'Sec-Fetch-Site': 'same-origin',
    };
    expect((await post({ ...outside, Origin: 'https://evil.example' })).status).toBe(403);
    expect((await post({ ...outside, Origin: 'https://backup.example' })).status).toBe(303);
  });

  it('what others say of hosts is not believed', async () => {
    const headers = { 'X-Forwarded-Host': HOST };
    const response = await new House({ trustedProxy }).ask('http://evil.example/settings', { headers });
    expect(response.status).toBe(421);
  });
});
