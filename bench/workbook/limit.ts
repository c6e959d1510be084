import { crc32, deflateRawSync } from 'node:zlib';
import type { Table, TableSheet } from './table.ts';

/** The same compression as ours. */
export const LEVEL = 6;

/**
 * The limit: the same XML, character by character, put together as strings and given to zlib, with nothing in between.
 * @param others the small entries of our workbook, by name, taken over as they are
 */
export const limit = (table: Table, others: ReadonlyMap<string, string>): Uint8Array => {
  const entries = new Map(others);
  for (const [index, sheet] of table.sheets.entries()) entries.set(`xl/worksheets/sheet${index + 1}.xml`, xmlOf(sheet));
  return zip(entries);
};

export const xmlOf = ({ rows, head, tail }: TableSheet): string => {
  let xml = head;
  for (const { number, height, cells } of rows) {
    xml += `<row r="${number}" ht="${height}" customHeight="1" spans="1:${cells.length}" x14ac:dyDescent="0.25">`;
    for (let index = 0; index < cells.length; index += 1) {
      const [value, style, inline] = cells[index] ?? [null, 0];
      const begin = `<c r="${String.fromCharCode(65 + index)}${number}" s="${style}"`;
      if (value === null) xml += `${begin}/>`;
      else if (typeof value === 'number') xml += `${begin}><v>${value}</v></c>`;
      else if (inline === undefined) xml += `${begin} t="str"><v>${escaped(value)}</v></c>`;
      else xml += `${begin} t="inlineStr"><is><r>${inlineText(value)}</r></is></c>`;
    }
    xml += '</row>';
  }
  return xml + tail;
};

const inlineText = (text: string): string =>
  /^\s|\n|\s$/.test(text) ? `<t xml:space="preserve">${escaped(text)}</t>` : `<t>${escaped(text)}</t>`;

const escaped = (text: string): string =>
  SPECIAL.test(text) ? text.replace(/[<>&'"]/g, (character) => ENTITIES[character as keyof typeof ENTITIES]) : text;

const SPECIAL = /[<>&'"]/;
const ENTITIES = { '<': '&lt;', '>': '&gt;', '&': '&amp;', "'": '&apos;', '"': '&quot;' };

/** A zip file with everything known before it is written (APPNOTE 4.3). */
const zip = (entries: ReadonlyMap<string, string>): Uint8Array => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of entries) {
    const data = Buffer.from(text);
    const packed = deflateRawSync(data, { level: LEVEL });
    const name = Buffer.from(path);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(data.length, 18);
    fields.writeUInt16LE(name.length, 22);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed);
    const more = Buffer.alloc(14);
    more.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, more, name);
    offset += 30 + name.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.size, 8);
  end.writeUInt16LE(entries.size, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
};
