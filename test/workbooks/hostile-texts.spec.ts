import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cleanText } from '../../src/adapters/driven/exceljs/cell.ts';
import { ExceljsSpreadsheetRenderer } from '../../src/adapters/driven/exceljs/spreadsheet-renderer.ts';
import { aStory } from '../builders/plan.ts';
import { aWorkbookContent } from '../builders/workbook-content.ts';
import { type DumpedCell, dumpWorkbook, openOffice } from '../support/real-parts/office.ts';
import { hostileText } from './hostile.ts';

const STORIES = 1500;

/** Below the headings and the band of the one day. */
const FIRST_ROW = 5;

const texts = fc.sample(hostileText, { numRuns: STORIES * 4, seed: 20_261_125 });
const text = (index: number): string => texts[index] ?? '';
const stories = Array.from({ length: STORIES }, (_, index) =>
  aStory({
    id: String(index).padStart(5, '0'),
    title: text(4 * index),
    slug: text(4 * index + 1),
    location: text(4 * index + 2),
  })
    .with({ note: text(4 * index + 3), customFields: [{ name: text(4 * index), value: text(4 * index + 1) }] })
    .withDeadline('2026-11-25', undefined, { title: text(4 * index + 2), note: text(4 * index + 3) })
    .build(),
);

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planning-backup-hostile-'));
  file = join(folder, 'hostile.xlsx');
  await writeFile(
    file,
    (await new ExceljsSpreadsheetRenderer().render(aWorkbookContent('story-plan', { stories }))).bytes,
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** openpyxl 3.0 shows the escape of an underscore in an inline text as it is written. */
const readBack = (cell: DumpedCell | undefined): string => String(cell?.value ?? '').replaceAll('_x005F_', '_');

it('openpyxl reads every hostile text back as the text it is', async () => {
  const { sheets } = await dumpWorkbook(file);
  for (const { cells } of sheets)
    for (const { type, link } of Object.values(cells)) expect([type === 'f', link]).toEqual([false, null]);
  const plan = sheets.find(({ name }) => name === 'Themenplanung')?.cells ?? {};
  const columns = Object.fromEntries(
    Object.entries(plan).flatMap(([address, { value }]) =>
      /^[A-Z]3$/.test(address) ? [[String(value), address.charAt(0)]] : [],
    ),
  );
  const read = new Map<string, readonly string[]>();
  for (let row = FIRST_ROW; row < FIRST_ROW + STORIES; row += 1) {
    const [id, ...values] = ['ID', 'Thema', 'Kurztitel', 'Ort', 'Notiz'].map((heading) =>
      readBack(plan[`${columns[heading]}${row}`]),
    );
    read.set(id ?? '', values);
  }
  const expected = stories.map(({ id, title, slug, location, note }) => [
    id,
    [title, slug, location, note].map((one) => cleanText(one ?? '')),
  ]);
  expect([...read].sort()).toEqual(expected);
});

it('LibreOffice opens them all, and computes none', async () => {
  const office = await openOffice();
  const shown = (await office.toCsv(file)).Themenplanung ?? '';
  await office.close();
  expect(shown.match(/^(?:25\.11\.2026|11\/25\/2026),/gm)).toHaveLength(STORIES);
  expect(shown.match(/[0-9]{5}$/gm)?.length).toBeGreaterThanOrEqual(STORIES);
});
