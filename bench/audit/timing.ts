/** Of one run of the work. */
export const seconds = async (work: () => void | Promise<void>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

export const rate = (count: number, time: number): string => Math.round(count / time).toLocaleString('en');

export const say = (line: string): void => void process.stdout.write(`${line}\n`);
