import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Debian's own; nothing is downloaded. */
const CHROMIUM = '/usr/bin/chromium';

/** As root a sandbox of its own cannot be had; what is shown is our own page only. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--lang=de'] });

export interface Looks {
  readonly width: 360 | 1280;
  readonly colorScheme: 'light' | 'dark';
  readonly javaScriptEnabled: boolean;
}

/** A window of its own, with cookies of its own. */
export const openWindow = async (
  browser: Browser,
  { width, colorScheme, javaScriptEnabled }: Looks,
  further: BrowserContextOptions = {},
): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    ...{ colorScheme, javaScriptEnabled, reducedMotion: 'reduce', locale: 'de-DE', ...further },
  });
  context.setDefaultTimeout(10_000);
  return context.newPage();
};

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
  readonly passes: readonly unknown[];
}

/** What axe finds wrong, one entry each. It is put in by the debugger's protocol: the page's policy stays as it is. */
export const barriersOf = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(AXE);
  const { violations, passes } = (await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] })',
  )) as AxeResults;
  if (passes.length === 0) throw new Error('axe looked at nothing');
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary}`),
  );
};

/**
 * The same for a window without JavaScript, where axe cannot run: over the page as it stands there, in a window of
 * the same looks that can run axe, and none of the page's own scripts.
 */
export const barriersUnscripted = async (page: Page, looks: Looks): Promise<readonly string[]> => {
  const browser = page.context().browser();
  if (browser === null) throw new Error('the window has no browser');
  const html = await page.content();
  const double = await openWindow(browser, { ...looks, javaScriptEnabled: true });
  try {
    await double.route('**/*.js', (route) => route.abort());
    await double.route(page.url().replace(/#.*$/, ''), (route) =>
      route.fulfill({ contentType: 'text/html', body: html }),
    );
    await double.goto(page.url());
    return await barriersOf(double);
  } finally {
    await double.context().close();
  }
};

/** Whether something sticks out to the right, so that a reader has to scroll sideways. */
export const isScrolledSideways = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth') as Promise<boolean>;
