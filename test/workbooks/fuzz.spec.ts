import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cleanText } from '../../src/adapters/driven/exceljs/cell.ts';
import { ExceljsSpreadsheetRenderer } from '../../src/adapters/driven/exceljs/spreadsheet-renderer.ts';
import { STYLES } from '../../src/adapters/driven/exceljs/styles.ts';
import { WORDING } from '../../src/adapters/driven/exceljs/wording.ts';
import { Workbook } from '../../src/adapters/driven/exceljs/workbook.ts';
import { readWorkbook } from '../adapters/driven/exceljs/read-workbook.ts';
import { aWorkbookContent } from '../builders/workbook-content.ts';
import { run } from '../support/real-parts/shell.ts';
import { hostilePlan, hostileText } from './hostile.ts';
import { lostWords } from './words.ts';

const PLANS = 1000;
const CONVERTED = 50;
const [ROWS, COLUMNS] = [5000, 20];

/** In milliseconds: a minute where nothing else runs. */
const PATIENCE = 400_000;

type Value = string | number | boolean;

interface Read {
  readonly name: string;
  readonly cells: Readonly<Record<string, Readonly<Record<string, Value>>>>;
  readonly formulas: number;
  readonly links: readonly string[];
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planning-backup-fuzz-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** One openpyxl for all workbooks of a folder; one answer after the other, since all together are large. */
async function* readByOpenpyxl(of: string): AsyncIterable<Read> {
  const answers = join(of, 'answers.jsonl');
  const file = await open(answers, 'w');
  const script = fileURLToPath(new URL('read-values.py', import.meta.url));
  const child = spawn('/usr/bin/python3', [script, of], { stdio: ['ignore', file.fd, 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number];
  await file.close();
  expect(code).toBe(0);
  for await (const line of createInterface({ input: createReadStream(answers) })) yield JSON.parse(line) as Read;
}

/** The documented normalisation: openpyxl 3.0 shows an inline text's escape of an underscore as it is written. */
const normalised = (value: Value): Value => (typeof value === 'string' ? value.replaceAll('_x005F_', '_') : value);

const isSame = (read: Value | undefined, written: Value): boolean => {
  if (typeof read === 'number' && typeof written === 'number') return Math.abs(read - written) < 1e-6;
  return read !== undefined && normalised(read) === written;
};

it('100,000 hostile cells are read back as the texts they are', async () => {
  const texts = fc.sample(hostileText, { numRuns: ROWS * COLUMNS, seed: 20_261_126 });
  const workbook = await Workbook.open({ words: WORDING.de, styles: STYLES.de, footer: '', writtenAt: new Date(0) });
  await workbook.write({
    name: 'A',
    title: 't',
    hint: 'h',
    frozenColumns: 0,
    columns: Array.from({ length: COLUMNS }, (_, column) => ({
      heading: String(column),
      width: 30,
      value: (row: number) => texts[row * COLUMNS + column],
    })),
    sections: [{ rows: Array.from({ length: ROWS }, (_, row) => row) }],
    label: String,
  });
  const own = join(folder, 'cells');
  await mkdir(own);
  await writeFile(join(own, 'cells.xlsx'), await workbook.finish(0));
  for await (const { cells, formulas, links } of readByOpenpyxl(own)) {
    expect({ formulas, links }).toEqual({ formulas: 0, links: [] });
    let wrong = 0;
    for (const [index, text] of texts.entries()) {
      const address = `${String.fromCharCode(65 + (index % COLUMNS))}${Math.floor(index / COLUMNS) + 4}`;
      if (String(normalised(cells.A?.[address] ?? '')) !== cleanText(text)) wrong += 1;
    }
    expect(wrong).toBe(0);
  }
});

it(
  `${PLANS} hostile plans are read by openpyxl as they were written, with every word and nothing that acts`,
  async () => {
    const plans = fc.sample(hostilePlan, { numRuns: PLANS, seed: 20_261_127 });
    const own = join(folder, 'plans');
    await mkdir(own);
    for (const [index, plan] of plans.entries()) {
      const kind = index % 2 === 0 ? 'story-plan' : 'event-plan';
      const content = aWorkbookContent(kind, plan, { locale: index % 3 === 0 ? 'en' : 'de' });
      const { bytes } = await new ExceljsSpreadsheetRenderer().render(content);
      await writeFile(join(own, `${String(index).padStart(4, '0')}.xlsx`), bytes);
    }
    let count = 0;
    for await (const { name, cells, formulas, links } of readByOpenpyxl(own)) {
      const book = readWorkbook(await readFile(join(own, name)));
      for (const part of book.parts.keys()) expect(part).not.toMatch(/externalLink|vba|connections|drawing/);
      expect(formulas, name).toBe(0);
      for (const link of links) expect(link).toMatch(/^(?:https?:\/\/|mailto:)/);
      const values: string[] = [];
      for (const sheet of book.sheets) {
        for (const [address, { value }] of sheet.cells) {
          if (value === null) continue;
          const read = cells[sheet.name]?.[address];
          // An assertion a cell would take longer than all the rest.
          if (!isSame(read, value)) expect(read, `${name} ${sheet.name} ${address}`).toBe(value);
          values.push(String(value));
        }
      }
      const index = Number.parseInt(name, 10);
      const { selection } = aWorkbookContent('story-plan', plans[index]);
      const longTexts = Object.entries(cells[index % 3 === 0 ? 'Long texts' : 'Lange Texte'] ?? {});
      const pieces = longTexts.flatMap(([address, value]) =>
        address.startsWith('D') ? [String(normalised(value))] : [],
      );
      const records = index % 2 === 0 ? selection.stories : selection.events;
      expect(lostWords(records, [...values, pieces.join('')]), name).toEqual([]);
      count += 1;
    }
    expect(count).toBe(PLANS);
  },
  PATIENCE,
);

it(
  `one LibreOffice converts ${CONVERTED} of them`,
  async () => {
    const own = join(folder, 'plans');
    const files = (await readdir(own)).filter((name) => name.endsWith('.xlsx')).sort();
    const chosen = files.filter((_, index) => index % (PLANS / CONVERTED) === 0).map((name) => join(own, name));
    const converted = join(folder, 'converted');
    const profile = pathToFileURL(join(folder, 'profile')).href;
    await run(
      '/usr/bin/soffice',
      [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'csv', '--outdir', converted, ...chosen],
      { env: { HOME: folder } },
    );
    const results = await readdir(converted);
    expect(results).toHaveLength(CONVERTED);
    for (const name of results) {
      // Without what the plans themselves say.
      expect(await readFile(join(converted, name), 'utf8')).toMatch(
        /^"?(?:Stand|As of|Themenplanung|Terminplanung|Story plan|Event plan)/,
      );
    }
  },
  PATIENCE,
);
