import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  HttpPlanningSource,
  type HttpPlanningSourceOptions,
} from '../../../../src/adapters/driven/plan-http/http-planning-source.ts';
import { PlanUnavailable } from '../../../../src/application/ports/planning-source.ts';
import { type Answer, linesOf, NDJSON, type PlanServer, planServer, TOKEN } from './plan-server.ts';

const COLLECTION = { collection: { id: 'c1', collectedAt: '2026-11-24T22:05:00Z' } };
const STORY = { story: { id: '1', title: 'Haushalt' } };
const EMPTY = linesOf(COLLECTION, { end: { stories: 0, events: 0 } });

let server: PlanServer;
let pauses: number[];
beforeEach(async () => {
  server = await planServer();
  pauses = [];
});
afterEach(() => server.close());

const source = (changes: Partial<HttpPlanningSourceOptions> = {}): HttpPlanningSource =>
  new HttpPlanningSource({
    firstPage: (id) => new URL(`/plans/${id}?key=k-secret`, server.origin),
    token: () => TOKEN,
    clock: { pass: async (milliseconds) => void pauses.push(milliseconds) },
    ...changes,
  });

const collecting = (changes?: Partial<HttpPlanningSourceOptions>): Promise<unknown> =>
  source(changes)
    .collect('elbkurier')
    .catch((error: unknown) => error);

