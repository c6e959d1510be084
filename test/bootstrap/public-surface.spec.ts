import { describe, expect, it } from 'vitest';
import * as surface from '../../src/index.ts';

describe('the public surface', () => {
  it('has named exports only', () => {
    expect(Object.keys(surface)).toContain('createPlanningBackup');
    expect(surface).not.toHaveProperty('default');
  });
});
