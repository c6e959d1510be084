import type { TestedStep } from '../../../../application/testing-connection/results.ts';
import { type Said, said } from '../../../shared/wording/said.ts';

/** What is said of a connection test, beside what page and command line share. */
export interface TestingWords {
  readonly title: (destination: string, user: string) => string;
  readonly states: Readonly<Record<TestedStep['status'], string>>;
  readonly provesItself: string;
  readonly replaces: (way: string) => string;
  readonly alsoReplaces: (way: string, option: string) => string;
  readonly eitherOr: Said;
  readonly nothingToTest: Said;
}

export const ENGLISH_TESTING: TestingWords = {
  title: (destination, user) => `Connection test: ${destination} as ${user}`,
  states: { ok: 'ok', failed: 'failed', 'not-tried': 'not tried', 'to-be-trusted': 'waits for your trust' },
  provesItself: 'The server proved itself with:',
  replaces: (way) => `Old files can be replaced: ${way}`,
  alsoReplaces: (way, option) => `Your server also allows another way to replace files: ${way}, with ${option}`,
  eitherOr: said(
    '--organisation tests what is stored, and other options were given that say something else.',
    'Give --organisation alone, or leave it out and give the options of configure.',
  ),
  nothingToTest: said(
    'It is not said what to test.',
    'Give --organisation ID for what is stored, or the options of configure for what is not saved yet.',
  ),
};

export const GERMAN_TESTING: TestingWords = {
  title: (destination, user) => `Verbindungstest: ${destination} als ${user}`,
  states: {
    ok: 'ok',
    failed: 'gescheitert',
    'not-tried': 'nicht versucht',
    'to-be-trusted': 'wartet auf Ihr Vertrauen',
  },
  provesItself: 'Der Server hat sich ausgewiesen mit:',
  replaces: (way) => `Alte Dateien lassen sich ersetzen: ${way}`,
  alsoReplaces: (way, option) => `Ihr Server erlaubt auch eine andere Art, Dateien zu ersetzen: ${way}, mit ${option}`,
  eitherOr: said(
    '--organisation prüft, was gespeichert ist, und andere Optionen sagen etwas anderes.',
    'Geben Sie nur --organisation an, oder stattdessen die Optionen von configure.',
  ),
  nothingToTest: said(
    'Es ist nicht gesagt, was zu prüfen ist.',
    'Geben Sie --organisation ID an für das, was gespeichert ist, oder die Optionen von configure für das, was noch nicht gespeichert ist.',
  ),
};
