import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellValue, isPlain, toCell } from '../../../../src/adapters/driven/exceljs/cell.ts';
import { cellXml, letterOf, plainCellXml, rowXml } from '../../../../src/adapters/driven/exceljs/row-xml.ts';

const require = createRequire(import.meta.url);

interface RowXform {
  toXml(model: object): string;
}
const RowXformOfExceljs = require('exceljs/lib/xlsx/xform/sheet/row-xform.js') as new () => RowXform;
const { ValueType } = require('exceljs/lib/doc/enums.js') as { ValueType: Readonly<Record<string, number>> };

/** As exceljs has it between a cell and its XML; inline texts are rich texts of one run there. */
const model = (address: string, styleId: number, value: CellValue, inline: boolean): object => {
  if (value === null) return { address, styleId, type: ValueType.Null };
  if (typeof value === 'number') return { address, styleId, type: ValueType.Number, value };
  if (typeof value === 'boolean') return { address, styleId, type: ValueType.Boolean, value };
  if (!inline) return { address, styleId, type: ValueType.String, value };
  return { address, styleId, type: ValueType.RichText, value: { richText: [{ text: value }] } };
};

const hard = fc.constantFrom('<', '>', '&', "'", '"', ']]>', '\n', ' ', '\u00A0', '_x0041_', '=1', '\t', 'ä', '💥');
const text = fc.array(fc.oneof(hard, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 8 });
const value = fc.oneof(
  text.map((parts) => parts.join('')),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);

describe('a row', () => {
  it('is written character by character as exceljs writes it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 26 }),
        fc.integer({ min: 1, max: 1_048_576 }),
        fc.integer({ min: 1, max: 1638 }).map((quarters) => quarters / 4),
        (row, number, height) => {
          const cells = row.map(([input, style], index) => {
            const cell = toCell(input);
            return { address: `${letterOf(index)}${number}`, style, cell };
          });
          const ours = cells.map(({ address, style, cell }) => cellXml(address, style, cell));
          const theirs = cells.map(({ address, style, cell }, index) =>
            model(address, style, cell, ours[index]?.includes(' t="inlineStr"') === true),
          );
          expect(rowXml(number, height, cells.length, ours.join(''))).toBe(
            new RowXformOfExceljs().toXml({ number, height, min: 1, max: cells.length, cells: theirs }),
          );
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is written the same by the short way for a plain text', () => {
    let plain = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          text.map((parts) => parts.join('')),
          fc.string({ unit: 'binary' }),
          fc.lorem(),
        ),
        (input) => {
          if (!isPlain(input)) return;
          plain += 1;
          expect(plainCellXml('<c r="B7" s="3"', input)).toBe(cellXml('B7', 3, toCell(input)));
        },
      ),
      { numRuns: 2000 },
    );
    expect(plain).toBeGreaterThan(100);
  });

  it('has no character that is plain and is changed on the other way', () => {
    for (let code = 0; code < 0x10000; code += 1) {
      for (const input of [
        `a${String.fromCharCode(code)}b`,
        `${String.fromCharCode(code)}b`,
        `a${String.fromCharCode(code)}`,
      ]) {
        if (isPlain(input))
          expect(plainCellXml('<c', input)).toBe(cellXml('', 0, toCell(input)).replace(/^<c r="" s="0"/, '<c'));
      }
    }
  });

  it('knows no text as plain that a cell could not hold', () => {
    expect(isPlain('')).toBe(false);
    expect(isPlain('x'.repeat(32_767))).toBe(true);
    expect(isPlain('x'.repeat(32_768))).toBe(false);
  });

  it.each([
    ['two\nlines', true],
    [' outer space', true],
    ['outer space\u00A0', true],
    ['_x005F_x0041_', true],
    ['plain', false],
    ['=1+1', false],
  ])('writes %j inline, where LibreOffice would change it otherwise: %s', (input, inline) => {
    expect(cellXml('A1', 1, input).includes('inlineStr')).toBe(inline);
  });
});
