import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import express from 'express';
import fastify from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import type { SettingsPage } from '../../../../src/adapters/driving/settings-page/settings-page.ts';
import { ABENDBLATT, Newsroom } from '../../../support/newsroom.ts';
import { aPage, BASE, contextOf, formIn, textOf } from './visitor.ts';

/** A host with a page of its own, and the section mounted under a path. Returns its origin. */
type Mount = (page: SettingsPage) => Promise<string>;

const closings: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closings.splice(0)) await close();
});

const listenerOf = (page: SettingsPage) => getRequestListener((request) => page(request, contextOf({ locale: 'en' })));

const listening = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closings.push(() => new Promise((resolve) => server.close(resolve)));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const MOUNTS: readonly [string, Mount][] = [
  [
    'node:http',
    async (page) => {
      const listener = listenerOf(page);
      return listening(
        createServer((request, response) => {
          if (request.url?.startsWith(BASE) === true) void listener(request, response);
          else response.end("the host's own page");
        }),
      );
    },
  ],
  [
    'Express',
    async (page) => {
      const listener = listenerOf(page);
      const app = express();
      app.use(BASE, (request, response) => {
        // Express takes the mount's path off the URL; the page gets it whole.
        request.url = request.originalUrl;
        void listener(request, response);
      });
      app.get('/', (_, response) => void response.send("the host's own page"));
      return listening(createServer(app));
    },
  ],
  [
    'Fastify',
    async (page) => {
      const listener = listenerOf(page);
      const app = fastify();
      await app.register((scope, _options, done) => {
        // The page reads the body itself.
        scope.removeAllContentTypeParsers();
        scope.addContentTypeParser('*', (_request, _payload, unread) => unread(null));
        for (const path of [BASE, `${BASE}/*`])
          scope.all(path, (request, reply) => {
            void reply.hijack();
            void listener(request.raw, reply.raw);
          });
        done();
      });
      app.get('/', () => "the host's own page");
      closings.push(() => app.close());
      return app.listen({ port: 0, host: '127.0.0.1' });
    },
  ],
];

describe.each(MOUNTS)('mounted under %s', (_, mount) => {
  it('is shown, saves, and leaves the rest of the host alone', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const origin = await mount(await aPage(newsroom));
    const shown = await fetch(`${origin}${BASE}`);
    const html = await shown.text();
    expect(shown.status).toBe(200);
    expect(shown.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(textOf(html)).toContain('Active');

    const style = /href="([^"]+\.css)"/.exec(html)?.[1] ?? '';
    expect((await fetch(`${origin}${style}`)).headers.get('Content-Type')).toContain('text/css');

    const saved = await fetch(`${origin}${BASE}/save`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: origin, 'Sec-Fetch-Site': 'same-origin' },
      body: new URLSearchParams({ ...formIn(html), directory: '/elsewhere' }),
    });
    expect([saved.status, saved.headers.get('Location')]).toEqual([303, BASE]);
    const { history } = await newsroom.backup();
    expect((await history.changes(ABENDBLATT.id)).length).toBe(2);

    const forged = await fetch(`${origin}${BASE}/pause`, {
      method: 'POST',
      headers: { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
      body: new URLSearchParams({ expectedVersion: '5' }),
    });
    expect(forged.status).toBe(403);

    expect((await fetch(`${origin}${BASE}/elsewhere`)).status).toBe(404);
    expect(await (await fetch(`${origin}/`)).text()).toContain("the host's own page");
  });

  it('refuses a form that is too large', async () => {
    const origin = await mount(await aPage(new Newsroom()));
    const response = await fetch(`${origin}${BASE}/save`, {
      method: 'POST',
      headers: { Origin: origin, 'Sec-Fetch-Site': 'same-origin' },
      body: new URLSearchParams({ address: 'a'.repeat(70_000) }),
    });
    expect(response.status).toBe(413);
  });
});
