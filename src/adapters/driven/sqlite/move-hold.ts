import { closeSync, openSync } from 'node:fs';
import { sqliteDriver } from './driver.ts';
import { isBusy, naming } from './file-problem.ts';

const OWNER_ONLY = 0o600;

/**
 * The hold on a store that is moved out of: SQLite's own lock on an empty file beside it, which ends with the process that
 * has it, however that ends. The file stays: whoever deleted it would let two have a hold, each on a file of its own.
 * Undefined where another has it.
 */
export const holdForMove = (store: string): (() => void) | undefined => {
  const path = `${store}-moving`;
  return naming(path, () => {
    const Connection = sqliteDriver();
    closeSync(openSync(path, 'a', OWNER_ONLY));
    const connection = new Connection(path, { timeout: 0 });
    try {
      connection.exec('BEGIN EXCLUSIVE');
      return () => void connection.close();
    } catch (error) {
      connection.close();
      if (isBusy(error)) return undefined;
      throw error;
    }
  });
};
