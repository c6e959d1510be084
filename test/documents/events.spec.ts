import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { CODECS } from '../../src/adapters/shared/event-codec/event-codec.ts';
import { eventsCatalogue } from './events-catalogue.ts';

it('the catalogue of events is what the codecs say', async () => {
  await expect(await eventsCatalogue()).toMatchFileSnapshot('../../docs/events.md');
});

it('the catalogue has every event', async () => {
  const page = await readFile('docs/events.md', 'utf8');
  for (const { storedType } of Object.values(CODECS)) expect(page).toContain(`\`${storedType}\``);
});
