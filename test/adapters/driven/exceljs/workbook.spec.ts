import { describe, expect, it } from 'vitest';
import { ExceljsSpreadsheetRenderer } from '../../../../src/adapters/driven/exceljs/spreadsheet-renderer.ts';
import type { WorkbookContent } from '../../../../src/application/ports/spreadsheet-renderer.ts';
import type { Plan } from '../../../../src/domain/plan/plan.ts';
import { anUnreadableRecord, aScheduledEvent, aStory, aTask, span } from '../../../builders/plan.ts';
import { aWorkbookContent } from '../../../builders/workbook-content.ts';
import { type ReadSheet, type ReadWorkbook, readWorkbook } from './read-workbook.ts';

const workbook = async (
  kind: WorkbookContent['kind'],
  plan: Partial<Plan> = {},
  changes: Partial<WorkbookContent> = {},
): Promise<ReadWorkbook> =>
  readWorkbook((await new ExceljsSpreadsheetRenderer().render(aWorkbookContent(kind, plan, changes))).bytes);

/** The table's rows by the words of its headings, without the bands above the days. */
const table = (sheet: ReadSheet): readonly Readonly<Record<string, unknown>>[] => {
  const headings = sheet.row(3).map(String);
  const rows: Readonly<Record<string, unknown>>[] = [];
  for (let number = 4; sheet.cells.has(`B${number}`); number += 1) {
    if (
      sheet
        .row(number)
        .slice(1)
        .every((value) => value === null)
    )
      continue;
    rows.push(Object.fromEntries(headings.map((heading, index) => [heading, sheet.row(number)[index] ?? null])));
  }
  return rows;
};

const STORY = aStory({ title: 'Haushalt', groups: ['Lokales', 'Politik'], status: 'angenommen', location: 'Rathaus' })
  .withDeadline('2026-11-25', '16:00', { status: 'in Arbeit' })
  .withDeadline('2026-11-25', '15:00', { format: 'foto', assignees: [] })
  .appearing('2026-11-26', undefined, { category: 'Lokales, S. 1', taskIds: ['t1', 'unknown'] })
  .build();

describe('the story plan', () => {
  it('has a row for each day, with date, weekday, earliest time and what happens', async () => {
    const rows = table((await workbook('story-plan', { stories: [STORY] })).sheet('Themenplanung'));
    expect(rows).toMatchObject([
      {
        Tag: 46_351,
        WT: 'Mi',
        Zeit: 15 / 24,
        Thema: 'Haushalt',
        Status: 'angenommen',
        Gruppe: 'Lokales\nPolitik',
        'Wann und wo (Plattform, Rubrik)': 'Do 26.11.: Print, Lokales, S. 1',
        'Wer macht was bis wann': 'text: Jonas Klein, bis 16:00 (in Arbeit)\nfoto: NICHT VERGEBEN, bis 15:00',
        Ort: 'Rathaus',
        Achtung: 'NICHT VERGEBEN',
      },
      {
        Tag: 46_352,
        WT: 'Do',
        Zeit: null,
        Thema: 'Haushalt',
        'Wann und wo (Plattform, Rubrik)': 'erscheint: Print, Lokales, S. 1',
        'Wer macht was bis wann':
          'text: Jonas Klein, bis Mi 25.11., 16:00 (in Arbeit)\nfoto: NICHT VERGEBEN, bis Mi 25.11., 15:00',
      },
    ]);
  });

  it('is sorted by day, time and title; what has no time comes first', async () => {
    const due = (id: string, time?: string) => aStory({ id, title: id }).withDeadline('2026-11-25', time).build();
    const stories = [due('d', '10:00'), due('c', '09:00'), due('b'), due('a', '10:00'), due('e')];
    const rows = table((await workbook('story-plan', { stories })).sheet('Themenplanung'));
    expect(rows.map((row) => row.Thema)).toEqual(['b', 'e', 'c', 'a', 'd']);
  });

  it('says in words what is confidential, in every sheet that shows it', async () => {
    const book = await workbook('story-plan', { stories: [{ ...STORY, confidential: true }] });
    for (const name of ['Themenplanung', 'Aufgaben', 'Publikationen']) {
      expect(table(book.sheet(name))[0]).toMatchObject({
        Achtung: expect.stringContaining('VERTRAULICH') as unknown,
      });
    }
  });

  it('names tasks and events instead of their ids, and keeps an id that has no name', async () => {
    const events = [aScheduledEvent({ title: 'Sitzung', storyIds: ['4711', 'gone'] })];
    const book = await workbook('story-plan', { stories: [STORY], events });
    expect(table(book.sheet('Publikationen'))[0]).toMatchObject({
      'Wer macht was bis wann': 'text: Jonas Klein\nunknown',
    });
    expect(table(book.sheet('Themenplanung'))[0]).toMatchObject({ 'Zugehörige Termine': 'Sitzung' });
    const eventBook = await workbook('event-plan', { stories: [STORY], events });
    expect(table(eventBook.sheet('Terminplanung'))[0]).toMatchObject({
      'Zugehörige Themen': 'Haushalt\ngone',
      'Themen-IDs': '4711, gone',
    });
  });

  it('lists the tasks by deadline, with who can be reached where', async () => {
    const assignees = [{ name: 'Jonas Klein', phone: '0171 1', email: 'j@x.example' }, { email: 'only@x.example' }];
    const tasks = [
      ...STORY.tasks,
      aTask({ id: 't3', assignees, title: 'Kasten', done: true, confirmation: 'confirmed' }),
    ];
    const rows = table((await workbook('story-plan', { stories: [{ ...STORY, tasks }] })).sheet('Aufgaben'));
    expect(rows).toMatchObject([
      { Abgabe: 46_351, Zeit: 15 / 24, Wer: 'NICHT VERGEBEN', Erledigt: 'offen', Thema: 'Haushalt' },
      { Abgabe: 46_351, Zeit: 16 / 24, Wer: 'Jonas Klein', Status: 'in Arbeit' },
      {
        Abgabe: null,
        Wer: 'Jonas Klein\nonly@x.example',
        'Erreichbar unter': '0171 1\nj@x.example\nonly@x.example',
        Aufgabe: 'Kasten',
        Zusage: 'confirmed',
        Erledigt: 'erledigt',
      },
    ]);
  });
});

