import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const FOLDER = join(import.meta.dirname, '../../docs/pictures');

interface Looks {
  readonly width: 360 | 1280;
  readonly colorScheme: 'light' | 'dark';
}

/** Kept with the documentation when they are asked for: `PLANNING_BACKUP_PICTURES=1`. */
export const keepPicture = async (page: Page, name: string, { width, colorScheme }: Looks): Promise<void> => {
  if (process.env.PLANNING_BACKUP_PICTURES !== '1') return;
  await mkdir(FOLDER, { recursive: true });
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme });
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: true });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
};
