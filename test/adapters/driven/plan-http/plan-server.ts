import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Temporal } from 'temporal-polyfill';
import type { Plan } from '../../../../src/domain/plan/plan.ts';
import { anOrganisation, documentOf } from '../../../builders/plan-document.ts';

export const TOKEN = 'tok-3f9a';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A web service with plans, on loopback; `answer` takes the place of what it would say. */
export interface PlanServer {
  readonly origin: string;
  readonly requests: IncomingMessage[];
  answer: Answer | undefined;
  publish(organisationId: string, plan: Plan, collectedAt: Temporal.Instant): void;
  close(): Promise<void>;
}

export const NDJSON = { 'content-type': 'application/x-ndjson' };

export const linesOf = (...records: readonly object[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

export const planServer = async (): Promise<PlanServer> => {
  const pages = new Map<string, readonly string[]>();
  const server = createServer((request, response) => {
    self.requests.push(request);
    if (self.answer !== undefined) return self.answer(request, response);
    const { pathname, searchParams } = new URL(request.url ?? '/', self.origin);
    const page = pages.get(pathname)?.[Number(searchParams.get('page') ?? 0)];
    if (request.headers.authorization !== `Bearer ${TOKEN}`) response.writeHead(401).end();
    else if (page === undefined) response.writeHead(404).end('no such plan: secret text of the server');
    else response.writeHead(200, NDJSON).end(page);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const self: PlanServer = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    answer: undefined,
    publish: (id, plan, collectedAt) => {
      pages.set(`/plans/${id}`, pagesOf(plan, collectedAt));
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return self;
};

/** Two records a page, so that most plans have several. */
const pagesOf = (plan: Plan, collectedAt: Temporal.Instant): readonly string[] => {
  const { stories, events } = JSON.parse(documentOf(anOrganisation(), plan)) as Record<'stories' | 'events', object[]>;
  const records = [...stories.map((story) => ({ story })), ...events.map((event) => ({ event }))];
  const collection = { collection: { id: `c-${collectedAt}`, collectedAt: `${collectedAt}` } };
  const end = { end: { stories: stories.length, events: events.length } };
  const count = Math.max(1, Math.ceil(records.length / 2));
  return Array.from({ length: count }, (_, page) =>
    linesOf(
      collection,
      ...records.slice(page * 2, page * 2 + 2),
      page + 1 < count ? { next: `?page=${page + 1}` } : end,
    ),
  );
};
