/** A part as it lies in a zip file: checksum and size (bytes) are of what was compressed. */
export interface PartOfZip {
  /** ASCII. */
  readonly path: string;
  readonly checksum: number;
  readonly size: number;
  readonly packed: readonly Buffer[];
}

const LOCAL = Buffer.from('PK\x03\x04', 'latin1');
const CENTRAL = Buffer.from('PK\x01\x02', 'latin1');
const END = Buffer.from('PK\x05\x06', 'latin1');

/** 2.0: what deflate needs (APPNOTE 4.4.3). */
const VERSION = 20;
const DEFLATED = 8;

/**
 * What a part's own record and its record in the directory share (PKWARE's APPNOTE 6.3.10, 4.3.7).
 * @throws {RangeError} for a part of 4 GB or more, which would need another format
 */
export const fieldsOf = ({ path, checksum, size, packed }: PartOfZip, date: Date): Buffer => {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(DEFLATED, 4);
  fields.writeUInt32LE(dosTime(date), 6);
  fields.writeUInt32LE(checksum, 10);
  fields.writeUInt32LE(
    packed.reduce((sum, { length }) => sum + length, 0),
    14,
  );
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(path.length, 22);
  return fields;
};

/** Stands before the part's bytes. */
export const localRecord = (fields: Buffer, path: string): Buffer =>
  Buffer.concat([LOCAL, fields, Buffer.from(path, 'latin1')]);

/** @param offset of the part's local record. */
export const directoryRecord = (fields: Buffer, path: string, offset: number): Buffer => {
  const madeBy = Buffer.from([VERSION, 0]);
  const where = Buffer.alloc(14);
  where.writeUInt32LE(offset, 10);
  return Buffer.concat([CENTRAL, madeBy, fields, where, Buffer.from(path, 'latin1')]);
};

/** @param offset of the directory, which is `length` bytes long. */
export const endOfDirectory = (parts: number, length: number, offset: number): Buffer => {
  const rest = Buffer.alloc(18);
  rest.writeUInt16LE(parts, 4);
  rest.writeUInt16LE(parts, 6);
  rest.writeUInt32LE(length, 8);
  rest.writeUInt32LE(offset, 12);
  return Buffer.concat([END, rest]);
};

/** Date and time as MS-DOS packed them, to two seconds, in UTC: a machine's zone is not to show. None before 1980. */
const dosTime = (date: Date): number => {
  const at = date.getUTCFullYear() < 1980 ? new Date(Date.UTC(1980, 0, 1)) : date;
  const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return ((day << 16) | time) >>> 0;
};
