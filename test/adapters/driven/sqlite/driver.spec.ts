import { expect, it } from 'vitest';
import { runsOn, sqliteDriver } from '../../../../src/adapters/driven/sqlite/driver.ts';
import { PackageMissing } from '../../../../src/adapters/shared/optional-packages/optional-packages.ts';

it.each([
  ['20.19.0', '12.11.1', true],
  ['20.19.0', '13.2.0', false],
  ['22.23.3', '12.11.1', true],
  ['22.23.3', '13.2.0', true],
  ['24.21.0', '12.11.1', false],
  ['24.21.0', '13.2.0', true],
  ['26.1.0', '12.11.1', false],
  ['26.1.0', '13.2.0', true],
])('on Node %s version %s runs: %s', (node, driver, runs) => {
  expect(runsOn(node, driver)).toBe(runs);
});

it('is one that runs here, whose statements can be collected', () => {
  const connection = new (sqliteDriver())(':memory:');
  // Version 12 aborts on Node 24 after some thousand.
  for (let number = 0; number < 50_000; number += 1) connection.prepare(`SELECT ${number}`).get();
  connection.close();
});

it('is asked for in the version that runs here, where another is installed', () => {
  expect(new PackageMissing('better-sqlite3', '99.0.0').message).toMatch(
    /and version 99\.0\.0 does not run on Node v[\d.]+: npm install "better-sqlite3@\^1[23]\./,
  );
});
