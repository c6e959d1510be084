import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ServeOptions, Serving } from '../../src/adapters/driving/cli/installation.ts';
import { PortUnusable } from '../../src/adapters/driving/cli/unusable.ts';
import { AllowedNetworks } from '../../src/adapters/shared/guarded-network/allowed-networks.ts';
import { embedded } from '../../src/bootstrap/embedded.ts';

const ORGANISATION = {
  ...{ id: 'abendblatt', name: 'Abendblatt', timeZone: 'Europe/Berlin', locale: 'en' },
  administrators: [{ id: 'anna', name: 'Anna Weber', email: 'anna@abendblatt.example', locale: 'en' }],
};

const ANNA = { organisationId: 'abendblatt', administratorId: 'anna' };

let folder: string;
const servings: Serving[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'planning-backup-serve-'));
  mkdirSync(join(folder, 'plans'));
  const plan = { organisation: ORGANISATION, stories: [], events: [] };
  writeFileSync(join(folder, 'plans', 'abendblatt.json'), JSON.stringify(plan));
});

afterEach(async () => {
  for (const serving of servings.splice(0)) await serving.close();
  rmSync(folder, { recursive: true, force: true });
});

const place = () => ({
  ...{
    dataDirectory: join(folder, 'data'),
    masterKeyFile: null,
    eventStore: null,
    auditKeyFile: null,
    smtp: null,
    mailFrom: null,
  },
});

const served = async (changes: Partial<ServeOptions> = {}): Promise<Serving> => {
  const serving = await embedded.serve({
    ...place(),
    plan: { folder: join(folder, 'plans') },
    ...{ port: 0, trustedProxy: null, heartbeatUrl: null, allowedNetworks: AllowedNetworks.publicOnly },
    ...{ telemetry: { happened: () => undefined }, ...changes },
  });
  servings.push(serving);
  return serving;
};

/** With headers that `fetch` may not set. */
const asked = (url: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    request(url, { headers }, (response) => resolve(response.resume().statusCode ?? 0))
      .on('error', reject)
      .end();
  });

describe('serve', () => {
  it('lets in by a link that another process made, and shows the page', async () => {
    const { origin } = await served();
    const link = await embedded.signInLink(place(), ANNA);
    expect(link?.url).toMatch(new RegExp(`^${origin}/sign-in/[\\w-]{43}$`));
    const headers = { Origin: origin, 'Sec-Fetch-Site': 'same-origin' };
    const redeemed = await fetch(link?.url ?? '', { method: 'POST', headers, redirect: 'manual' });
    expect(redeemed.status).toBe(303);
    const Cookie = redeemed.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const page = await fetch(`${origin}/settings`, { headers: { Cookie } });
    expect([page.status, (await page.text()).includes('Abendblatt')]).toEqual([200, true]);
    expect((await fetch(`${origin}/settings`)).status).toBe(401);
  });

  it('listens on this machine only, under its own names only', async () => {
    const { origin } = await served();
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const { port } = new URL(origin);
    expect(await asked(`${origin}/settings`, { Host: `localhost:${port}` })).toBe(401);
    expect(await asked(`${origin}/settings`, { Host: `evil.example:${port}` })).toBe(421);
  });

  it('believes a header from the networks of the proxy only', async () => {
    const claim = { 'X-User': 'abendblatt/anna' };
    const near = await served({ trustedProxy: { header: 'X-User', networks: ['127.0.0.0/8', '::1/128'] } });
    expect(await asked(`${near.origin}/settings`, claim)).toBe(200);
    await near.close();
    const far = await served({ trustedProxy: { header: 'X-User', networks: ['10.0.0.0/8'] } });
    expect(await asked(`${far.origin}/settings`, claim)).toBe(403);
  });

  it('leaves a note for sign-in that only its owner reads, and takes it back', async () => {
    const serving = await served();
    const note = join(folder, 'data', 'serving.json');
    expect(statSync(note).mode & 0o777).toBe(0o600);
    await serving.close();
    servings.length = 0;
    expect(readdirSync(join(folder, 'data')).filter((name) => name.startsWith('serving'))).toEqual([]);
    expect(await embedded.signInLink(place(), ANNA)).toBeUndefined();
  });

  it('is not taken for alive after a crash, whoever has its port by then', async () => {
    const serving = await served();
    const note = readFileSync(join(folder, 'data', 'serving.json'), 'utf8');
    await serving.close();
    servings.length = 0;
    writeFileSync(join(folder, 'data', 'serving.json'), note);
    expect(await embedded.signInLink(place(), ANNA)).toBeUndefined();
    const other = createServer((_, response) => response.end('something else'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    writeFileSync(join(folder, 'data', 'serving.json'), note.replace(/127\.0\.0\.1:\d+/, `127.0.0.1:${port}`));
    expect(await embedded.signInLink(place(), ANNA)).toBeUndefined();
    other.close();
  });

  it('says its health to whoever asks, on its own port, and nothing else', async () => {
    const { origin } = await served();
    await vi.waitFor(async () => expect((await fetch(`${origin}/readyz`)).status).toBe(200), { timeout: 20_000 });
    const alive = await fetch(`${origin}/healthz`);
    expect([alive.status, await alive.text(), alive.headers.get('cache-control')]).toEqual([200, 'ok\n', 'no-store']);
    expect((await fetch(`${origin}/healthz`, { method: 'POST' })).status).toBe(405);
  });

  it('says it where the port is taken, and leaves nothing open', async () => {
    const { origin } = await served();
    const port = Number(new URL(origin).port);
    await expect(served({ port })).rejects.toBeInstanceOf(PortUnusable);
  });
});
