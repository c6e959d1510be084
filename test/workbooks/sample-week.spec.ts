import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleWeek } from '../../demo/sample-week/index.ts';
import { ExceljsSpreadsheetRenderer } from '../../src/adapters/driven/exceljs/spreadsheet-renderer.ts';
import { readPlanningData } from '../../src/adapters/shared/planning-data/planning-data.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { type Selection, select } from '../../src/domain/plan/selection.ts';
import { planningWindow } from '../../src/domain/schedule/night.ts';
import { aNight } from '../builders/night.ts';
import { valid } from '../builders/valid.ts';
import { aWorkbookContent } from '../builders/workbook-content.ts';
import {
  type DumpedCell,
  type DumpedSheet,
  type DumpedWorkbook,
  dumpWorkbook,
  type Office,
  openOffice,
  pdfPages,
} from '../support/real-parts/office.ts';
import { lostWords, wordsOf } from './words.ts';

const NIGHT = '2026-11-25';
const KINDS = ['story-plan', 'event-plan'] as const;
type Kind = (typeof KINDS)[number];

/** The sample week with a record that cannot be read. */
const plan: Plan = (() => {
  const document = { ...sampleWeek(NIGHT) };
  const broken = { id: 'kaputt', title: 'Unlesbar', confidential: false, event: { start: { date: '2026-02-30' } } };
  const bytes = new TextEncoder().encode(JSON.stringify({ ...document, stories: [...document.stories, broken] }));
  return valid(readPlanningData(bytes)).plan;
})();
const selection: Selection = select(plan, planningWindow(aNight(NIGHT), 'Europe/Berlin'), 'include');

let folder: string;
let office: Office;
const rows = new Map<Kind, number>();
const dumps = new Map<Kind, DumpedWorkbook>();

const fileOf = (kind: Kind): string => join(folder, `${kind}.xlsx`);
const dumpOf = (kind: Kind): DumpedWorkbook =>
  dumps.get(kind) ?? { sheets: [], definedNames: [], creator: null, created: null };
const sheetOf = (kind: Kind, name: string): DumpedSheet => {
  const sheet = dumpOf(kind).sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`there is no sheet "${name}"`);
  return sheet;
};
const mainSheet = (kind: Kind): DumpedSheet => sheetOf(kind, kind === 'story-plan' ? 'Themenplanung' : 'Terminplanung');

/** The cells under a heading; a band above a day's rows is none of them. */
const column = (sheet: DumpedSheet, heading: string): readonly DumpedCell[] => {
  const entry = Object.entries(sheet.cells).find(
    ([address, { value }]) => /^[A-Z]+3$/.test(address) && value === heading,
  );
  const letter = entry?.[0].slice(0, -1);
  return Object.entries(sheet.cells).flatMap(([address, cell]) =>
    address.replace(/\d+$/, '') === letter && Number(address.slice(letter.length)) > 3 && !isBand(sheet, cell)
      ? [cell]
      : [],
  );
};

