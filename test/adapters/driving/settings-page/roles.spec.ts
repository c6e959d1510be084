import { describe, expect, it } from 'vitest';
import type { PageContext } from '../../../../src/adapters/driving/settings-page/context.ts';
import { ABENDBLATT, Newsroom, PASSWORD } from '../../../support/newsroom.ts';
import { aPage, contextOf, type Fields, filledIn, getting, posting, textOf } from './visitor.ts';

const MORGENPOST = {
  id: 'morgenpost',
  name: 'Morgenpost',
  timeZone: 'Europe/Berlin',
  locale: 'de',
  administrators: [{ id: 'mara', name: 'Mara Lind', email: 'mara@morgenpost.example', locale: 'de' }],
} as const;

const ELSEWHERE = filledIn({ expectedVersion: '3', directory: '/elsewhere', password: PASSWORD });

const ACTIONS: readonly [string, Fields][] = [
  ['/save', ELSEWHERE],
  ['/test', ELSEWHERE],
  ['/pause', { expectedVersion: '3' }],
  ['/resume', { expectedVersion: '3' }],
  ['/remove', { expectedVersion: '3' }],
  ['/back-up', {}],
];

const REQUESTS: readonly [string, () => Request][] = [
  ['GET /', () => getting()],
  ['GET /?fragment', () => getting('?fragment')],
  ['GET /remove', () => getting('/remove')],
  ...ACTIONS.map(([path, fields]): [string, () => Request] => [`POST ${path}`, () => posting(path, fields)]),
];

const STRANGERS: readonly [string, Partial<PageContext>][] = [
  ['no administrator of the organisation', { administratorId: 'zoe' }],
  ["another organisation's administrator", { administratorId: 'mara' }],
  ["an administrator under another organisation's name", { administratorId: 'anna', organisationId: 'morgenpost' }],
  ['an unknown organisation', { organisationId: 'nobody' }],
  ['nobody', { administratorId: '' }],
];

const newsroomWithTwo = async (): Promise<Newsroom> => {
  const newsroom = new Newsroom();
  newsroom.directory.set(MORGENPOST);
  await newsroom.setUp();
  return newsroom;
};

const traces = async ({ eventLog, server }: Newsroom) => {
  const events: string[] = [];
  for await (const { event, stream } of eventLog.readAll(0n)) events.push(`${stream} ${event.type}`);
  return { events, logins: server.loginAttempts, files: [...server.files.keys()] };
};

describe.each(STRANGERS)('%s', (_, who) => {
  it.each(REQUESTS)('is refused, and leaves no trace: %s', async (_name, request) => {
    const newsroom = await newsroomWithTwo();
    const before = await traces(newsroom);
    const page = await aPage(newsroom);
    const response = await page(request(), contextOf(who));
    expect(response.status).toBe(403);
    const text = textOf(await response.text());
    expect(text).toMatch(/administrator/i);
    expect(text).not.toContain('abendblatt.example');
    expect(await traces(newsroom)).toEqual(before);
  });
});

describe('an administrator', () => {
  it.each(REQUESTS)('may %s', async (_, request) => {
    const newsroom = await newsroomWithTwo();
    const response = await (await aPage(newsroom))(request(), contextOf());
    expect([200, 303, 422]).toContain(response.status);
  });

  it('who was removed from the directory a moment ago may nothing any more', async () => {
    const newsroom = await newsroomWithTwo();
    const page = await aPage(newsroom);
    newsroom.directory.set({ ...ABENDBLATT, administrators: [ABENDBLATT.administrators[1]] });
    expect((await page(posting('/pause', { expectedVersion: '3' }), contextOf())).status).toBe(403);
  });

  it('acts on their own organisation, whatever the form or the address says', async () => {
    const newsroom = await newsroomWithTwo();
    const page = await aPage(newsroom);
    const claims = { organisationId: 'abendblatt', actorId: 'ben', administratorId: 'ben' };
    const mara = contextOf({ organisationId: 'morgenpost', administratorId: 'mara' });
    const shown = await page(getting('?organisationId=abendblatt&administratorId=anna'), mara);
    expect(textOf(await shown.text())).toContain('Morgenpost');
    await page(posting('/pause?organisationId=abendblatt', { ...claims, expectedVersion: '3' }), mara);
    await page(posting('/pause', { ...claims, organisationId: 'morgenpost', expectedVersion: '3' }), contextOf());
    const { history } = await newsroom.backup();
    expect((await history.changes('morgenpost')).length).toBe(0);
    const [, paused] = await history.changes('abendblatt');
    expect(paused?.actorId).toBe('anna');
  });

  it('finds the id of the request beside the change in the history', async () => {
    const newsroom = await newsroomWithTwo();
    await (await aPage(newsroom))(posting('/pause', { expectedVersion: '3' }), contextOf());
    const { history } = await newsroom.backup();
    expect((await history.changes('abendblatt')).at(-1)?.requestId).toBe('request-7');
  });
});
