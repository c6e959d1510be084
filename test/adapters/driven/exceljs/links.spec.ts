import { describe, expect, it } from 'vitest';
import { linkTarget, MAXIMUM_LINKS } from '../../../../src/adapters/driven/exceljs/links.ts';
import { ExceljsSpreadsheetRenderer } from '../../../../src/adapters/driven/exceljs/spreadsheet-renderer.ts';
import { aScheduledEvent, aStory } from '../../../builders/plan.ts';
import { aWorkbookContent } from '../../../builders/workbook-content.ts';
import { readWorkbook } from './read-workbook.ts';

describe('a link leads', () => {
  it.each([
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['HTTP://EXAMPLE.org', 'http://example.org/'],
    ['https://bücher.example/ä', 'https://xn--bcher-kva.example/%C3%A4'],
    ['mailto:anna@abendblatt.example', 'mailto:anna@abendblatt.example'],
  ])('to %s', (address, target) => {
    expect(linkTarget(address)).toBe(target);
  });

  it.each([
    'file:///etc/passwd',
    'file://server/share/x.xlsx',
    '\\\\server\\share',
    'https:\\\\server\\share',
    '#Info!A1',
    'C:\\x.exe',
    'javascript:alert(1)',
    'data:text/html,x',
    'ms-excel:ofe|u|https://evil.example/x.xls',
    'https://bank.example@evil.example/',
    'https://a.example/ b',
    'https://a.example/\nb',
    'https://a.example/"><x',
    'mailto:a@b.example?bcc=evil@c.example',
    'mailto:',
    `https://a.example/${'x'.repeat(2000)}`,
    'example.org',
    '',
    undefined,
  ])('nowhere from %j', (address) => {
    expect(linkTarget(address)).toBeUndefined();
  });
});

const linksOf = async (kind: 'story-plan' | 'event-plan', plan: object) => {
  const book = readWorkbook((await new ExceljsSpreadsheetRenderer().render(aWorkbookContent(kind, plan))).bytes);
  return [...book.parts].flatMap(([name, xml]) =>
    name.endsWith('.rels') ? [...xml.matchAll(/Target="([^"]*)" TargetMode="External"/g)].map(([, to]) => to) : [],
  );
};

describe('a workbook', () => {
  it('links publications, a lone link of an event and a lone mailbox, and nothing else', async () => {
    const email = 'anna@abendblatt.example';
    const stories = [
      aStory()
        .appearing('2026-11-25', undefined, { url: 'https://example.org/1' })
        .appearing('2026-11-25', undefined, { url: 'file:///etc/passwd' })
        .withDeadline('2026-11-25', undefined, { assignees: [{ email }] })
        .withDeadline('2026-11-25', undefined, { assignees: [{ email, phone: '040 1' }] })
        .build(),
    ];
    expect(await linksOf('story-plan', { stories })).toEqual([`mailto:${email}`, 'https://example.org/1']);
    const events = [
      aScheduledEvent({ id: '1', links: ['https://example.org/2'] }),
      aScheduledEvent({ id: '2', links: ['https://example.org/3', 'https://example.org/4'] }),
    ];
    expect(await linksOf('event-plan', { events })).toEqual(['https://example.org/2']);
  });

  it('has 2,000 links a sheet, and texts from there on', async () => {
    const story = aStory();
    const stories = Array.from({ length: 2100 }, (_, index) =>
      story
        .with({ id: String(index) })
        .appearing('2026-11-25', undefined, { url: `https://example.org/${index}` })
        .build(),
    );
    const links = await linksOf('story-plan', { stories });
    expect(links).toHaveLength(MAXIMUM_LINKS);
  });
});
