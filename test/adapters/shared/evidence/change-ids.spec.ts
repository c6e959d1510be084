import { describe, expect, it } from 'vitest';
import { ChangeIds } from '../../../../src/adapters/shared/evidence/change-ids.ts';

describe('ChangeIds', () => {
  it('knows each of many, and no other', () => {
    const ids = new ChangeIds();
    const many = Array.from({ length: 20_000 }, (_, index) => `change-${index}`);
    // Twice, as each of its events names it.
    for (const id of many) for (const again of [id, id]) ids.add(again);
    for (const id of many) ids.add(id);
    expect(many.filter((id) => !ids.has(id))).toEqual([]);
    expect(many.filter((id) => ids.has(`${id}x`))).toEqual([]);
  });

  it('knows none at first', () => {
    expect(new ChangeIds().has('')).toBe(false);
  });
});
