import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { sampleWeek } from '../../demo/sample-week/index.ts';
import type { PageContext } from '../../src/adapters/driving/settings-page/context.ts';
import { settingsPage } from '../../src/adapters/driving/settings-page/settings-page.ts';
import { readPlanningData } from '../../src/adapters/shared/planning-data/planning-data.ts';
import type { Night } from '../../src/domain/schedule/night.ts';
import { ABENDBLATT, type Newsroom } from '../support/newsroom.ts';

const BASE = '/settings/ftp-backup';

/** A newsroom with a plan, and its page on a port of this machine. Who is signed in is what the test says. */
export class Stage {
  readonly newsroom: Newsroom;
  readonly url: string;
  who: Pick<PageContext, 'administratorId' | 'locale'> = { administratorId: 'anna' };
  /** Forms that came in. */
  readonly posted: string[] = [];
  readonly #server: Server;

  private constructor(newsroom: Newsroom, server: Server) {
    this.newsroom = newsroom;
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${BASE}`;
  }

  static async open(newsroom: Newsroom): Promise<Stage> {
    const plan = readPlanningData(Buffer.from(JSON.stringify(sampleWeek('2026-11-25' as Night))));
    if (plan.ok) newsroom.plan(plan.value.plan);
    const page = settingsPage(await newsroom.backup(), newsroom.directory, { clock: newsroom.clock });
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const stage = new Stage(newsroom, server);
    const listener = getRequestListener((request) => page(request, stage.#context()));
    server.on('request', (request, response) => {
      if (request.method === 'POST') stage.posted.push(request.url ?? '');
      void listener(request, response);
    });
    return stage;
  }

  #context(): PageContext {
    return { organisationId: ABENDBLATT.id, basePath: BASE, requestId: null, ...this.who };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
