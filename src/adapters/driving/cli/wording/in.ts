import type { Locale } from '../../../../domain/backup-configuration/settings.ts';
import { ENGLISH } from './english.ts';
import { GERMAN } from './german.ts';
import type { Words } from './words.ts';

const WORDS: Readonly<Record<Locale, Words>> = { de: GERMAN, en: ENGLISH };

export const wordsIn = (locale: Locale): Words => WORDS[locale];
