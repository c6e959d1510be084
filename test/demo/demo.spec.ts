import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BadCall, readCall } from '../../demo/call.ts';
import { PASSWORD_MARK } from '../../demo/stage/company-server.ts';
import { wordsIn } from '../../demo/telling/words.ts';

const RUN = fileURLToPath(new URL('../../demo/run.ts', import.meta.url));
const A_MINUTE = 60_000;
const WORKBOOKS = ['Terminplanung.xlsx', 'Themenplanung.xlsx'];

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

let home: string;
let temporary: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'demo-spec-'));
  temporary = join(home, 'tmp');
  await mkdir(temporary);
});

afterAll(() => rm(home, { recursive: true, force: true }));

/** As `npm run demo` starts it, in a folder of the test's own and with another place for temporary files. */
const demo = (args: readonly string[], whenSaid?: { text: string; signal: NodeJS.Signals }): Promise<Ended> =>
  new Promise((fulfil, reject) => {
    const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), RUN, ...args], {
      cwd: home,
      env: { ...process.env, TMPDIR: temporary },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (whenSaid !== undefined && out.includes(whenSaid.text)) child.kill(whenSaid.signal);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', reject);
    child.on('close', (code) => fulfil({ code, out, err }));
  });

/** A text as it is, and as it would look encoded, at each place that Base64 may begin at. */
const writings = (text: string): readonly string[] => {
  const bytes = Buffer.from(text);
  const base64 = [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .slice(before === 0 ? 0 : 4, -4),
  );
  return [text, encodeURIComponent(text), bytes.toString('hex'), ...base64];
};

const expectNoPassword = ({ out, err }: Ended): void => {
  for (const writing of writings(PASSWORD_MARK)) expect(out + err).not.toContain(writing);
};

/** Of the first sheet, below its frozen headings; the line above each day has one cell. */
const rowsOf = async (bytes: Buffer): Promise<number> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  const [sheet] = workbook.worksheets;
  const [view] = sheet?.views ?? [];
  if (sheet === undefined || view?.state !== 'frozen') throw new Error('There is no sheet with frozen headings');
  const first = (view.ySplit ?? 0) + 1;
  const rows = sheet.getRows(first, sheet.rowCount - first + 1) ?? [];
  return rows.filter(({ actualCellCount }) => actualCellCount > 1).length;
};

const expectKept = async (folder: string, { out }: Ended, rowsWord: string): Promise<void> => {
  expect((await readdir(folder)).sort()).toEqual(WORKBOOKS);
  const delivered = [...out.matchAll(new RegExp(`(\\S+\\.xlsx)  ([0-9.,]+) ${rowsWord}, .* SHA-256 ([0-9a-f]+)`, 'g'))];
  // Twice each: at the first place, and at the second, from where they are kept.
  expect(delivered).toHaveLength(4);
  for (const [, name = '', rows = '', sha256 = ''] of delivered.slice(2)) {
    const bytes = await readFile(join(folder, name));
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    expect(createHash('sha256').update(bytes).digest('hex').slice(0, sha256.length)).toBe(sha256);
    expect(await rowsOf(bytes)).toBe(Number(rows.replace(/[.,]/g, '')));
    expect(Number(rows.replace(/[.,]/g, ''))).toBeGreaterThan(200);
    expect(out).toContain(join(folder, name));
  }
};

const expectInOrder = (text: string, moments: readonly string[]): void => {
  const places = moments.map((moment) => text.indexOf(moment));
  expect(moments.filter((_, index) => places[index] === -1)).toEqual([]);
  expect(places).toEqual([...places].sort((a, b) => a - b));
};

/** But for what tsx keeps to start faster the next time. */
const nothingTemporaryIsLeft = async (): Promise<void> => {
  const left = await readdir(temporary);
  expect(left.filter((name) => !name.startsWith('tsx-'))).toEqual([]);
};

