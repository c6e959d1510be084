import { inflateRawSync } from 'node:zlib';

export interface ReadCell {
  readonly value: string | number | boolean | null;
  readonly formula: boolean;
}

export interface ReadSheet {
  readonly name: string;
  readonly xml: string;
  /** By address. */
  readonly cells: ReadonlyMap<string, ReadCell>;
  /** The values of a row, from column A. */
  readonly row: (number: number) => readonly ReadCell['value'][];
}

export interface ReadWorkbook {
  /** By name: the texts of the zip file's entries. */
  readonly parts: ReadonlyMap<string, string>;
  readonly sheets: readonly ReadSheet[];
  readonly sheet: (name: string) => ReadSheet;
}

/** Reads a workbook with nothing of what wrote it: zip and XML by hand, as strict as a reader has to be. */
export const readWorkbook = (bytes: Uint8Array): ReadWorkbook => {
  const parts = unzip(Buffer.from(bytes));
  const names = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet sheetId="(\d+)" name="([^"]*)"/g)];
  const sheets = names.map(([, id, name]) =>
    sheetOf(unescaped(name ?? ''), parts.get(`xl/worksheets/sheet${id}.xml`) ?? ''),
  );
  return {
    parts,
    sheets,
    sheet: (name) => {
      const sheet = sheets.find((one) => one.name === name);
      if (sheet === undefined) throw new Error(`there is no sheet "${name}" among ${sheets.map((one) => one.name)}`);
      return sheet;
    },
  };
};

const sheetOf = (name: string, xml: string): ReadSheet => {
  const cells = new Map<string, ReadCell>();
  for (const [, address, type, inside] of xml.matchAll(
    /<c r="([A-Z]+\d+)"(?: s="\d+")?(?: t="(\w+)")?(?:\/>|>(.*?)<\/c>)/gs,
  )) {
    cells.set(address ?? '', cellOf(type, inside ?? ''));
  }
  return {
    name,
    xml,
    cells,
    row: (number) =>
      [...cells].filter(([address]) => address.replace(/^[A-Z]+/, '') === String(number)).map(([, { value }]) => value),
  };
};

const cellOf = (type: string | undefined, inside: string): ReadCell => {
  const text = /<(v|t)(?: [^>]*)?>(.*?)<\/\1>/s.exec(inside)?.[2];
  const formula = inside.includes('<f');
  if (text === undefined) return { value: null, formula };
  if (type === undefined) return { value: Number(text), formula };
  if (type === 'b') return { value: text === '1', formula };
  return { value: unescaped(text), formula };
};

/** XML's escapes, then those of ECMA-376 for texts. */
const unescaped = (text: string): string =>
  text
    .replace(/&(lt|gt|amp|quot|apos);/g, (_, name: keyof typeof ENTITIES) => ENTITIES[name])
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const ENTITIES = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The central directory of a zip file, entry by entry (APPNOTE 4.3.12). */
const unzip = (zip: Buffer): Map<string, string> => {
  const parts = new Map<string, string>();
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const local = zip.readUInt32LE(at + 42);
    const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const compressed = zip.subarray(data, data + zip.readUInt32LE(at + 20));
    const content = zip.readUInt16LE(at + 10) === 0 ? compressed : inflateRawSync(compressed);
    parts.set(name, new TextDecoder('utf-8', { fatal: true }).decode(content));
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return parts;
};
