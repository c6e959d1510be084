import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { run } from './shell.ts';

const SCRIPT = join(dirname(fileURLToPath(import.meta.url)), 'dump-workbook.py');

/** Comma, double quote, UTF-8, as shown on screen, and (the last -1) every sheet into a file of its own. */
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

/** A LibreOffice with a profile of its own, so that it neither reads nor disturbs the user's. */
export interface Office {
  /** The pages as a PDF file. */
  readonly toPdf: (workbook: string) => Promise<string>;
  /** What LibreOffice shows in the cells, by the sheet's name. */
  readonly toCsv: (workbook: string) => Promise<Record<string, string>>;
  /** Ends with the tests: removes profile and results. */
  readonly close: () => Promise<void>;
}

export const openOffice = async (): Promise<Office> => {
  const home = await mkdtemp(join(tmpdir(), 'planning-backup-office-'));
  let last: Promise<unknown> = Promise.resolve();
  let count = 0;

  const convert = async (workbook: string, format: string): Promise<string> => {
    count += 1;
    const folder = join(home, String(count));
    await mkdir(folder);
    const profile = pathToFileURL(join(home, 'profile')).href;
    await run(
      '/usr/bin/soffice',
      [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', format, '--outdir', folder, workbook],
      { env: { HOME: home } },
    );
    // LibreOffice ends with 0 when it could not read the file.
    if ((await readdir(folder)).length === 0) throw new Error(`LibreOffice made nothing of ${workbook}`);
    return folder;
  };

  /** One at a time: a second LibreOffice on the same profile hands its work to the first and ends at once. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work);
    last = result.catch(() => {});
    return result;
  };

  return {
    toPdf: (workbook) =>
      inTurn(async () => {
        const folder = await convert(workbook, 'pdf');
        return join(folder, `${basename(workbook, extname(workbook))}.pdf`);
      }),
    toCsv: (workbook) =>
      inTurn(async () => {
        const folder = await convert(workbook, CSV);
        const prefix = `${basename(workbook, extname(workbook))}-`;
        const files = await readdir(folder);
        const entries = files.map(async (file) => {
          return [file.slice(prefix.length, -'.csv'.length), await readFile(join(folder, file), 'utf8')] as const;
        });
        return Object.fromEntries(await Promise.all(entries));
      }),
    close: () => rm(home, { recursive: true, force: true }),
  };
};

/** The text of a PDF as it lies on the pages, one string a page. */
export const pdfPages = async (pdf: string): Promise<string[]> =>
  (await run('/usr/bin/pdftotext', ['-layout', '-enc', 'UTF-8', pdf, '-'])).split('\f').slice(0, -1);

export interface DumpedCell {
  /** Dates come as ISO texts. */
  readonly value: string | number | boolean;
  /** openpyxl's letter: `s` text, `n` number, `b` boolean, `d` date, `f` formula, `e` error. */
  readonly type: string;
  readonly format: string;
  readonly bold: boolean;
  readonly wrap: boolean;
  readonly fill: string | null;
  readonly link: string | null;
}

export interface DumpedSheet {
  readonly name: string;
  readonly state: string;
  readonly rows: number;
  readonly columns: number;
  readonly freezePanes: string | null;
  readonly autoFilter: string | null;
  readonly printTitleRows: string | null;
  readonly orientation: string | null;
  readonly fitToWidth: number | null;
  readonly footer: string | null;
  /** By the column's letter; only those that are set. */
  readonly columnWidths: Readonly<Record<string, number>>;
  readonly mergedCells: readonly string[];
  /** By address, without empty cells. */
  readonly cells: Readonly<Record<string, DumpedCell>>;
}

/** What a second library, openpyxl, reads in a workbook. */
export interface DumpedWorkbook {
  readonly sheets: readonly DumpedSheet[];
  readonly definedNames: readonly string[];
  readonly creator: string | null;
  readonly created: string | null;
}

/** Debian's own Python, by its path: another one in front of it has no openpyxl. */
export const dumpWorkbook = async (file: string): Promise<DumpedWorkbook> =>
  JSON.parse(await run('/usr/bin/python3', [SCRIPT, file])) as DumpedWorkbook;
