import type { Locale } from '../../../domain/backup-configuration/settings.ts';

/** How a cell looks. `alert` is for what the words in it say already: paper may be grey, eyes may not see red. */
export type CellKind = 'text' | 'strong' | 'alert' | 'reference' | 'date' | 'time' | 'dateTime';

export interface Styles {
  readonly title: object;
  readonly hint: object;
  readonly heading: object;
  /** Of a row; cells bring their own. */
  readonly row: object;
  /** `shaded`: every other day. `opens`: the first row of a day, with a line above. */
  readonly cell: (kind: CellKind, shaded: boolean, opens: boolean) => object;
}

const FONT = { name: 'Calibri', size: 10 };
const DARK = 'FF1F3A5F';
const RED = 'FFB00020';
const GREY = 'FFC5CCD6';

const fill = (argb: string): object => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const line = (argb: string, style: 'hair' | 'thin' | 'medium'): object => ({ style, color: { argb } });

/** Whether a cell shows its text in as many lines as it needs, and not in one. */
export const wraps = (kind: CellKind): boolean => kind === 'text' || kind === 'strong' || kind === 'alert';

/**
 * One object a look, made once and never changed: exceljs finds a style it knows by the object itself, and does not
 * see what is changed on it later.
 */
const makeStyles = (locale: Locale): Styles => {
  const date = locale === 'de' ? 'dd.mm.yyyy' : 'yyyy-mm-dd';
  const formats: Readonly<Record<CellKind, string | undefined>> = {
    text: undefined,
    strong: undefined,
    alert: undefined,
    reference: undefined,
    date,
    time: 'hh:mm',
    dateTime: `${date} hh:mm`,
  };
  const make = (kind: CellKind, shaded: boolean, opens: boolean): object => ({
    ...(formats[kind] === undefined ? {} : { numFmt: formats[kind] }),
    font: {
      ...FONT,
      ...(kind === 'strong' || kind === 'time' ? { bold: true } : {}),
      ...(kind === 'alert' ? { bold: true, color: { argb: RED } } : {}),
    },
    alignment: {
      vertical: 'top',
      horizontal: 'left',
      wrapText: wraps(kind),
    },
    border: {
      top: opens ? line(DARK, 'medium') : line(GREY, 'thin'),
      bottom: line(GREY, 'thin'),
      left: line(GREY, 'thin'),
      right: line(GREY, 'thin'),
    },
    ...(shaded ? { fill: fill('FFEEF2F7') } : {}),
  });
  const made = new Map<string, object>();
  return {
    title: { font: { ...FONT, size: 12, bold: true, color: { argb: DARK } }, alignment: { vertical: 'middle' } },
    hint: { font: { ...FONT, italic: true }, alignment: { vertical: 'middle' } },
    heading: {
      font: { ...FONT, bold: true, color: { argb: 'FFFFFFFF' } },
      fill: fill(DARK),
      alignment: { vertical: 'middle', horizontal: 'left', wrapText: true },
    },
    row: {},
    cell: (kind, shaded, opens) => {
      const key = `${kind}/${shaded}/${opens}`;
      const known = made.get(key) ?? make(kind, shaded, opens);
      made.set(key, known);
      return known;
    },
  };
};

export const STYLES: Readonly<Record<Locale, Styles>> = { de: makeStyles('de'), en: makeStyles('en') };
