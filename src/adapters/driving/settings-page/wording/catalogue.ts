import type { Locale } from '../../../../domain/backup-configuration/settings.ts';
import { ENGLISH } from './english.ts';
import { GERMAN } from './german.ts';
import type { Words } from './words.ts';

const WORDS = { en: ENGLISH, de: GERMAN } as const;

export const wordsIn = (locale: Locale): Words => WORDS[locale];
