import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellInput, cleanText, toCell } from '../../../../src/adapters/driven/exceljs/cell.ts';

/** What XML 1.0 lets stand in a document (Char), and no control character but tab and line feed. */
const SOUND = /^(?:[\t\n\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFD]|[\u{10000}-\u{10FFFF}])*$/u;

/** What a reader makes of it (ECMA-376, ST_Xstring). */
const readBack = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

describe('toCell', () => {
  it.each([
    ['=HYPERLINK("http://evil.example","x")', '=HYPERLINK("http://evil.example","x")'],
    ['+1+1', '+1+1'],
    [
      'Zeile 1\r\nZeile 2\rZeile 3\vZeile 4\fZeile 5\u2028Zeile 6\u0085Zeile 7',
      'Zeile 1\nZeile 2\nZeile 3\nZeile 4\nZeile 5\nZeile 6\nZeile 7',
    ],
    ['a\u0000b\u0007c\u007Fd\u009Be', 'a\uFFFDb\uFFFDc\uFFFDd\uFFFDe'],
    ['a\uFFFEb\uFFFFc', 'a\uFFFDb\uFFFDc'],
    ['\uD83Dhalf\uDE00', '\uFFFDhalf\uFFFD'],
    ['💥 👨‍👩‍👧 Łukasz שלום', '💥 👨‍👩‍👧 Łukasz שלום'],
    ['_x0041_', '_x005F_x0041_'],
    ['_x0041_x0042_ _x41_ _X0041_', '_x005F_x0041_x005F_x0042_ _x41_ _X0041_'],
    ['tab\tstays', 'tab\tstays'],
    ['', null],
    [undefined, null],
    [null, null],
    [0, 0],
    [true, true],
  ])('makes of %j: %j', (input, cell) => {
    expect(toCell(input)).toBe(cell);
  });

  it.each<[string, unknown]>([
    ['a formula', { formula: '1+1' }],
    ['rich text', { richText: [{ text: 'x' }] }],
    ['a link', { text: 'x', hyperlink: 'http://evil.example' }],
    ['an error', { error: '#N/A' }],
    ['a date', new Date(0)],
    ['a list', [1]],
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a bigint', 1n],
    ['a function', () => '=1'],
    ['a boxed text', Object('=1')],
  ])('does not let %s through', (_, value) => {
    expect(() => toCell(value as CellInput)).toThrow(TypeError);
  });

  it('holds 32,767 characters, and refuses one more rather than cut it', () => {
    expect(toCell('x'.repeat(32_767))).toHaveLength(32_767);
    expect(() => toCell('x'.repeat(32_768))).toThrow(RangeError);
  });

  it('gives sound text that reads back as it was, whatever it was', () => {
    const hard = fc.constantFrom(
      '_x',
      '_',
      '0041',
      'x005F_',
      '=',
      '\r',
      '\n',
      '\u0000',
      '\uD800',
      '\uDC00',
      '\uFFFE',
      ']]>',
      '&amp;',
    );
    const text = fc
      .array(fc.oneof(hard, fc.string({ unit: 'binary' })), { maxLength: 20 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (input) => {
        const cell = toCell(input);
        expect(typeof cell === 'string' || (cell === null && input === '')).toBe(true);
        expect(cell ?? '').toMatch(SOUND);
        expect(readBack(String(cell ?? ''))).toBe(cleanText(input));
      }),
      { numRuns: 2000 },
    );
  });

  it('gives nothing but texts, finite numbers, booleans and null, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        let cell: unknown = null;
        try {
          cell = toCell(input as CellInput);
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError);
        }
        expect(cell === null || ['string', 'boolean'].includes(typeof cell) || Number.isFinite(cell)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
