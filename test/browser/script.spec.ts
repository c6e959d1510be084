import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { barriersOf, complaintsOf, launchBrowser, openWindow } from '../support/browser.ts';
import { Newsroom, PASSWORD } from '../support/newsroom.ts';
import { Stage } from './stage.ts';
import { Visitor } from './visitor.ts';

let browser: Browser;
let stage: Stage;
let page: Page;
let visitor: Visitor;
let complaints: readonly string[];

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
  stage = await Stage.open(new Newsroom());
  stage.who = { administratorId: 'ben' };
  page = await openWindow(browser, true);
  complaints = complaintsOf(page);
  visitor = new Visitor(page, true);
  await page.goto(stage.url);
});

afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.context().close();
  await stage.close();
});

const fillIn = async (): Promise<void> => {
  await page.fill('#pb-address', 'sftp.abendblatt.example');
  await page.fill('#pb-directory', '/backup/planung');
  await page.fill('#pb-user', 'redaktion');
  await page.fill('#pb-password', PASSWORD);
};

describe('with JavaScript', () => {
  it('a typed password stays in its field over a test, and goes with saving', async () => {
    await fillIn();
    await visitor.test();
    expect(await page.inputValue('#pb-password')).toBe(PASSWORD);
    await page.check('#pb-trusted');
    await visitor.save();
    expect(await page.inputValue('#pb-password')).toBe('');
    expect(await visitor.text()).toContain('The backup is set up.');
    await page.reload();
    expect(await page.inputValue('#pb-password')).toBe('');
  });

  it('says what is going on, and sends a form once', async () => {
    await fillIn();
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await page.route('**/test*', async (route) => {
      await held;
      await route.continue();
    });
    await page.click('button[data-pb=test]');
    for (const button of ['button[data-pb=test]', '.pb-primary']) await page.click(button, { force: true });
    expect(await page.locator('.pb-progress').textContent()).toContain('Testing the connection.');
    expect(await barriersOf(page, true)).toEqual([]);
    goOn();
    await page.waitForSelector('#pb-test');
    expect(stage.posted).toEqual(['/settings/ftp-backup/test']);
  });

  it('leads the focus to the result', async () => {
    await fillIn();
    await visitor.test();
    expect(await page.evaluate('document.activeElement.id')).toBe('pb-test');
    await page.fill('#pb-port', 'x');
    await visitor.save();
    expect(await page.evaluate('document.activeElement.id')).toBe('pb-notices');
  });

  it('clears a password in an address before it is sent anywhere', async () => {
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    await page.fill('#pb-address', `ftp://redaktion:${PASSWORD}@ftp.abendblatt.example`);
    await page.locator('#pb-address').blur();
    expect(await page.inputValue('#pb-address')).toBe('');
    expect(await page.locator('.pb-progress').textContent()).toContain('The address held a password and was cleared.');
    await visitor.test();
    expect(sent.join()).not.toContain(PASSWORD);
  });

  it('loses nothing where no answer comes', async () => {
    await fillIn();
    await page.route('**/test*', (route) => route.abort());
    await page.click('button[data-pb=test]');
    await page.waitForSelector('.pb-failed');
    expect(await page.locator('.pb-progress').textContent()).toContain('No answer came.');
    expect(await page.inputValue('#pb-address')).toBe('sftp.abendblatt.example');
    expect(await page.inputValue('#pb-password')).toBe(PASSWORD);
    expect(await barriersOf(page, true)).toEqual([]);
  });

  it('loses nothing where the answer is no page of ours', async () => {
    await fillIn();
    stage.who = { administratorId: 'zoe', locale: 'en' };
    await page.click('button[data-pb=test]');
    await page.waitForSelector('.pb-failed');
    expect(await page.locator('.pb-progress').textContent()).toContain('This page is for administrators');
    expect(await page.inputValue('#pb-password')).toBe(PASSWORD);
  });
});

describe('by keyboard alone', () => {
  it('the Enter key tests, and does not save', async () => {
    await fillIn();
    await page.press('#pb-user', 'Enter');
    await page.waitForSelector('#pb-test');
    expect(stage.posted).toEqual(['/settings/ftp-backup/test']);
  });

  it('everything is reached in the order of the page, with the focus to be seen', async () => {
    const reached: string[] = [];
    for (let step = 0; step < 20; step += 1) {
      await page.keyboard.press('Tab');
      const [name, outline] = (await page.evaluate(
        '[document.activeElement.name || document.activeElement.textContent.trim(), getComputedStyle(document.activeElement).outlineStyle]',
      )) as [string, string];
      if (await page.evaluate('document.activeElement === document.body')) break;
      expect([name, outline]).toEqual([name, 'solid']);
      reached.push(name);
    }
    expect(reached.filter((name) => name !== '')).toEqual([
      ...['protocol', 'address', 'port', 'directory', 'user', 'method', 'password'],
      ...['confidential', 'prefix', 'How last night’s file is replaced', 'Test connection', 'Set up backup'],
    ]);
  });

  it('the fields of the other protocols are out of the way', async () => {
    expect(await page.isVisible('.pb-only-ftp')).toBe(false);
    expect(await page.isVisible('#pb-privateKey')).toBe(false);
    await page.check('[value=private-key]');
    expect(await page.isVisible('#pb-privateKey')).toBe(true);
    expect(await page.isVisible('#pb-password')).toBe(false);
    expect(await barriersOf(page, true)).toEqual([]);
    await page.check('[name=protocol][value=ftp]');
    expect(await page.isVisible('.pb-only-ftp')).toBe(true);
    expect(await page.isVisible('#pb-password')).toBe(true);
    expect(await page.isVisible('#pb-privateKey')).toBe(false);
    expect(await barriersOf(page, true)).toEqual([]);
  });
});
