import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { csvOf } from '../../../../src/adapters/driving/cli/csv.ts';
import type { TableToRender } from '../../../../src/application/ports/table-renderer.ts';
import { ABENDBLATT, ANNA, Machine, sftpServer } from './call.ts';

const folder = mkdtempSync(join(tmpdir(), 'planning-backup-history-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HOUR = 3_600_000;
const CHANGE = 'configure --plan plan.json --actor ben --user redaktion --destination sftp://sftp.example';

let machine: Machine;

/** Set up at 20:00 UTC, a night at 21:00, moved at 22:00, a pause refused at 23:00, a night at midnight. */
beforeEach(async () => {
  machine = new Machine(sftpServer());
  await machine.setUp();
  await machine.clock.advance(HOUR);
  await machine.call('backup --plan plan.json');
  await machine.clock.advance(HOUR);
  await machine.call(`${CHANGE}/backup --replace overwrite`);
  await machine.clock.advance(HOUR);
  await machine.call('pause --plan plan.json --actor eve');
  await machine.clock.advance(HOUR);
  await machine.call('backup --plan plan.json');
});

const history = (more: string) => machine.call(`history --organisation abendblatt --plan plan.json ${more}`.trim());

describe('history', () => {
  it('shows what was tried and each use of the password among the changes', async () => {
    const { out } = await history('');
    expect(out).toMatch(
      /\n +2026-11-24 22:00:00 +the operator \(operator\) +stored password or key used for a night\n/,
    );
    expect(out).toMatch(/\n5 +2026-11-24 23:00:00 +Ben Schulz \(ben\) +replacing files: .* → overwrite/);
    expect(out).toMatch(
      /\n +2026-11-25 00:00:00 +eve \(no administrator\) +pausing rejected: ActorNotAnAdministrator:/,
    );
  });

  it('shows a person who left as such, and says nothing of it without a directory', async () => {
    machine.plan('plan.json', { ...ABENDBLATT, administrators: [ANNA] });
    expect((await history('')).out).toContain('ben (no longer an administrator)');
    expect((await history('--lang de')).out).toContain('ben (nicht mehr Administrator)');
    const { out } = await machine.call('history --organisation abendblatt');
    expect(out).not.toContain('no longer');
  });

  it('has the attempts in JSON too', async () => {
    const { attempts } = JSON.parse((await history('--json')).out);
    expect(attempts).toMatchObject([
      { type: 'StoredPasswordOpened', purpose: 'night', actor: { id: 'operator' } },
      { type: 'SaveRejected', command: 'PauseBackup', reason: 'ActorNotAnAdministrator', actor: { id: 'eve' } },
      { type: 'StoredPasswordOpened' },
    ]);
  });

  it('as CSV has one line a fact, each with who, when and who was told', async () => {
    const { out } = await history('--format csv');
    const lines = out.split('\r\n');
    expect(lines[0]).toBe('Version,Instant (UTC),Local time (Europe/Berlin),Who,Id,Request,What,Before,After,Told');
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^5,2026-11-24T22:00:00Z,2026-11-24 23:00:00,Ben Schulz \(ben\),ben,,replacing files,in one step \(atomic\),.*overwrite.*,Anna Weber \(anna\): sent 2026-11-24 23:00:00$/,
      ),
    );
    expect(lines.at(-1)).toBe('');
  });

  it('as a workbook is written to a file, and to a file only', async () => {
    expect((await history('--format xlsx')).exit).toBe(2);
    const file = join(folder, 'history.xlsx');
    const { exit, out, err } = await history(`--format xlsx --output ${file}`);
    expect([exit, out, err]).toEqual([0, '', expect.stringContaining(file)]);
    const table = JSON.parse(readFileSync(file, 'utf8')) as TableToRender;
    expect(table).toMatchObject({ title: 'History of the backup of Abendblatt', writtenAt: '2026-11-25T00:00:00Z' });
    expect(table.sections.flat().every((row) => row.length === table.columns.length)).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.each(['table', 'json', 'csv'])('writes a %s to a file as to standard output', async (format) => {
    const file = join(folder, `history.${format}`);
    const { out } = await history(`--format ${format}`);
    expect(await history(`--format ${format} --output ${file}`)).toMatchObject({ exit: 0, out: '' });
    expect(readFileSync(file, 'utf8')).toBe(out);
  });

  it('says where a file cannot be written', async () => {
    const { exit, err } = await history(`--format csv --output ${join(folder, 'none', 'x.csv')}`);
    expect([exit, err]).toEqual([1, expect.stringContaining('ENOENT')]);
  });
});

describe('history --at', () => {
  const at = async (instant: string) => JSON.parse((await history(`--json --at ${instant}`)).out);

  it('gives the settings as they stood, and the nights under them', async () => {
    expect(await at('2026-11-24T19:59:59Z')).toMatchObject({
      status: 'not-set-up',
      version: 0,
      head: null,
      nights: [],
    });
    const before = await at('2026-11-24T22:30:00+01:00');
    expect(before).toMatchObject({
      ...{ status: 'active', version: 3, settings: { replacement: 'atomic' }, until: '2026-11-24T22:00:00Z' },
      since: { occurredAt: '2026-11-24T20:00:00Z', actorId: 'anna' },
      nights: [{ night: '2026-11-24', outcome: 'delivered', configurationVersion: 3 }],
    });
    expect(await at('2026-11-24T22:00:00Z')).toMatchObject({
      ...{ version: 5, settings: { replacement: 'overwrite' }, until: null },
      nights: [{ night: '2026-11-25', outcome: 'delivered' }],
    });
  });

  it('says it in a table, and in German', async () => {
    const { out } = await history('--at 2026-11-24T21:30:00Z --lang de');
    expect(out).toMatch(/^Stand +2026-11-24 22:30:00 \(Europe\/Berlin\), 2026-11-24T21:30:00Z\n/);
    expect(out).toMatch(/\nseit .* Anna Weber \(anna\)\nbis /);
    expect(out).toMatch(/\nNächte unter diesen Einstellungen:\n {2}2026-11-24 {2}angekommen, 2026-11-24 22:00:00\n/);
  });

  it('as CSV has what was so, line by line', async () => {
    const { out } = await history('--at 2026-11-24T21:30:00Z --format csv');
    expect(out).toMatch(/^What,Value\r\nas of,/);
    expect(out).toMatch(/\r\n2026-11-24,"delivered, 2026-11-24 22:00:00"\r\n$/);
  });

  it.each(['yesterday', '2026-11-24', '2026-11-24T20:00:00'])(
    'takes no text that names no instant: %s',
    async (text) => {
      const { exit, out } = await history(`--json --at ${text}`);
      expect([exit, JSON.parse(out).error.code]).toEqual([2, 'InstantMalformed']);
    },
  );
});

describe('a CSV file', () => {
  it('is RFC 4180: lines end with CR LF; commas, quotes and line ends stand in quotes', () => {
    expect(
      csvOf([
        ['a', 1, null],
        ['b,c', 'd"e', ' f '],
      ]),
    ).toBe('a,1,\r\n"b,c","d""e", f \r\n');
  });

  it.each(['=1+1', '+1', '-1', '@x', ' =1', '\u00a0=1'])('makes no formula of %j', (text) => {
    const [cell = ''] = csvOf([[text]]).split('\r\n');
    expect(cell.startsWith("'")).toBe(true);
  });

  it('does nothing to a terminal', () => {
    expect(csvOf([['\u001b[2J\r\n']])).toBe('\\u{1b}[2J\\u{d}\\u{a}\r\n');
  });
});
