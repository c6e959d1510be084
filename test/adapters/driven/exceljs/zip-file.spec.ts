import { once } from 'node:events';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ByteSink } from '../../../../src/adapters/driven/exceljs/byte-sink.ts';
import { ZipFile } from '../../../../src/adapters/driven/exceljs/zip-file.ts';

const DATE = new Date('2026-11-25T01:28:15Z');

const zipped = async (write: (zip: ZipFile) => void, date = DATE): Promise<Buffer> => {
  const sink = new ByteSink();
  const zip = new ZipFile(sink, date);
  write(zip);
  const finished = once(sink, 'finish');
  zip.finalize();
  await finished;
  return Buffer.from(sink.bytes());
};

/** Of the part that lies first: its date, its name, its text. */
const firstPart = (file: Buffer): readonly [number, string, string] => {
  const [packed, name] = [file.readUInt32LE(18), file.readUInt16LE(26)];
  const text = inflateRawSync(file.subarray(30 + name, 30 + name + packed)).toString();
  return [file.readUInt32LE(10), file.subarray(30, 30 + name).toString(), text];
};

describe('the zip file', () => {
  it('holds the text of a part, however it was written', async () => {
    const text = Array.from({ length: 20_000 }, (_, line) => `Zeile ${line} – ä💥\n`);
    const whole = await zipped((zip) => zip.append(text.join(''), { name: '/xl/a.xml' }));
    const bitByBit = await zipped((zip) => {
      const entry = zip.open('xl/a.xml');
      for (const line of text) entry.write(line);
      entry.end();
    });
    const huge = await zipped((zip) => {
      const entry = zip.open('xl/a.xml');
      entry.write({ toBuffer: () => Buffer.from(text.join('')) });
      entry.end();
    });
    expect(firstPart(whole)).toEqual([expect.any(Number), 'xl/a.xml', text.join('')]);
    expect(bitByBit.equals(whole)).toBe(true);
    expect(huge.equals(whole)).toBe(true);
  });

  it('has its parts in the order in which they were begun, whichever ends first', async () => {
    const file = await zipped((zip) => {
      const [first, second] = [zip.open('1.xml'), zip.open('2.xml')];
      second.end();
      first.write('one');
      first.end();
    });
    expect(firstPart(file)[1]).toBe('1.xml');
  });

  it.each([
    ['2026-11-25T01:28:15Z', '2026-11-25 01:28:14'],
    ['1970-01-01T00:00:00Z', '1980-01-01 00:00:00'],
  ])('dates its parts in UTC, to two seconds: %s', async (date, shown) => {
    const [packed] = firstPart(await zipped((zip) => zip.append('x', { name: 'x' }), new Date(date)));
    const [day, time] = [packed >>> 16, packed & 0xffff];
    const two = (value: number): string => String(value).padStart(2, '0');
    expect(
      `${(day >> 9) + 1980}-${two((day >> 5) & 15)}-${two(day & 31)} ${two(time >> 11)}:${two((time >> 5) & 63)}:${two((time & 31) * 2)}`,
    ).toBe(shown);
  });

  it('tells the error of a part, and is not written', async () => {
    const sink = new ByteSink();
    const zip = new ZipFile(sink, DATE);
    const entry = zip.open('x');
    entry.end();
    // After its end, zlib takes nothing more.
    entry.write('x');
    entry.end();
    const failed = once(zip, 'error');
    zip.finalize();
    expect(await failed).toEqual([expect.objectContaining({ code: 'ERR_STREAM_WRITE_AFTER_END' })]);
    expect(sink.bytes()).toHaveLength(0);
  });
});
