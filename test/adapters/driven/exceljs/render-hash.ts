import { ExceljsSpreadsheetRenderer } from '../../../../src/adapters/driven/exceljs/spreadsheet-renderer.ts';
import { aStory } from '../../../builders/plan.ts';
import { aWorkbookContent } from '../../../builders/workbook-content.ts';

const stories = [
  aStory({ groups: ['Lokales'], note: 'Istanbul Iğdır i 1.234,5', createdAt: '2026-11-20T23:30:00Z' })
    .withDeadline('2026-11-25', '16:00')
    .appearing('2026-11-26', undefined, { url: 'https://example.org/I' })
    .build(),
];

/** Of a small plan's workbook. */
export const renderHash = async (): Promise<string> =>
  (await new ExceljsSpreadsheetRenderer().render(aWorkbookContent('story-plan', { stories }))).sha256;
