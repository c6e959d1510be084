import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { describe, expect, it } from 'vitest';
import * as surface from '../../src/index.ts';

/** What only an adapter needs, and an embedder may not have installed. */
const HEAVY = ['basic-ftp', 'ssh2', 'exceljs', 'better-sqlite3', 'zod', 'hono', 'nodemailer', 'commander', 'listr2'];

/** Everything that importing the package loads: types are gone by then. */
const loadedBy = async (entry: string): Promise<readonly string[]> => {
  const { output } = await cruise([entry], {
    tsPreCompilationDeps: false,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  });
  return (output as ICruiseResult).modules.map(({ source }) => source);
};

describe('the public surface', () => {
  it('has named exports only', () => {
    expect(Object.keys(surface)).toContain('createPlanningBackup');
    expect(surface).not.toHaveProperty('default');
  });

  it("loads no adapter and no adapter's library", async () => {
    const loaded = await loadedBy('src/index.ts');
    expect(loaded.some((source) => source.includes('node_modules/inversify'))).toBe(true);
    expect(loaded.filter((source) => source.startsWith('src/adapters'))).toEqual([]);
    expect(loaded.filter((source) => HEAVY.some((name) => source.includes(`node_modules/${name}`)))).toEqual([]);
  });
});
