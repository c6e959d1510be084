import xlsx from 'xlsx';

/** Throws unless a workbook has the cells of another: nobody wins by writing less. */
export const sameCells = (method: string, expected: Uint8Array, actual: Uint8Array): void => {
  const [theirs, ours] = [cellsOf(actual), cellsOf(expected)];
  for (const [address, value] of ours) {
    const other = theirs.get(address);
    const same = typeof value === 'number' ? Math.abs(Number(other) - value) < 1e-9 : other === value;
    if (!same) throw new Error(`${method} wrote ${JSON.stringify(other)} in ${address}, not ${JSON.stringify(value)}`);
  }
  if (theirs.size !== ours.size) throw new Error(`${method} wrote ${theirs.size} cells, not ${ours.size}`);
};

const cellsOf = (bytes: Uint8Array): ReadonlyMap<string, unknown> => {
  const { Sheets } = xlsx.read(bytes, { type: 'array', cellDates: false });
  const cells = new Map<string, unknown>();
  for (const [name, sheet] of Object.entries(Sheets)) {
    for (const [address, cell] of Object.entries(sheet)) {
      const value = (cell as { readonly v?: unknown }).v;
      if (!address.startsWith('!') && value !== undefined && value !== '') cells.set(`${name}!${address}`, value);
    }
  }
  return cells;
};
