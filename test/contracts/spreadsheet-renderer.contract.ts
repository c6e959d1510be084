import { createHash } from 'node:crypto';
import { describe, expect, vi } from 'vitest';
import type { SpreadsheetRenderer } from '../../src/application/ports/spreadsheet-renderer.ts';
import { anUnreadableRecord, aScheduledEvent, aStory, span } from '../builders/plan.ts';
import { aWorkbookContent } from '../builders/workbook-content.ts';
import { type ContractOptions, contractTests } from './contract-test.ts';

const STORIES = [
  // On the 25th and the 27th.
  aStory({ id: 'a', title: 'Zwei Tage' }).withDeadline('2026-11-25', '16:00').appearing('2026-11-27').build(),
  // On three days of the window; the other two lie before it.
  aStory({ id: 'b', title: 'Läuft weiter' }).appearing('2026-11-23', '2026-11-27').build(),
  // Twice on one day is one row.
  aStory({ id: 'c', title: 'Zweimal' }).appearing('2026-11-26 09:00').appearing('2026-11-26 17:00').build(),
  aStory({ id: 'd', title: 'Eine Idee' }).build(),
];
const EVENTS = [aScheduledEvent(), aScheduledEvent({ id: 'fair', span: span('2026-11-28', '2026-12-02') })];

export const spreadsheetRendererContract = (
  name: string,
  makeRenderer: () => SpreadsheetRenderer,
  options: ContractOptions = {},
): void => {
  describe(`spreadsheet renderer: ${name}`, () => {
    contractTests(options, (test) => {
      const renderer = makeRenderer();

      test('counts a row for each story and day of the window that it touches', async () => {
        expect((await renderer.render(aWorkbookContent('story-plan', { stories: STORIES }))).rows).toBe(2 + 3 + 1);
      });

      test('counts a row for each event and day of the window that it touches', async () => {
        expect((await renderer.render(aWorkbookContent('event-plan', { events: EVENTS }))).rows).toBe(1 + 2);
      });

      test('counts no row of an empty plan, and of what could not be read', async () => {
        const content = aWorkbookContent('story-plan', { unreadable: [anUnreadableRecord()] });
        const rendered = await renderer.render(content);
        expect(rendered.rows).toBe(0);
        expect(rendered.bytes.length).toBeGreaterThan(0);
      });

      test('gives the SHA-256 of the bytes', async () => {
        const { bytes, sha256 } = await renderer.render(aWorkbookContent('story-plan', { stories: STORIES }));
        expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      });

      test('gives the same bytes for the same content, at another time and in another order of rendering', async () => {
        const content = aWorkbookContent('story-plan', { stories: STORIES });
        const first = await renderer.render(content);
        vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2031-05-06T07:08:09Z') });
        const [, again] = await Promise.all([
          renderer.render(aWorkbookContent('event-plan', { events: EVENTS })),
          renderer.render(aWorkbookContent('story-plan', { stories: STORIES })),
        ]).finally(() => vi.useRealTimers());
        expect(again.sha256).toBe(first.sha256);
      });

      test('gives other bytes for another content, even if only the settings differ', async () => {
        const of = async (version: number) =>
          renderer.render(aWorkbookContent('story-plan', { stories: STORIES }, { configurationVersion: version }));
        expect((await of(7)).sha256).not.toBe((await of(8)).sha256);
      });

      test('leaves its content as it was', async () => {
        const content = aWorkbookContent('story-plan', { stories: STORIES });
        await renderer.render(content);
        expect(content).toEqual(aWorkbookContent('story-plan', { stories: STORIES }));
      });
    });
  });
};
