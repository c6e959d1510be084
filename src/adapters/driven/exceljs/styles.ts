import type { Locale } from '../../../domain/backup-configuration/settings.ts';

/** How a cell looks. `alert` is for what the words in it say already: paper may be grey, eyes may not see red. */
export type CellKind = 'text' | 'strong' | 'alert' | 'reference' | 'link' | 'date' | 'time' | 'dateTime';

/** Of a row of the table: an even or odd section, and whether it is the first of it. */
export type RowLook = 'plain' | 'shaded' | 'opening' | 'shadedOpening';

export interface Styles {
  readonly title: object;
  readonly hint: object;
  readonly heading: object;
  readonly band: object;
  /** Of a row; cells bring their own. */
  readonly row: object;
  readonly cell: Readonly<Record<RowLook, Readonly<Record<CellKind, object>>>>;
}

const FONT = { name: 'Calibri', size: 10 };
const DARK = 'FF1F3A5F';
const RED = 'FFB00020';
const BLUE = 'FF1F4E9E';
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
  const formats: Partial<Record<CellKind, string>> = { date, time: 'hh:mm', dateTime: `${date} hh:mm` };
  const make = (kind: CellKind, shaded: boolean, opens: boolean): object => ({
    ...(formats[kind] === undefined ? {} : { numFmt: formats[kind] }),
    font: {
      ...FONT,
      ...(kind === 'strong' || kind === 'time' ? { bold: true } : {}),
      ...(kind === 'alert' ? { bold: true, color: { argb: RED } } : {}),
      ...(kind === 'link' ? { underline: true, color: { argb: BLUE } } : {}),
    },
    alignment: { vertical: 'top', horizontal: 'left', wrapText: wraps(kind) },
    border: {
      top: opens ? line(DARK, 'medium') : line(GREY, 'thin'),
      bottom: line(GREY, 'thin'),
      left: line(GREY, 'thin'),
      right: line(GREY, 'thin'),
    },
    ...(shaded ? { fill: fill('FFF1F4F8') } : {}),
  });
  const look = (shaded: boolean, opens: boolean): Readonly<Record<CellKind, object>> => ({
    text: make('text', shaded, opens),
    strong: make('strong', shaded, opens),
    alert: make('alert', shaded, opens),
    reference: make('reference', shaded, opens),
    link: make('link', shaded, opens),
    date: make('date', shaded, opens),
    time: make('time', shaded, opens),
    dateTime: make('dateTime', shaded, opens),
  });
  return {
    title: { font: { ...FONT, size: 12, bold: true, color: { argb: DARK } }, alignment: { vertical: 'middle' } },
    hint: { font: { ...FONT, italic: true }, alignment: { vertical: 'middle' } },
    heading: {
      font: { ...FONT, bold: true, color: { argb: 'FFFFFFFF' } },
      fill: fill(DARK),
      alignment: { vertical: 'middle', horizontal: 'left', wrapText: true },
    },
    band: {
      font: { ...FONT, size: 12, bold: true, color: { argb: DARK } },
      fill: fill('FFD5DEE9'),
      alignment: { vertical: 'middle', horizontal: 'left' },
      border: { top: line(DARK, 'medium'), bottom: line(DARK, 'thin') },
    },
    row: {},
    cell: {
      plain: look(false, false),
      shaded: look(true, false),
      opening: look(false, true),
      shadedOpening: look(true, true),
    },
  };
};

export const STYLES: Readonly<Record<Locale, Styles>> = { de: makeStyles('de'), en: makeStyles('en') };
