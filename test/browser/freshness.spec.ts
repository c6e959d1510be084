import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriersOf, complaintsOf, launchBrowser, openWindow } from '../support/browser.ts';
import { Newsroom } from '../support/newsroom.ts';
import { aMonthOfNights, goOnTo } from '../support/thirty-nights.ts';
import { keepPicture } from './pictures.ts';
import { Stage } from './stage.ts';

let stage: Stage;
let browser: Browser;

beforeAll(async () => {
  const newsroom = new Newsroom();
  stage = await Stage.open(newsroom);
  await aMonthOfNights(newsroom);
  await goOnTo(newsroom, '2026-12-24T09:00');
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await stage.close();
});

describe.each([
  ['de', true],
  ['en', false],
] as const)('in %s, with scripts: %s', (locale, isScripted) => {
  let page: Page;
  let complaints: readonly string[];

  beforeAll(async () => {
    stage.who = { administratorId: 'anna', locale };
    page = await openWindow(browser, isScripted);
    complaints = complaintsOf(page);
  });

  afterAll(() => page.context().close());

  const expectNoBarriers = async (): Promise<void> => {
    expect(await barriersOf(page, isScripted)).toEqual([]);
    expect(complaints).toEqual([]);
  };

  it('what became of thirty nights is at the top, and read by anybody', async () => {
    await page.goto(stage.url);
    expect(await page.locator('.pb-strip > li').count()).toBe(30);
    await expectNoBarriers();
    const isWide = locale === 'de';
    const looks = isWide
      ? ({ width: 1280, height: 900, colorScheme: 'light' } as const)
      : ({ width: 360, height: 900, colorScheme: 'dark' } as const);
    await keepPicture(page, isWide ? 'freshness' : 'freshness-narrow', looks);
  });

  it('each is reached by the keyboard alone, and leads to its story', async () => {
    await page.goto(stage.url);
    await page.locator('.pb-strip a').first().focus();
    for (let presses = 0; presses < 8; presses += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/nights#pb-night-2026-12-03');
    const story = page.locator('#pb-night-2026-12-03');
    expect(await story.textContent()).toContain(locale === 'de' ? 'fehlgeschlagen' : 'failed');
    await expectNoBarriers();
  });
});

it('says each night in words to whoever hears it, and another sign of each kind to whoever sees no colour', async () => {
  stage.who = { administratorId: 'anna', locale: 'en' };
  const page = await openWindow(browser, true);
  await page.goto(stage.url);
  const cells = (await page.evaluate(
    `[...document.querySelectorAll('.pb-strip a')].map(({ children: [sign, , word] }) => [sign.textContent, word.textContent])`,
  )) as [string, string][];
  const words = new Map(cells.map(([sign, word]) => [sign, word.split(': ')[1]]));
  expect(cells[8]?.[1]).toBe('Thu 3 December: failed');
  expect(words.size).toBe(new Set(words.values()).size);
  await page.context().close();
});

it('is printed with its strip and its stories, as wide as the paper', async () => {
  stage.who = { administratorId: 'anna', locale: 'de' };
  const page = await openWindow(browser, true);
  for (const path of ['', '/nights']) {
    await page.goto(stage.url + path);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 700, height: 900 });
    expect(await page.locator(path === '' ? '.pb-strip' : '.pb-list').isVisible()).toBe(true);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(overflow).toBeLessThanOrEqual(0);
  }
  await page.context().close();
});
