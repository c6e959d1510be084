import type { Locale } from '../../../../domain/backup-configuration/settings.ts';
import { type Said, said } from '../../../shared/wording/said.ts';

interface SignInWords extends Readonly<Record<SignInNotice, Said>> {
  readonly page: string;
  readonly title: string;
  readonly greeting: (name: string, organisation: string) => string;
  readonly signIn: string;
  readonly signOut: string;
}

export type SignInNotice = 'linkGone' | 'signedOut' | 'nobody' | 'notTrusted';

const ENGLISH: SignInWords = {
  page: 'Security settings',
  title: 'Sign in',
  greeting: (name, organisation) => `${name}, ${organisation}: this link signs you in to the security settings, once.`,
  signIn: 'Sign in',
  signOut: 'Sign out',
  linkGone: said(
    'This link is not good any more.',
    'It works once, and for 10 minutes. Have a new one made with “planning-backup sign-in”.',
  ),
  signedOut: said('You are signed out.', 'To sign in again, have a new link made with “planning-backup sign-in”.'),
  nobody: said(
    'You are not signed in.',
    'Have a link made with “planning-backup sign-in --plan FILE --actor ADMIN”, and open it here.',
  ),
  notTrusted: said(
    'This request cannot be let in.',
    'Open the settings under the address that the operator of this service names.',
  ),
};

const GERMAN: SignInWords = {
  page: 'Sicherheitseinstellungen',
  title: 'Anmelden',
  greeting: (name, organisation) =>
    `${name}, ${organisation}: Dieser Link meldet Sie einmal bei den Sicherheitseinstellungen an.`,
  signIn: 'Anmelden',
  signOut: 'Abmelden',
  linkGone: said(
    'Dieser Link gilt nicht mehr.',
    'Er gilt einmal, und zehn Minuten lang. Lassen Sie mit „planning-backup sign-in“ einen neuen machen.',
  ),
  signedOut: said(
    'Sie sind abgemeldet.',
    'Um sich wieder anzumelden, lassen Sie mit „planning-backup sign-in“ einen neuen Link machen.',
  ),
  nobody: said(
    'Sie sind nicht angemeldet.',
    'Lassen Sie mit „planning-backup sign-in --plan DATEI --actor ADMIN“ einen Link machen, und öffnen Sie ihn hier.',
  ),
  notTrusted: said(
    'Diese Anfrage kann nicht eingelassen werden.',
    'Öffnen Sie die Einstellungen unter der Adresse, die der Betreiber dieses Dienstes nennt.',
  ),
};

const WORDS = { en: ENGLISH, de: GERMAN } as const;

export const signInWords = (locale: Locale): SignInWords => WORDS[locale];

/** Of somebody whom nobody knows yet: what their browser asks for first (RFC 9110, section 12.5.4). */
export const languageAskedFor = (request: Request): Locale =>
  /^\s*de\b/i.test(request.headers.get('Accept-Language') ?? '') ? 'de' : 'en';
