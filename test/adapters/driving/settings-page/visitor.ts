import type { PageContext, SettingsPageOptions } from '../../../../src/adapters/driving/settings-page/context.ts';
import { type SettingsPage, settingsPage } from '../../../../src/adapters/driving/settings-page/settings-page.ts';
import { ABENDBLATT, type Newsroom } from '../../../support/newsroom.ts';

export const ORIGIN = 'https://planning.example';
export const BASE = '/settings/ftp-backup';

/** What a browser of today says of a form on our own page. */
export const OUR_OWN = { 'Sec-Fetch-Site': 'same-origin', Origin: ORIGIN } as const;

export const contextOf = (changes: Partial<PageContext> = {}): PageContext => ({
  organisationId: ABENDBLATT.id,
  administratorId: 'anna',
  basePath: BASE,
  requestId: 'request-7',
  ...changes,
});

export const aPage = async (newsroom: Newsroom, options: Partial<SettingsPageOptions> = {}): Promise<SettingsPage> =>
  settingsPage(await newsroom.backup(), newsroom.directory, { clock: newsroom.clock, ...options });

export const getting = (path = '', headers: Record<string, string> = {}): Request =>
  new Request(`${ORIGIN}${BASE}${path}`, { headers });

export type Fields = Readonly<Record<string, string>>;

export const posting = (path: string, fields: Fields, headers: Record<string, string> = OUR_OWN): Request =>
  new Request(`${ORIGIN}${BASE}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers });

/** What the form of a new organisation sends, filled in for the newsroom's server. */
export const filledIn = (changes: Fields = {}): Fields => ({
  expectedVersion: '0',
  protocol: 'sftp',
  address: 'sftp.abendblatt.example',
  port: '',
  directory: '/backup/planung',
  user: 'redaktion',
  method: 'password',
  password: '',
  privateKey: '',
  passphrase: '',
  trusted: '',
  seen: '',
  seenAt: '',
  replacement: 'atomic',
  confidential: 'include',
  prefix: '',
  ...changes,
});

/** The form as a page shows it: what a browser would send of it, without the token. */
export const formIn = (html: string): Record<string, string> => {
  const form = /<form class="pb-form".*?<\/form>/s.exec(html)?.[0] ?? '';
  const fields: Record<string, string> = {};
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const { type = 'text', name = '', value = '' } = attributesOf(input);
    const isChoice = type === 'radio' || type === 'checkbox';
    if (name !== '' && name !== 'token' && (!isChoice || / checked/.test(input))) fields[name] = value;
  }
  return fields;
};

const attributesOf = (tag: string): Record<string, string> =>
  Object.fromEntries(
    [...tag.matchAll(/([a-zA-Z-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescaped(value)]),
  );

/** The same object, but for some of its methods. */
export const withOther = <Target extends object>(target: Target, others: Partial<Target>): Target =>
  new Proxy(target, {
    get: (_, name) => {
      const found: unknown = name in others ? others[name as keyof Target] : target[name as keyof Target];
      return typeof found === 'function' ? found.bind(target) : found;
    },
  });

/** As a reader sees it: without tags and escapes. */
export const textOf = (html: string): string => unescaped(html.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
