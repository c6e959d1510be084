/**
 * All of `npm test`: static checks, the fast tests, then the tests against real servers, office programs and browser,
 * which are fetched in the background meanwhile. Every stage is run, whatever became of the one before.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { REAL_PARTS_VARIABLE } from './support/real-parts/description.ts';
import { down } from './support/real-parts/down.ts';
import { impossible, installPackages } from './support/real-parts/packages.ts';
import { serverNames } from './support/real-parts/plan.ts';
import { identify } from './support/real-parts/processes.ts';
import { Stages, say } from './support/real-parts/stages.ts';
import { up } from './support/real-parts/up.ts';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

const stages = new Stages();
// Whoever interrupts still gets the real parts stopped: the stages end, and the run goes on to its `finally`.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stages.interrupt());

const withRealParts = async (fetched: Promise<unknown>): Promise<void> => {
  const description = await stages.stage('real parts up', async () => {
    const failure = await fetched;
    if (failure !== undefined) throw failure;
    return up(identify(process.pid));
  });
  if (description === undefined) return;
  try {
    await stages.tests('servers', { [REAL_PARTS_VARIABLE]: description });
    await stages.tests('workbooks', { [REAL_PARTS_VARIABLE]: description });
  } finally {
    // Not a stage: those are left out after an interrupt.
    await down(dirname(description)).catch((error: unknown) => {
      stages.failures.push(`real parts down (${error})`);
    });
  }
};

const main = async (): Promise<number> => {
  const reason = impossible();
  // Its failure is told where the parts are needed; until then nobody waits for it.
  const fetched =
    reason === undefined
      ? installPackages().then(
          () => undefined,
          (error: unknown) => error,
        )
      : undefined;

  for (const script of ['typecheck', 'lint', 'layers', 'unused']) await stages.script(script);
  await stages.tests('fast');
  await stages.tests('package');
  await stages.tests('installing');
  if (fetched !== undefined) {
    await withRealParts(fetched);
    // Where the fetching failed, that stage has said so.
    if ((await fetched) === undefined) await stages.tests('browser');
  }

  const { passed, failed, skipped } = stages.counts;
  say(stages.failures.length === 0 ? '' : `\nFAILED: ${stages.failures.join(', ')}`);
  say(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
  if (reason !== undefined) {
    say(
      `NOT TRIED, because ${reason}: the servers exim, ${serverNames.join(', ')}; LibreOffice, openpyxl, poppler and Chromium ` +
        '(tests in test/servers, test/workbooks and test/browser).',
    );
  }
  if (stages.interrupted) return 130;
  const untriedInCi = reason !== undefined && process.env.CI === 'true';
  return stages.failures.length > 0 || untriedInCi ? 1 : 0;
};

process.exitCode = await main();
