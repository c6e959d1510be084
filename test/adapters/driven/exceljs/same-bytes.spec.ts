import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ByteSink } from '../../../../src/adapters/driven/exceljs/byte-sink.ts';
import { openWriter } from '../../../../src/adapters/driven/exceljs/deterministic-writer.ts';
import { ZipEntry } from '../../../../src/adapters/driven/exceljs/zip-entry.ts';
import { ZipFile } from '../../../../src/adapters/driven/exceljs/zip-file.ts';
import { renderHash } from './render-hash.ts';

/** Prints a hash for each time zone of the machine; Node takes a new one over when it is set. */
const SCRIPT = `
  import { renderHash } from ${JSON.stringify(new URL('render-hash.ts', import.meta.url).href)};
  for (const zone of ['Europe/Berlin', 'Pacific/Kiritimati', 'America/St_Johns']) {
    process.env.TZ = zone;
    console.log(new Date(0).getTimezoneOffset(), new Intl.NumberFormat().resolvedOptions().locale, await renderHash());
  }
`;

describe('the same content', () => {
  it('gives the same bytes a hundred times, ten at a time', async () => {
    const hashes = new Set<string>();
    for (let round = 0; round < 100; round += 10) {
      for (const hash of await Promise.all(Array.from({ length: 10 }, renderHash))) hashes.add(hash);
    }
    expect([...hashes]).toEqual([await renderHash()]);
  });

  it('gives the same bytes in three time zones of the machine and two languages of its environment', async () => {
    const runs = ['de_DE.UTF-8', 'tr_TR.UTF-8'].map(async (locale) => {
      const env = { ...process.env, LC_ALL: locale, LANG: locale };
      const args = ['--import', 'tsx', '--input-type=module', '--eval', SCRIPT];
      return (await promisify(execFile)(process.execPath, args, { env })).stdout.trim().split('\n');
    });
    const lines = (await Promise.all(runs)).flat().map((line) => line.split(' '));
    expect(new Set(lines.map(([offset, locale]) => `${offset} ${locale}`)).size).toBe(6);
    expect(new Set(lines.map(([, , hash]) => hash))).toEqual(new Set([await renderHash()]));
  }, 60_000);
});

it('exceljs has the private parts that its writer is steered by', async () => {
  const writer = await openWriter(new ByteSink(), new Date(0));
  const sheet = writer.addWorksheet('A', {
    properties: { defaultRowHeight: 15 },
    pageSetup: {},
    views: [],
    headerFooter: { oddFooter: '' },
  });
  expect(writer.zip).toBeInstanceOf(ZipFile);
  expect(writer.styles.addStyleModel).toBeTypeOf('function');
  expect(sheet._writeColumns).toBeTypeOf('function');
  expect(sheet._writeOpenSheetData).toBeTypeOf('function');
  expect(sheet._sheetRelsWriter.addHyperlink).toBeTypeOf('function');
  expect(sheet.startedData).toBe(false);
  expect(sheet.stream).toBeInstanceOf(ZipEntry);
});
