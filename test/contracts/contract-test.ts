import { expect, it } from 'vitest';

/** Where an adapter differs from its port's contract: which test, in its own words, and why. */
export interface Difference {
  readonly test: string;
  readonly reason: string;
}

export interface ContractOptions {
  readonly skip?: readonly Difference[];
}

export type ContractTest = (name: string, body: () => Promise<void>) => void;

/** Defines a contract's tests but for the differences; each of those shows up as skipped, with its reason. */
export const contractTests = ({ skip = [] }: ContractOptions, define: (test: ContractTest) => void): void => {
  const names = new Set<string>();
  define((name, body) => {
    names.add(name);
    const difference = skip.find(({ test }) => test === name);
    if (difference === undefined) it(name, body);
    else it.skip(`${name} [${difference.reason}]`, body);
  });
  it('is excused from tests that exist only', () => {
    expect(skip.map(({ test }) => test).filter((test) => !names.has(test))).toEqual([]);
  });
};
