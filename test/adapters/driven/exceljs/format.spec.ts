import { describe, expect, it, vi } from 'vitest';
import { ByteSink } from '../../../../src/adapters/driven/exceljs/byte-sink.ts';
import { ExceljsSpreadsheetRenderer } from '../../../../src/adapters/driven/exceljs/spreadsheet-renderer.ts';
import { STYLES } from '../../../../src/adapters/driven/exceljs/styles.ts';
import { WORDING } from '../../../../src/adapters/driven/exceljs/wording.ts';
import { Workbook } from '../../../../src/adapters/driven/exceljs/workbook.ts';
import { aStory, aTask } from '../../../builders/plan.ts';
import { aWorkbookContent } from '../../../builders/workbook-content.ts';
import { readWorkbook } from './read-workbook.ts';

const EVIL = [
  '=HYPERLINK("http://evil.example")',
  '@SUM(1)',
  '-1+1',
  'http://evil.example',
  '<v>1</v>',
  ']]>',
  '_x003D_1',
  '\u0000\uFFFF\uD800',
];

const stories = EVIL.map((title, index) =>
  aStory({ id: String(index), title, note: `${title}\n`, slug: title, groups: [title] })
    .withDeadline('2026-11-25', '16:00', { title, note: title })
    .build(),
);

const rendered = async () =>
  readWorkbook((await new ExceljsSpreadsheetRenderer().render(aWorkbookContent('story-plan', { stories }))).bytes);

describe('the file', () => {
  it('holds no formula, no link and no reference to anything outside, whatever the plan says', async () => {
    const book = await rendered();
    for (const [name, xml] of book.parts) {
      expect(name).not.toMatch(/externalLink|worksheets\/_rels|sharedStrings/);
      expect(xml, name).not.toMatch(/<f[ >/]|<hyperlink|TargetMode|<extLst><ext[^>]*connection/);
    }
    expect(book.sheets.flatMap(({ cells }) => [...cells.values()]).filter(({ formula }) => formula)).toEqual([]);
  });

  it('gives every text back', async () => {
    const titles = [...(await rendered()).sheet('Themenplanung').cells]
      .filter(([address]) => /^E([5-9]|1[0-2])$/.test(address))
      .map(([, { value }]) => value);
    expect(new Set(titles)).toEqual(new Set([...EVIL.slice(0, -1), '\uFFFD\uFFFD\uFFFD']));
  });

  it('has filter, print area and repeated headings on each sheet, and keeps the headings in sight', async () => {
    const book = await rendered();
    const names = book.parts.get('xl/workbook.xml') ?? '';
    for (const [index, sheet] of book.sheets.entries()) {
      expect(sheet.xml).toContain('<autoFilter ref="A3:');
      expect(sheet.xml).toMatch(/<pane [^>]*ySplit="3"[^>]*state="frozen"/);
      expect(sheet.xml).toMatch(/<pageSetup paperSize="9" orientation="landscape".*fitToWidth="1" fitToHeight="0"/);
      expect(sheet.xml).toContain('<pageSetUpPr fitToPage="1"/>');
      expect(sheet.xml).toContain('&amp;RSeite &amp;P von &amp;N');
      for (const name of ['_FilterDatabase', 'Print_Area', 'Print_Titles']) {
        expect(names).toContain(`<definedName name="_xlnm.${name}" localSheetId="${index}">`);
      }
    }
    expect(names).toContain('!$A$3:$S$16');
    expect(names).toContain('!$A$1:$K$16');
  });

  it('writes line breaks so that LibreOffice keeps them', async () => {
    const book = await rendered();
    expect(book.sheet('Themenplanung').xml).toContain('t="inlineStr"><is><r><t xml:space="preserve">@SUM(1)\n</t>');
  });

  it('gives every row a height, and none more than a row can have', async () => {
    const tasks = Array.from({ length: 60 }, (_, index) => aTask({ id: String(index), format: `Aufgabe ${index}` }));
    const tall = [aStory({ tasks }).appearing('2026-11-25').build()];
    const book = readWorkbook(
      (await new ExceljsSpreadsheetRenderer().render(aWorkbookContent('story-plan', { stories: tall }))).bytes,
    );
    const rows = book.sheets.flatMap(({ xml }) => xml.match(/<row [^>]*>/g) ?? []);
    for (const row of rows) {
      const height = Number(/ ht="([\d.]+)"/.exec(row)?.[1]);
      expect(height).toBeGreaterThan(10);
      expect(height).toBeLessThanOrEqual(409.5);
    }
  });

  it('escapes what a footer would take for a code', async () => {
    const content = aWorkbookContent('story-plan', {}, { organisationName: 'Müller & Söhne &P\n' });
    const book = readWorkbook((await new ExceljsSpreadsheetRenderer().render(content)).bytes);
    expect(book.sheet('Info').xml).toContain('&amp;LThemenplanung Müller &amp;&amp; Söhne &amp;&amp;P &amp;C');
  });
});

it('fails clearly where there are more rows than a sheet can have', async () => {
  const workbook = await Workbook.open({ words: WORDING.de, styles: STYLES.de, footer: '', writtenAt: new Date(0) });
  const sheet = {
    name: 'Zu viel',
    title: '',
    hint: '',
    columns: [{ heading: 'A', width: 10, value: () => 1 }],
    sections: [{ rows: new Array<number>(1_048_574) }],
    frozenColumns: 0,
    label: () => '',
  };
  await expect(workbook.write(sheet)).rejects.toThrow('The sheet "Zu viel" would have 1048574 rows');
});

it.each([1, 3000])(
  'fails with the error of its output, with a plan of %i stories, and does not hang',
  async (count) => {
    const write = vi.spyOn(ByteSink.prototype, '_write').mockImplementation((_chunk, _encoding, done) => {
      done(new Error('no room'));
    });
    const many = Array.from({ length: count }, (_, id) =>
      aStory({ id: String(id) })
        .appearing('2026-11-25')
        .build(),
    );
    const rendering = new ExceljsSpreadsheetRenderer().render(aWorkbookContent('story-plan', { stories: many }));
    await expect(rendering).rejects.toThrow('no room');
    write.mockRestore();
  },
);