/** One answer a request; the last one goes on. */
const inTurn = (...answers: readonly Answer[]): void => {
  let asked = 0;
  server.answer = (request, response) => {
    answers[Math.min(asked, answers.length - 1)]?.(request, response);
    asked += 1;
  };
};
const page =
  (text: string | Buffer, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(200, { ...NDJSON, ...headers }).end(text);
const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(code, headers).end(`<b>${TOKEN} of the server</b>`);

describe('what may pass is tried again', () => {
  it.each([
    ['an overloaded server', status(503)],
    ['a limit', status(429)],
    ['a connection that breaks', ((_, response) => response.destroy()) as Answer],
    ['a page that is cut between two lines', page(linesOf(COLLECTION, STORY))],
    ['a page that is cut in a line', page(EMPTY.slice(0, -5))],
    [
      'a page that is cut by the connection',
      ((_, response) => {
        response.writeHead(200, { ...NDJSON, 'content-length': '5000' });
        response.write(linesOf(COLLECTION), () => response.destroy());
      }) as Answer,
    ],
    ['an empty page', page('')],
    ['records that are missing', page(linesOf(COLLECTION, STORY, { end: { stories: 2, events: 0 } }))],
  ])('%s', async (_, answer) => {
    inTurn(answer, answer, page(EMPTY));
    await expect(source().collect('elbkurier')).resolves.toMatchObject({ collectionId: 'c1' });
    expect(server.requests).toHaveLength(3);
    expect(pauses).toEqual([500, 2000]);
  });

  it('a plan that changes between two pages, from its beginning', async () => {
    const next = { collection: { id: 'c2', collectedAt: '2026-11-24T22:06:00Z' } };
    const end = { end: { stories: 1, events: 0 } };
    inTurn(
      page(linesOf(COLLECTION, STORY, { next: '?page=1' })),
      page(linesOf(next, end)),
      page(linesOf(next, STORY, end)),
    );
    const { collectionId, plan } = await source().collect('elbkurier');
    expect(collectionId).toBe('c2');
    expect(plan.stories).toHaveLength(1);
  });

  it('no sooner than the server asks', async () => {
    inTurn(status(503, { 'retry-after': '7' }), page(EMPTY));
    await source().collect('elbkurier');
    expect(pauses).toEqual([7000]);
  });

  it('four times in all', async () => {
    inTurn(status(503));
    expect(await collecting()).toMatchObject({ reason: 'unavailable', message: expect.stringContaining('(503)') });
    expect(server.requests).toHaveLength(4);
  });
});

describe('what stays as it is, is not', () => {
  it.each<[string, string, Answer]>([
    ['unavailable', 'the server refused the token (401)', status(401)],
    ['unavailable', 'the server has no such plan (404)', status(404)],
    ['unavailable', 'leads to another address (302)', status(302, { location: 'http://127.0.0.1:9/' })],
    ['unreadable', 'not sent as application/x-ndjson', page('<html>', { 'content-type': 'text/html' })],
    ['unreadable', 'its line 2 is not valid JSON', page(`${linesOf(COLLECTION)}{"story":\n${EMPTY}`)],
    ['unreadable', 'it is not UTF-8 text', page(Buffer.from([0xff, 0xfe, 0x0a]))],
    ['unreadable', 'does not begin with its collection', page(linesOf(STORY))],
    ['unreadable', 'none that a plan has', page(linesOf({ stories: [] }))],
    ['unreadable', 'is no instant', page(linesOf({ collection: { id: 'c', collectedAt: 'yesterday' } }))],
    ['unreadable', 'leads to another server', page(linesOf(COLLECTION, { next: 'http://127.0.0.1:9/plan' }))],
    ['unreadable', 'goes on after its end', page(linesOf(COLLECTION, { next: '?page=1' }, STORY))],
  ])('%s: %s', async (reason, what, answer) => {
    inTurn(answer);
    const error = await collecting();
    expect(error).toBeInstanceOf(PlanUnavailable);
    expect(error).toMatchObject({ reason, message: expect.stringContaining(what) });
    expect((error as Error).message).toMatch(
      /^The plan at http:\/\/127\.0\.0\.1:\d+\/plans\/elbkurier cannot be used: .*\.$/,
    );
    expect(server.requests).toHaveLength(1);
  });

  it.each(['http://plans.example/p', 'ftp://127.0.0.1/p', 'https://anna:pw@plans.example/p'])(
    'no token is sent to %s',
    async (address) => {
      let asked = false;
      const fetch: typeof globalThis.fetch = () => {
        asked = true;
        return Promise.reject(new Error());
      };
      expect(await collecting({ firstPage: () => new URL(address), fetch })).toBeInstanceOf(PlanUnavailable);
      expect(asked).toBe(false);
    },
  );
});

describe('a collection is bounded', () => {
  it('in its bytes, packed ones too', async () => {
    const bomb = gzipSync(linesOf(COLLECTION, ...Array.from({ length: 20_000 }, () => STORY)));
    inTurn(page(bomb, { 'content-encoding': 'gzip' }));
    expect(await collecting({ maximumBytes: 100_000 })).toMatchObject({
      reason: 'unreadable',
      message: expect.stringContaining('larger than it may be'),
    });
  });

  it('in the bytes of a line', async () => {
    inTurn(page(linesOf(COLLECTION) + 'x'.repeat(5_100_000)));
    expect(await collecting()).toMatchObject({ message: expect.stringContaining('its line 2 is too long') });
  });

  it('in time, however slowly a server sends', async () => {
    inTurn((_, response) => {
      response.writeHead(200, NDJSON);
      const trickle = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(trickle));
    });
    expect(await collecting({ deadline: 300 })).toMatchObject({
      reason: 'unavailable',
      message: expect.stringContaining('it took longer than 0.3 seconds'),
    });
  });

  it('in its pages, so that no circle is followed for ever', async () => {
    const circle = linesOf(COLLECTION, { next: '?again' });
    const fetch: typeof globalThis.fetch = async () => new Response(circle, { headers: NDJSON });
    expect(await collecting({ fetch })).toMatchObject({ message: expect.stringContaining('more than 10000 pages') });
  });
});

it('shows neither the token, nor a query, nor the words of a server', async () => {
  for (const answer of [status(401), status(500), status(418), page('{"x": "tok-3f9a"}\n')]) {
    inTurn(answer);
    expect(`${((await collecting()) as Error).message}`).not.toMatch(/tok-3f9a|k-secret|of the server/);
  }
});
