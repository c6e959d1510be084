import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Debian's own; nothing is downloaded. */
const CHROMIUM = '/usr/bin/chromium';

/** As root a sandbox of its own cannot be had; what is shown is our own page only. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });

const HEIGHT = 900;
const WIDTHS = [360, 1280] as const;
const SCHEMES = ['light', 'dark'] as const;

/** A window of its own, with cookies of its own. */
export const openWindow = async (browser: Browser, javaScriptEnabled: boolean): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: HEIGHT },
    ...{ javaScriptEnabled, reducedMotion: 'reduce', locale: 'de-DE' },
  });
  context.setDefaultTimeout(10_000);
  return context.newPage();
};

/** What the browser complained of: errors of scripts, and whatever the page's policy kept out. */
export const complaintsOf = (page: Page): readonly string[] => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // An answer that says no is no fault of the page's.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  return complaints;
};

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
  readonly passes: readonly unknown[];
}

/** One entry each: what axe finds wrong, and where a reader has to scroll sideways; narrow and wide, light and dark. */
export const barriersOf = async (page: Page, javaScriptEnabled: boolean): Promise<readonly string[]> => {
  if (!javaScriptEnabled) return barriersUnscripted(page);
  // Put in by the debugger's protocol, to which the page's policy does not apply and which does not change it.
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const width of WIDTHS)
    for (const colorScheme of SCHEMES) {
      await page.setViewportSize({ width, height: HEIGHT });
      await page.emulateMedia({ colorScheme });
      const looks = `${width} px, ${colorScheme}`;
      // Light and dark differ in colours only.
      const findings = await axeFindings(page, colorScheme === 'light' ? undefined : ['color-contrast']);
      found.push(...findings.map((finding) => `${looks}: ${finding}`));
      if (await isScrolledSideways(page)) found.push(`${looks}: wider than the window`);
    }
  await page.setViewportSize({ width: 1280, height: HEIGHT });
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
};

const axeFindings = async (page: Page, rules: readonly string[] | undefined): Promise<readonly string[]> => {
  const options = { resultTypes: ['violations'], ...(rules === undefined ? {} : { runOnly: rules }) };
  const { violations, passes } = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResults;
  if (passes.length === 0) throw new Error('axe looked at nothing');
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary}`),
  );
};

/**
 * The same for a window without JavaScript, where axe cannot run: over the page as it stands there, in a window that
 * can run axe, and none of the page's own scripts.
 */
const barriersUnscripted = async (page: Page): Promise<readonly string[]> => {
  const browser = page.context().browser();
  if (browser === null) throw new Error('the window has no browser');
  const [html, url] = [await page.content(), page.url().replace(/#.*$/, '')];
  const double = await openWindow(browser, true);
  try {
    await double.route('**/*.js', (route) => route.abort());
    await double.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
    await double.goto(url);
    return await barriersOf(double, true);
  } finally {
    await double.context().close();
  }
};

const isScrolledSideways = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth') as Promise<boolean>;
