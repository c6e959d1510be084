import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDestination } from '../builders/destination.ts';
import { barriersOf, complaintsOf, launchBrowser, openWindow } from '../support/browser.ts';
import { ABENDBLATT, aNightRequest, aSaveRequest, Newsroom } from '../support/newsroom.ts';
import { Stage } from './stage.ts';

const DAY = 86_400_000;

let stage: Stage;
let browser: Browser;
let page: Page;
let complaints: readonly string[];

beforeAll(async () => {
  const newsroom = new Newsroom();
  stage = await Stage.open(newsroom);
  await newsroom.setUp();
  const { configuring, notifying, nights } = await newsroom.backup();
  await newsroom.clock.advance(DAY);
  const destination = aDestination({ directory: '/elsewhere' });
  const moved = await configuring.save(aSaveRequest({ actorId: 'ben', credential: null, destination }));
  if (moved.outcome === 'changed') await notifying.notifyOf(ABENDBLATT.id, moved.changeId);
  await configuring.pause({ ...aSaveRequest(), actorId: 'eve' });
  await nights.run(aNightRequest());
  browser = await launchBrowser();
  page = await openWindow(browser, true);
  complaints = complaintsOf(page);
});

afterAll(async () => {
  await browser.close();
  await stage.close();
});

const expectNoBarriers = async (): Promise<void> => {
  expect(await barriersOf(page, true)).toEqual([]);
  expect(complaints).toEqual([]);
};

it('is reached from the settings, filtered, and read by anybody', async () => {
  await page.goto(stage.url);
  await page.click('.pb-changes a');
  await page.waitForURL('**/history');
  expect(await page.locator('tbody').count()).toBe(4);
  await expectNoBarriers();
  await page.selectOption('#pb-show', 'changes');
  await page.click('.pb-filter fieldset:first-of-type button');
  await page.waitForURL('**show=changes**');
  expect(await page.locator('tbody').count()).toBe(2);
});

it('shows the settings at a moment', async () => {
  await page.fill('#pb-at', '2026-11-25T12:00');
  await page.click('.pb-filter fieldset:nth-of-type(2) button');
  await page.waitForURL('**at=2026-11-25T12**');
  expect(await page.textContent('.pb-facts')).toContain('/backup/planung');
  await expectNoBarriers();
});

it('is printed without its forms, as wide as the paper', async () => {
  await page.goto(`${stage.url}/history`);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.pb-filter').isVisible()).toBe(false);
  expect(await page.locator('.pb-print').isVisible()).toBe(true);
  await page.setViewportSize({ width: 1000, height: 900 });
  const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect(overflow).toBeLessThanOrEqual(0);
});
