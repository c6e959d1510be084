import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const FOLDER = join(import.meta.dirname, '../../docs/pictures');

interface Picture {
  readonly width: 360 | 1280;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
  /** What stands at the top of it. Default: the page's top. */
  readonly from?: string;
}

/** Kept with the documentation when they are asked for: `PLANNING_BACKUP_PICTURES=1`. */
export const keepPicture = async (page: Page, name: string, picture: Picture): Promise<void> => {
  if (process.env.PLANNING_BACKUP_PICTURES !== '1') return;
  const { width, height, colorScheme, from = 'body' } = picture;
  await mkdir(FOLDER, { recursive: true });
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme });
  await page.evaluate(`document.querySelector('${from}').scrollIntoView({ block: 'start' })`);
  await page.screenshot({ path: join(FOLDER, `settings-page-${name}.png`) });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
};
