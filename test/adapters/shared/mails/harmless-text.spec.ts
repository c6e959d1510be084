import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harmlessName, harmlessValue } from '../../../../src/adapters/shared/mails/harmless-text.ts';

describe('a name in a mail', () => {
  it.each([
    ['Anna Weber', 'Anna Weber'],
    ['Zoë Müller-Łukasz', 'Zoë Müller-Łukasz'],
    ['שרה לוי', 'שרה לוי'],
    [' Anna\r\nBcc: eve@evil.example ', 'Anna Bcc: eve@evil․example'],
    ['Anna\u2028\u0085\u00a0Weber', 'Anna Weber'],
    ['Anna\u202e\u200b\u2066rebeW\ufeff\u00ad', 'AnnarebeW'],
    ['A\ud800nna', 'Anna'],
    ['https://evil.example/x', 'https: //evil․example/x'],
    ['www.evil.example', 'www․evil․example'],
    ['Dr. Anna', 'Dr. Anna'],
    [`A${'\u0301'.repeat(50)}`, `A${'\u0301'.repeat(4)}`],
    ['', '–'],
    ['\u200b\u3164 \u2800', '–'],
    ['x'.repeat(500), `${'x'.repeat(79)}…`],
    ['💥'.repeat(100), `${'💥'.repeat(79)}…`],
  ])('%j is %j', (name, shown) => {
    expect(harmlessName(name)).toBe(shown);
  });

  it('is one short line of what can be seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const shown = harmlessName(name);
        expect([...shown].length).toBeLessThanOrEqual(80);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|:\/\/|\S\.\S/u);
        expect(shown).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });
});

describe('a setting in a mail', () => {
  it.each([
    ['/Redaktion Süd/Pläne', '/Redaktion Süd/Pläne'],
    ['a\u200bb', 'a⟨U+200B⟩b'],
    ['a\u00a0b', 'a⟨U+00A0⟩b'],
    ['a\u202eb', 'a⟨U+202E⟩b'],
    ['\u{e0041}', '⟨U+E0041⟩'],
    ['a\r\nb', 'a⟨U+000D⟩⟨U+000A⟩b'],
    ['https://x.example', 'https⟨U+003A⟩//x.example'],
    [`e${'\u0301'.repeat(5)}`, `e${'⟨U+0301⟩'.repeat(5)}`],
  ])('%j is %j', (value, shown) => {
    expect(harmlessValue(value)).toBe(shown);
  });

  it('never looks like another one', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', '\u200b', '\u00a0', '\u202e', '\r', '\u0301', '💥'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(text, text, (a, b) => a === b || harmlessValue(a) !== harmlessValue(b)),
      { numRuns: 1_000 },
    );
  });
});