const isBand = (sheet: DumpedSheet, { value }: DumpedCell): boolean =>
  sheet.name.endsWith('planung') && /^\p{L}+, \d+\. \p{L}+ 2026 – /u.test(String(value));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planning-backup-workbooks-'));
  office = await openOffice();
  for (const kind of KINDS) {
    const rendered = await new ExceljsSpreadsheetRenderer().render(aWorkbookContent(kind, plan));
    await writeFile(fileOf(kind), rendered.bytes);
    rows.set(kind, rendered.rows);
    dumps.set(kind, await dumpWorkbook(fileOf(kind)));
  }
});
afterAll(async () => {
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each(KINDS)('openpyxl reads the %s of the sample week', (kind) => {
  it('with its sheets in order', () => {
    const names = dumpOf(kind).sheets.map(({ name }) => name);
    expect(names).toEqual(
      kind === 'story-plan'
        ? ['Bitte prüfen', 'Themenplanung', 'Aufgaben', 'Publikationen', 'Lange Texte', 'Info']
        : ['Bitte prüfen', 'Terminplanung', 'Aufgaben', 'Info'],
    );
  });

  it('with as many rows as were counted, each with a real date and a real time or none', () => {
    const days = column(mainSheet(kind), 'Tag');
    expect(days).toHaveLength(rows.get(kind) ?? Number.NaN);
    for (const day of days) {
      expect(day).toMatchObject({ type: 'd', format: 'dd.mm.yyyy' });
      expect(day.value).toMatch(/^2026-11-2[5-9]T00:00:00$/);
    }
    for (const time of column(mainSheet(kind), 'Zeit')) {
      expect(time).toMatchObject({ type: 'd', format: 'hh:mm' });
      expect(time.value).toMatch(/^\d\d:\d\d:00/);
    }
  });

  it('with weekdays that are those of the dates', () => {
    const weekdays = column(mainSheet(kind), 'WT').map(({ value }) => value);
    const dates = column(mainSheet(kind), 'Tag').map(({ value }) => new Date(`${value}Z`).getUTCDay());
    expect(weekdays).toEqual(dates.map((day) => ['So', 'Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa'][day]));
  });

  it('under a band for each of its days', () => {
    const bands = Object.values(mainSheet(kind).cells).filter((cell) => isBand(mainSheet(kind), cell));
    expect(bands.map(({ value }) => String(value).slice(0, 2))).toEqual(['Mi', 'Do', 'Fr', 'Sa', 'So']);
    expect(bands.every(({ bold, fill }) => bold && fill !== null)).toBe(true);
  });

  it('with links to the web and to mailboxes only, and without a formula, an error, or a merged or hidden cell', () => {
    for (const sheet of dumpOf(kind).sheets) {
      expect(sheet).toMatchObject({ state: 'visible', mergedCells: [] });
      for (const { type, link } of Object.values(sheet.cells)) {
        expect(['s', 'n', 'd', 'b']).toContain(type);
        if (link !== null) expect(link).toMatch(/^(?:https?:\/\/|mailto:)/);
      }
    }
  });

  it('ready for screen and paper: frozen headings, filter, widths, landscape, repeated headings, page numbers', () => {
    for (const sheet of dumpOf(kind).sheets) {
      expect(sheet.freezePanes).toMatch(/4$/);
      expect(sheet.autoFilter).toMatch(/^A3:/);
      expect(sheet).toMatchObject({ orientation: 'landscape', fitToWidth: 1 });
      expect(sheet.printTitleRows?.replaceAll('$', '')).toBe('1:3');
      expect(sheet.footer).toContain('Stand: Mittwoch, 25. November 2026');
      expect(Object.keys(sheet.columnWidths).length).toBeGreaterThan(1);
    }
  });

  it('with every word of every record in the window', () => {
    const cells = dumpOf(kind).sheets.flatMap(({ cells }) => Object.values(cells).map(({ value }) => String(value)));
    // What goes on in a sheet of its own is there in pieces that may part a word.
    const long = column(sheetOf(kind, dumpOf(kind).sheets.at(-2)?.name ?? ''), 'Text').map(({ value }) =>
      String(value),
    );
    const records = kind === 'story-plan' ? selection.stories : selection.events;
    expect(records.length).toBeGreaterThan(200);
    expect(lostWords(records, [...cells, long.join('')])).toEqual([]);
  });
});

it('would notice a word that is lost', () => {
  expect(lostWords([{ title: 'Haushalt steht' }], ['Haushalt'])).toEqual(['steht']);
  expect(wordsOf([{ at: '2026-11-25', n: 1, more: ['a b', { c: 'd\ne' }] }])).toEqual(new Set(['a', 'b', 'd', 'e']));
});

describe.each(KINDS)('LibreOffice opens the %s of the sample week', (kind) => {
  it('and shows in its cells what was written', async () => {
    const shown = await office.toCsv(fileOf(kind));
    const main = shown[mainSheet(kind).name] ?? '';
    expect(main).toMatch(/^[^\n]*Stand: Mittwoch, 25\. November 2026, 02:28 Uhr \(Europe\/Berlin\)/);
    // LibreOffice writes a date into CSV in the language it runs in.
    expect(main.match(/^(?:2[5-9]\.11\.2026|11\/2[5-9]\/2026),/gm)).toHaveLength(rows.get(kind) ?? Number.NaN);
    expect(Object.values(shown).join('\n')).not.toMatch(/#NAME\?|#VALUE!|#REF!|#N\/A|Err:\d+|_x005F_/);
  });

  it('and prints it with the headings and the page number on every page, and no column of hashes', async () => {
    const pages = await pdfPages(await office.toPdf(fileOf(kind)));
    expect(pages.length).toBeGreaterThan(5);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('Stand: Mittwoch, 25. November 2026, 02:28 Uhr');
      expect(page).toContain(`Seite ${index + 1} von ${pages.length}`);
      expect(page).not.toContain('###');
    }
    const planPages = pages.filter(
      (page) => (page.includes('WT') && page.includes('Wann und wo')) || page.includes('Dauer'),
    );
    expect(planPages.length).toBeGreaterThan(3);
  });
});
