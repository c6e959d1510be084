import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, toCell } from '../../../../src/adapters/driven/exceljs/cell.ts';
import { fitInto, MAXIMUM_LINES, pieces } from '../../../../src/adapters/driven/exceljs/text-fit.ts';

const words = (count: number): string => Array.from({ length: count }, (_, index) => `Wort${index}`).join(' ');

describe('fitInto', () => {
  it('counts lines as words wrap', () => {
    expect(fitInto('kurz', 20)).toEqual({ text: 'kurz', lines: 1, whole: true });
    expect(fitInto('eins\nzwei\n\nvier', 20).lines).toBe(4);
    expect(fitInto('aaaa aaaa aaaa aaaa', 11).lines).toBe(2);
    expect(fitInto('Donaudampfschifffahrtsgesellschaftskapitän', 11).lines).toBeGreaterThan(3);
    expect(fitInto('名前名前名前名前', 9).lines).toBe(2);
  });

  it('shows as much as fits, cut between words, and says that it is not all', () => {
    const text = words(2000);
    const fitted = fitInto(text, 28);
    expect(fitted).toMatchObject({ lines: MAXIMUM_LINES, whole: false });
    expect(text.startsWith(fitted.text)).toBe(true);
    expect(text.charAt(fitted.text.length - 1) === ' ' || text.charAt(fitted.text.length) === ' ').toBe(true);
  });

  it('cuts nothing that a reader sees as one character', () => {
    const family = '👨‍👩‍👧‍👦';
    const { text } = fitInto(family.repeat(500), 10);
    expect(text.length % family.length).toBe(0);
  });
});

describe('pieces', () => {
  it('are together the text, and each fits a cell, whatever the text is', () => {
    const unit = fc.constantFrom('a', 'W', ' ', '\n', '\u0301', '\u200D', '💥', '_x0041_', '名', '\t', 'Wort ');
    const text = fc.tuple(fc.array(unit, { minLength: 1, maxLength: 10 }), fc.integer({ min: 1, max: 4000 }));
    fc.assert(
      fc.property(text, ([units, times]) => {
        const whole = units.join('').repeat(times);
        const parts = pieces(whole, 120);
        expect(parts.join('')).toBe(cleanText(whole));
        for (const part of parts) expect(() => toCell(part)).not.toThrow();
      }),
      { numRuns: 100 },
    );
  });

  it('lose nothing of a long text', () => {
    expect(pieces(words(150_000), 120).join('')).toHaveLength(words(150_000).length);
    expect(pieces('x'.repeat(1_000_000), 120).join('')).toHaveLength(1_000_000);
  });
});

it('lets into one cell no more than it can hold, of whatever few lines', () => {
  for (const filler of [' ', '\u0301', '\u200D', 'i', '\t']) {
    const { text, whole } = fitInto(filler.repeat(100_000), 36);
    expect(whole).toBe(false);
    expect(() => toCell(text)).not.toThrow();
  }
});
