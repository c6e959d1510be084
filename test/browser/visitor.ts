import type { Page } from 'playwright-core';

/** What a person does on the page, with and without scripts. */
export class Visitor {
  readonly page: Page;
  readonly #isScripted: boolean;

  constructor(page: Page, isScripted: boolean) {
    this.page = page;
    this.#isScripted = isScripted;
  }

  /** Presses a button that sends a form, and waits for what comes of it. */
  async press(selector: string): Promise<void> {
    if (this.#isScripted) {
      await this.page.click(selector);
      await this.page.waitForSelector('#planning-backup:not([aria-busy="true"])');
      return;
    }
    const loaded = this.page.waitForEvent('load');
    await this.page.click(selector);
    await loaded;
  }

  test = (): Promise<void> => this.press('button[data-pb=test]');
  save = (): Promise<void> => this.press('.pb-form .pb-primary');

  /** Where nothing keeps it, a person types it again. */
  async enterPassword(password: string): Promise<void> {
    await this.page.fill('#pb-password', password);
  }

  async enterPasswordAgain(password: string): Promise<void> {
    if (!this.#isScripted) await this.enterPassword(password);
  }

  async text(): Promise<string> {
    return (await this.page.locator('body').textContent()) ?? '';
  }
}