describe('the demo', () => {
  it('tells its story, leaves two workbooks and nothing else', { timeout: A_MINUTE }, async () => {
    const ended = await demo([]);
    expect(ended).toMatchObject({ code: 0, err: '' });
    expectInOrder(ended.out, [
      'Anna Weber tests the connection to the SFTP server',
      'host key SHA256:',
      '✓ Check the address · Reach the server · Secure the connection · Log in',
      'Remove the test file: all ok.',
      'Anna Weber sets the backup up',
      'Saved as version 3. Mails to: Sören Großkopf',
      'Delivered to sftp://127.0.0.1:',
      'Anna Weber moves the backup to the FTPS server',
      '✗ The password has to be entered',
      'Delivered to ftps://127.0.0.1:',
      'Jonas Klein',
      '✗ Whoever is to act is no administrator',
      'pauses the backup',
      '✗ The backup of this organisation is paused',
      "The mail that Fiona O'Brien got about it",
      'Subject: ftp backup of Elbkurier paused (by Sören Großkopf)',
      'Who: Sören Großkopf',
      'before: running',
      'now:    paused',
      "Fiona O'Brien resumes",
      'What an auditor reads',
      'Anna Weber, version 7',
      ' → ftps://127.0.0.1:',
      'password replaced',
      'Yours to keep',
    ]);
    expect(ended.out.split('\n').length).toBeLessThan(90);
    expectNoPassword(ended);
    await expectKept(join(home, 'planning-backup-demo'), ended, 'rows');
    await nothingTemporaryIsLeft();
  });

  it('tells it in German, and replaces the workbooks of the run before', { timeout: A_MINUTE }, async () => {
    const ended = await demo(['--lang', 'de', '--keep', 'planning-backup-demo']);
    expect(ended).toMatchObject({ code: 0, err: '' });
    expectInOrder(ended.out, [
      'Testdatei löschen: alles ok.',
      'Anna Weber richtet das Backup',
      'Die Nacht: ',
      'Betreff: ftp-Backup von Elbkurier angehalten (durch Sören Großkopf)',
      'Passwort ersetzt',
      'Zum Behalten',
    ]);
    expect(ended.out.split('\n').length).toBeLessThan(92);
    expectNoPassword(ended);
    await expectKept(join(home, 'planning-backup-demo'), ended, 'Zeilen');
    await nothingTemporaryIsLeft();
  });

  it('clears everything away when it is interrupted', { timeout: A_MINUTE }, async () => {
    const ended = await demo(['--keep', 'interrupted'], { text: '3. ', signal: 'SIGINT' });
    expect(ended.code).toBe(130);
    await nothingTemporaryIsLeft();
    expect(await readdir(home)).not.toContain('interrupted');
  });

  it('says what is wrong with a place that is no folder', { timeout: A_MINUTE }, async () => {
    await writeFile(join(home, 'file'), '');
    const ended = await demo(['--keep', 'file/in', '--lang', 'de']);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toBe(`${wordsIn('de').cannotKeep(join(home, 'file/in'), 'ENOTDIR')}\n`);
    await nothingTemporaryIsLeft();
  });

  it('says what is wrong with a call, and how to call it', { timeout: A_MINUTE }, async () => {
    const ended = await demo(['--lang', 'fr']);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toBe(`${wordsIn('en').badCall('--lang fr')}\n${wordsIn('en').usage}\n`);
  });
});

describe('a call of the demo', () => {
  it('has a folder to keep the workbooks in and a language, both by default', () => {
    expect(readCall([])).toEqual({ keepIn: resolve('planning-backup-demo'), language: 'en', help: false });
    expect(readCall(['--keep', '/a/b', '--lang=de'])).toEqual({ keepIn: '/a/b', language: 'de', help: false });
  });

  it.each([[['--lang', 'fr']], [['--speed', '9']], [['there']], [['--keep']], [['--keep', '']]])(
    'is not %j',
    (args) => {
      expect(() => readCall(args)).toThrow(BadCall);
    },
  );
});
