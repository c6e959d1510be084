import { describe, expect, it } from 'vitest';
import { aDestination } from '../../../builders/destination.ts';
import { ABENDBLATT, aSaveRequest, Newsroom, PASSWORD } from '../../../support/newsroom.ts';
import { aPage, contextOf, filledIn, getting, posting, textOf } from './visitor.ts';

const HOSTILE = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&lt;b&gt;\u202e{{7*7}}`;

/** Tags that are in the page with the attributes of our own only. */
const foreignMarkup = (html: string): readonly string[] =>
  html.match(/<script(?! type="module" src="\/settings)|<img|onerror=(?!\S*&)|alert\(1\)<\/script>/g) ?? [];

describe('text from outside is text', () => {
  it('in names, places and histories', async () => {
    const newsroom = new Newsroom();
    const [anna, ben] = ABENDBLATT.administrators;
    const hostile = {
      ...ABENDBLATT,
      name: HOSTILE,
      administrators: [
        { ...anna, name: HOSTILE },
        { ...ben, name: HOSTILE },
      ],
    };
    newsroom.directory.set(hostile);
    const directory = `/${HOSTILE.replaceAll('/', '')}`.replaceAll('\u202e', '');
    await newsroom.setUp({ user: HOSTILE.trim(), destination: aDestination({ directory }) });
    const { configuring } = await newsroom.backup();
    await configuring.save(aSaveRequest({ actorId: 'ben', user: 'redaktion' }));
    const page = await aPage(newsroom);
    for (const request of [
      getting(),
      getting('/remove'),
      getting('?fragment'),
      posting('/pause', { expectedVersion: '1' }),
    ]) {
      const html = await (await page(request, contextOf())).text();
      expect(foreignMarkup(html)).toEqual([]);
    }
    expect(textOf(await (await page(getting(), contextOf())).text())).toContain('<script>alert(1)</script>');
  });

  it('in what was typed', async () => {
    const page = await aPage(new Newsroom());
    const fields = ['address', 'port', 'directory', 'user', 'prefix', 'trusted', 'seen', 'seenAt', 'token'];
    for (const field of fields) {
      const form = filledIn({ password: PASSWORD, [field]: HOSTILE });
      for (const path of ['/save', '/test']) {
        const html = await (await page(posting(path, form), contextOf())).text();
        expect(foreignMarkup(html)).toEqual([]);
      }
    }
  });

  it('in ids of a host, which may be any text', async () => {
    const newsroom = new Newsroom();
    const id = HOSTILE;
    newsroom.directory.set({ ...ABENDBLATT, id, administrators: [{ ...ABENDBLATT.administrators[0], id }] });
    const { configuring } = await newsroom.backup();
    await configuring.save(aSaveRequest({ organisationId: id, actorId: id }));
    newsroom.directory.set({ ...ABENDBLATT, id, administrators: [ABENDBLATT.administrators[0]] });
    const page = await aPage(newsroom);
    const html = await (await page(getting(), contextOf({ organisationId: id }))).text();
    expect(foreignMarkup(html)).toEqual([]);
    expect(textOf(html)).toContain('nicht mehr in der Organisation');
  });

  it('in cookies and addresses', async () => {
    const page = await aPage(new Newsroom());
    const cookie = `planning-backup-message=changed.<script>; planning-backup-form="><script>`;
    const shown = await page(getting(`?x=${encodeURIComponent(HOSTILE)}`, { Cookie: cookie }), contextOf());
    expect(foreignMarkup(await shown.text())).toEqual([]);
    const lost = await page(getting(`/${encodeURIComponent(HOSTILE)}`), contextOf());
    expect(lost.status).toBe(404);
    expect(foreignMarkup(await lost.text())).toEqual([]);
  });
});