describe('the event plan', () => {
  it('has what lasts all day first, then goes by time, and says how long', async () => {
    const event = (id: string, ...[start, end]: [string, string?]) =>
      aScheduledEvent({ id, title: id, span: span(start, end) });
    const events = [
      event('Konzert', '2026-11-25 22:00', '2026-11-26 01:30'),
      event('Sitzung', '2026-11-25 10:00', '2026-11-25 11:30'),
      event('Messe', '2026-11-24', '2026-11-26'),
      event('Kongress', '2026-11-25 09:00', '2026-11-26 17:00'),
      event('Termin', '2026-11-25 08:00'),
    ];
    const rows = table((await workbook('event-plan', { events })).sheet('Terminplanung'));
    expect(rows.map((row) => [row.WT, row.Zeit, row.Termin, row.Dauer])).toEqual([
      ['Mi', null, 'Messe', 'ganztägig (Tag 2 von 3)'],
      ['Mi', 8 / 24, 'Termin', null],
      ['Mi', 9 / 24, 'Kongress', 'ab 09:00 (Tag 1 von 2)'],
      ['Mi', 10 / 24, 'Sitzung', '10:00–11:30'],
      ['Mi', 22 / 24, 'Konzert', '22:00–01:30'],
      ['Do', null, 'Kongress', 'bis 17:00 (Tag 2 von 2)'],
      ['Do', null, 'Konzert', 'bis 01:30'],
      ['Do', null, 'Messe', 'ganztägig (Tag 3 von 3)'],
    ]);
  });
});

