import type { CookieToSet } from './cookies.ts';
import { cookieOf } from './cookies.ts';

const COOKIE = 'planning-backup-message';
const TEXT = /^([a-z-]+)(?:\.([A-Za-z0-9-]{1,64}))?$/;

/** What a redirect leaves to be said once. `changed` names the change that was recorded. */
export const MESSAGES = ['changed', 'unchanged', 'night-ended', 'night-runs'] as const;

export interface Message {
  readonly code: (typeof MESSAGES)[number];
  /** A change or a night; empty where there is none. Only what is found in the history is shown of it. */
  readonly about: string;
}

export const messageCookie = ({ code, about }: Message, path: string): CookieToSet => ({
  ...{ name: COOKIE, path, maxAge: 60 },
  value: about === '' ? code : `${code}.${about}`,
});

export const noMessageCookie = (path: string): CookieToSet => ({ name: COOKIE, value: '', maxAge: 0, path });

export const messageOf = (request: Request): Message | undefined => {
  const [, text, about = ''] = TEXT.exec(cookieOf(request, COOKIE) ?? '') ?? [];
  const code = MESSAGES.find((known) => known === text);
  return code && { code, about };
};
