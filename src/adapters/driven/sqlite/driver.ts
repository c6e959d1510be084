import { createRequire } from 'node:module';
import type Driver from 'better-sqlite3';
import { whereInstalledNow } from '../../shared/optional-packages/optional-packages.ts';

const require = createRequire(import.meta.url);

/** better-sqlite3, loaded when the first file is opened: it is native, and only hosts of this store have it. */
export const sqliteDriver = (): typeof Driver =>
  whereInstalledNow('better-sqlite3', () => require('better-sqlite3') as typeof Driver);