describe('a workbook', () => {
  it('says in its first row as of when it is and which days it covers, in the time of its zone', async () => {
    const title = (await workbook('story-plan')).sheet('Themenplanung').row(1)[0];
    expect(title).toBe(
      'Themenplanung – Stand: Mittwoch, 25. November 2026, 02:28 Uhr (Europe/Berlin) – Zeitraum: Mittwoch, 25. November 2026 bis Sonntag, 29. November 2026 – Elbkurier',
    );
    const english = await workbook('event-plan', {}, { locale: 'en', timeZone: 'America/New_York' });
    expect(english.sheet('Event plan').row(1)[0]).toBe(
      'Event plan – As of Tuesday, 24 November 2026, 20:28 (America/New_York) – Covers Wednesday, 25 November 2026 to Sunday, 29 November 2026 – Elbkurier',
    );
  });

  it('says of an empty plan that nothing is planned', async () => {
    const book = await workbook('story-plan');
    expect(book.sheets.map(({ name }) => name)).toEqual(['Themenplanung', 'Aufgaben', 'Publikationen', 'Info']);
    expect(book.sheet('Themenplanung').row(4)).toEqual(['Für diese Tage ist kein Thema geplant.']);
    expect((await workbook('event-plan')).sheet('Terminplanung').row(4)).toEqual([
      'Für diese Tage ist kein Termin geplant.',
    ]);
  });

  it('lists first what needs a look, and opens on the plan, which points there', async () => {
    const unreadable = [
      anUnreadableRecord(),
      anUnreadableRecord({ list: 'events', id: 'e', problem: 'missing', field: '' }),
    ];
    const stories = await workbook('story-plan', { stories: [STORY], unreadable });
    expect(stories.sheets[0]?.name).toBe('Bitte prüfen');
    expect(table(stories.sheet('Bitte prüfen'))).toEqual([
      {
        Eintrag: 'Thema',
        ID: '4714',
        Titel: 'Ein Thema, das nicht zu lesen ist',
        Feld: 'publications[0].start.date',
        'Was daran nicht stimmt': 'Dieses Datum gibt es nicht.',
        'Stelle in der Liste': 4,
      },
    ]);
    expect(stories.sheet('Bitte prüfen').row(1)[0]).toMatch(/^Themenplanung – Stand: Mittwoch/);
    expect(stories.parts.get('xl/workbook.xml')).toContain('activeTab="1"');
    expect(stories.sheet('Themenplanung').row(2)[0]).toMatch(/^ACHTUNG: 1 Eintrag war nicht lesbar/);
    const events = await workbook('event-plan', { unreadable });
    expect(table(events.sheet('Bitte prüfen')).map((row) => [row.Eintrag, row.Feld])).toEqual([
      ['Termin', '(ganzer Eintrag)'],
      ['Thema', 'publications[0].start.date'],
    ]);
  });

  it('says on Info whose it is, of when, how much, and under which settings', async () => {
    const info = (await workbook('story-plan', { stories: [STORY] }, { confidentialLeftOut: true })).sheet('Info');
    expect(Object.fromEntries(table(info).map((row) => [row.Angabe, row.Wert]))).toMatchObject({
      Redaktion: 'Elbkurier',
      Plan: 'Themenplanung',
      Nacht: 'Mittwoch, 25. November 2026',
      Zeitraum: 'Mittwoch, 25. November 2026 bis Sonntag, 29. November 2026',
      Zeitzone: 'Europe/Berlin',
      'Stand in Weltzeit (UTC)': '2026-11-25T01:28:14Z',
      'Kennung des Planungsstands': 'c0ffee'.repeat(10),
      'Zeilen im Blatt „Themenplanung“': 2,
      'Zeilen im Blatt „Aufgaben“': 2,
      'Zeilen im Blatt „Publikationen“': 1,
      'Vertrauliche Einträge': 'Vertrauliche Einträge sind weggelassen.',
      'Version der Einstellungen': 7,
      'Prüfsumme der Einstellungen': 'a3f1'.repeat(16),
    });
  });

  it('goes on in a sheet of its own where a text fits no cell, and says so', async () => {
    const note = `${Array.from({ length: 9000 }, (_, index) => `Wort${index}`).join(' ')} 💥`;
    const stories = [{ ...STORY, note }];
    const book = await workbook('story-plan', { stories });
    const notes = table(book.sheet('Themenplanung')).map((row) => String(row.Notiz));
    expect(notes).toHaveLength(2);
    for (const shown of notes) {
      expect(shown).toMatch(/\n\[… Lange Texte, Nr\. 1\]$/);
      expect(note.startsWith(shown.slice(0, shown.lastIndexOf('\n')))).toBe(true);
    }
    const parts = table(book.sheet('Lange Texte'));
    expect(parts.map((part) => part.Text).join('')).toBe(note);
    expect(parts[0]).toMatchObject({ 'Nr.': 1, Aus: 'Themenplanung · Notiz · Haushalt (4711)', Teil: 1 });
  });
});

it('does not make a row higher for an id, and loses none however long', async () => {
  const heightOf = async (id: string): Promise<string | undefined> => {
    const book = await workbook('story-plan', { stories: [{ ...STORY, tasks: [], id }] });
    return / ht="([\d.]+)"/.exec(book.sheet('Themenplanung').xml.split('<row r="5"')[1] ?? '')?.[1];
  };
  expect(await heightOf(`urn:${'x'.repeat(200)}`)).toBe(await heightOf('4711'));
  const id = 'x'.repeat(100_000);
  const parts = table((await workbook('story-plan', { stories: [{ ...STORY, id }] })).sheet('Lange Texte'));
  expect(parts.map((part) => part.Text).join('')).toContain(id);
});
