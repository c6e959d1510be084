import { createRequire } from 'node:module';
import type Driver from 'better-sqlite3';
import { PackageMissing, whereInstalledNow } from '../../shared/optional-packages/optional-packages.ts';

const require = createRequire(import.meta.url);

/**
 * better-sqlite3, loaded when the first file is opened: it is native, and only hosts of this store have it. Throws
 * {@link PackageMissing}, also for a version that would end the process sooner or later.
 */
export const sqliteDriver = (): typeof Driver =>
  whereInstalledNow('better-sqlite3', () => {
    const { version } = require('better-sqlite3/package.json') as { readonly version: string };
    if (!runsOn(process.versions.node, version)) throw new PackageMissing('better-sqlite3', version);
    return require('better-sqlite3') as typeof Driver;
  });

/**
 * Version 12 aborts on Node 24.19 and later when a statement is collected (its destructor asks for an environment that is not
 * there: `Assertion failed: (env) != nullptr`), in the middle of whatever is done; version 13 crashes on Node 20 when it is loaded.
 */
export const runsOn = (node: string, driver: string): boolean => {
  const [nodeMajor, driverMajor] = [Number.parseInt(node, 10), Number.parseInt(driver, 10)];
  return driverMajor < 13 ? nodeMajor < 24 : nodeMajor >= 22;
};
