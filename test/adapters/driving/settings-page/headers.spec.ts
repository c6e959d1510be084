import { describe, expect, it } from 'vitest';
import { SCRIPT_FILE } from '../../../../src/adapters/driving/settings-page/assets/script.ts';
import { STYLE_FILE } from '../../../../src/adapters/driving/settings-page/assets/style.ts';
import { Newsroom, PASSWORD } from '../../../support/newsroom.ts';
import { aPage, contextOf, type Fields, filledIn, getting, posting } from './visitor.ts';

const FORMS: readonly [string, Fields][] = [
  ['/save', filledIn()],
  ['/save', filledIn({ password: PASSWORD })],
  ['/test', filledIn()],
  ['/pause', { expectedVersion: '0' }],
  ['/back-up', {}],
];

const REQUESTS: readonly [string, () => Request][] = [
  ['the page', () => getting()],
  ['the fragment', () => getting('?fragment')],
  ['the step before removing', () => getting('/remove')],
  ['the style sheet', () => getting(`/assets/${STYLE_FILE}`)],
  ['the script', () => getting(`/assets/${SCRIPT_FILE}`)],
  ['no page (404)', () => getting('/elsewhere')],
  ['another method (405)', () => getting('/save')],
  ['a forged form (403)', () => posting('/save', filledIn(), { Origin: 'https://evil.example' })],
  ['no form (415)', () => posting('/save', {}, { 'Content-Type': 'text/plain', Origin: 'https://planning.example' })],
  ['a form too large (413)', () => posting('/save', { address: 'a'.repeat(70_000) })],
  ...FORMS.map(([path, fields]): [string, () => Request] => [`a form to ${path}`, () => posting(path, fields)]),
];

describe('every answer', () => {
  it.each(REQUESTS)('is guarded: %s', async (_, request) => {
    const page = await aPage(new Newsroom());
    const { headers } = await page(request(), contextOf());
    const policy = headers.get('Content-Security-Policy') ?? '';
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "style-src 'self'",
      "script-src 'self'",
      "img-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Referrer-Policy')).toBe('same-origin');
    expect(headers.get('X-Frame-Options')).toBe('DENY');
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
  });

  it.each(REQUESTS.filter(([name]) => !name.startsWith('the s') || name.startsWith('the step')))(
    'is kept by nobody: %s',
    async (_, request) => {
      const page = await aPage(new Newsroom());
      expect((await page(request(), contextOf())).headers.get('Cache-Control')).toBe('no-store');
    },
  );

  it('may be framed by whom the host names, and by nobody else', async () => {
    const page = await aPage(new Newsroom(), { frameAncestors: ["'self'", 'https://intranet.example'] });
    const { headers } = await page(getting(), contextOf());
    expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'self' https://intranet.example");
    expect(headers.has('X-Frame-Options')).toBe(false);
  });

  it('holds no script and no style of its own', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const page = await aPage(newsroom);
    for (const request of [getting(), getting('/remove'), posting('/test', filledIn({ expectedVersion: '3' }))]) {
      const html = await (await page(request, contextOf())).text();
      expect(html.match(/<script(?![^>]* src=)/g) ?? []).toEqual([]);
      expect(html.match(/<style| style=| on[a-z]+=/g) ?? []).toEqual([]);
    }
  });

  it('keeps what changes with its name, and only that', async () => {
    const page = await aPage(new Newsroom());
    const html = await (await page(getting(), contextOf())).text();
    expect(html).toContain(`/settings/ftp-backup/assets/${STYLE_FILE}`);
    expect(html).toContain(`/settings/ftp-backup/assets/${SCRIPT_FILE}`);
    const style = await page(getting(`/assets/${STYLE_FILE}`), contextOf());
    expect(style.headers.get('Content-Type')).toBe('text/css; charset=utf-8');
    expect(style.headers.get('Cache-Control')).toContain('immutable');
  });
});
