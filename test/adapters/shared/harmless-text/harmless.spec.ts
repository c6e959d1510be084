import fc from 'fast-check';
import { expect, test } from 'vitest';
import { harmless, harmlessJson } from '../../../../src/adapters/shared/harmless-text/harmless.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
const HARMFUL = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Surrogate}/u;

test.each([
  ['Hafen – „Süd“ 👩‍🚒', 'Hafen – „Süd“ 👩‍🚒'],
  ['\u001b[31mred', '\\u{1b}[31mred'],
  ['a\r\nb', 'a\\u{d}\\u{a}b'],
  ['\u202egnp.exe', '\\u{202e}gnp.exe'],
  ['\u009b31m', '\\u{9b}31m'],
  ['\ud800', '\\u{d800}'],
])('%j is shown as %s', (text, shown) => {
  expect(harmless(text)).toBe(shown);
});

test('nothing that a terminal obeys is left of any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !HARMFUL.test(harmless(text))));
});

test('JSON is harmless too, and reads back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const json = harmlessJson({ text: `${text}\u{e0041}` });
      expect(json).not.toMatch(HARMFUL);
      expect(JSON.parse(json)).toEqual({ text: `${text}\u{e0041}` });
    }),
  );
});
