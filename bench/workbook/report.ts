import type { Measurement } from './child.ts';

export interface Line extends Measurement {
  readonly rows: number;
  readonly method: string;
  readonly group: 'limit' | 'ours' | 'styled' | 'unstyled';
  readonly level: number;
  readonly coldRatio: number;
  readonly warmRatio: number;
}

const LEVEL = 6;

export const medians = (
  rows: number,
  measured: ReadonlyMap<string, readonly Measurement[]>,
  groups: Readonly<Record<string, Line['group']>>,
): readonly Line[] => {
  const middle = (method: string, field: keyof Measurement): number => {
    const values = (measured.get(method) ?? []).map((one) => one[field]).sort((a, b) => a - b);
    const half = values.length / 2;
    return ((values[Math.ceil(half - 1)] ?? Number.NaN) + (values[Math.floor(half)] ?? Number.NaN)) / 2;
  };
  return [...measured.keys()].map((method) => ({
    rows,
    method,
    group: groups[method] ?? 'styled',
    level: LEVEL,
    coldMs: middle(method, 'coldMs'),
    warmMs: middle(method, 'warmMs'),
    coldRatio: middle(method, 'coldMs') / middle('limit', 'coldMs'),
    warmRatio: middle(method, 'warmMs') / middle('limit', 'warmMs'),
    peakMB: middle(method, 'peakMB'),
    bytes: middle(method, 'bytes'),
  }));
};

/** A Markdown table for each size. */
export const report = (lines: readonly Line[], cores: number): string => {
  const head = '| method | group | warm ms | × limit | first call ms | × limit | peak MB | bytes |';
  const tables = [...new Set(lines.map(({ rows }) => rows))].map((rows) => {
    const own = lines.filter((line) => line.rows === rows);
    return [`${rows} rows`, '', head, '| --- | --- | --: | --: | --: | --: | --: | --: |', ...own.map(row)].join('\n');
  });
  return `Node ${process.version}, ${cores} cores, zlib level ${LEVEL}; medians.\n\n${tables.join('\n\n')}\n`;
};

const row = (line: Line): string => {
  const cells = [
    line.method,
    line.group,
    line.warmMs.toFixed(0),
    line.warmRatio.toFixed(2),
    line.coldMs.toFixed(0),
    line.coldRatio.toFixed(2),
    line.peakMB.toFixed(0),
    String(line.bytes),
  ];
  return `| ${cells.join(' | ')} |`;
};
