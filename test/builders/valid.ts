import type { Reading } from '../../src/domain/reading.ts';

/** The value of a reading that a test knows to be readable. */
export const valid = <Value>(reading: Reading<Value, string>): Value => {
  if (!reading.ok) throw new Error(`the test's own data cannot be read: ${reading.problem}`);
  return reading.value;
};
