import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { FileCheckpointSink } from '../../../../src/adapters/driven/checkpoint-file/checkpoint-file.ts';
import { InMemoryAuditKeys } from '../../../../src/adapters/driven/in-memory/audit-keys.ts';
import { FileMasterKeyRing } from '../../../../src/adapters/driven/master-key-file/master-key-file.ts';
import { readPlanFile } from '../../../../src/adapters/driven/plan-file/plan-file.ts';
import { organisationOf } from '../../../../src/adapters/driven/plan-file/plan-file-directory.ts';
import { collectionOf, orUnavailable } from '../../../../src/adapters/driven/plan-file/plan-file-source.ts';
import { FileAuditKeys } from '../../../../src/adapters/driven/signing-key/audit-key-file.ts';
import { openDatabase } from '../../../../src/adapters/driven/sqlite/database.ts';
import { COMMANDS } from '../../../../src/adapters/driving/cli/commands/all.ts';
import { wordsIn } from '../../../../src/adapters/driving/cli/wording/in.ts';
import { KeyedCheckpointSigner } from '../../../../src/adapters/shared/checkpoint-signing/keyed-checkpoint-signer.ts';
import { failureSaid, stepSaid } from '../../../../src/adapters/shared/wording/failures.ts';
import { ENGLISH_FAILURES, ENGLISH_STEPS } from '../../../../src/adapters/shared/wording/failures-english.ts';
import { GERMAN_AT_STEP } from '../../../../src/adapters/shared/wording/failures-german.ts';
import { planProblemSaid } from '../../../../src/adapters/shared/wording/plan-problems.ts';
import { destinationText } from '../../../../src/adapters/shared/wording/settings.ts';
import { recordingProblemText, storeProblemText } from '../../../../src/adapters/shared/wording/store-problems.ts';
import { CheckpointSinkUnavailable } from '../../../../src/application/ports/checkpoint-sink.ts';
import { AlteredHistory } from '../../../../src/application/ports/event-log.ts';
import { PlanUnavailable } from '../../../../src/application/ports/planning-source.ts';
import type { FailureCode, FailureStep } from '../../../../src/domain/backup-run/failure.ts';
import { aDestination } from '../../../builders/destination.ts';

const CODES = Object.keys(ENGLISH_FAILURES) as FailureCode[];
const STEPS = Object.keys(ENGLISH_STEPS) as FailureStep[];

describe('failures', () => {
  test.each(CODES)('%s says in both languages what is so and what to do', (code) => {
    const [en, de] = (['en', 'de'] as const).map((locale) => failureSaid({ step: 'upload', code }, locale));
    for (const text of [en?.what, en?.remedy, de?.what, de?.remedy]) expect(text).toMatch(/^[A-ZÄÖÜ].*[.)]$/su);
    expect(en).not.toEqual(de);
  });

  test.each(STEPS)('the step %s has a name in both languages', (step) => {
    expect(stepSaid(step, 'de')).not.toBe(stepSaid(step, 'en'));
  });

  test('where the step says more than the code, it does so', () => {
    expect(failureSaid({ step: 'secure', code: 'other-protocol' }, 'de')).toBe(GERMAN_AT_STEP['secure/other-protocol']);
  });
});

describe('problems of a plan are said in German without a word of English', () => {
  const folder = mkdtempSync(join(tmpdir(), 'planning-backup-'));
  mkdirSync(join(folder, 'folder'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const person = { id: 'anna', name: 'Anna', email: 'anna@a.example', locale: 'de' };
  const organisation = { id: 'a', name: 'A', timeZone: 'Europe/Berlin', locale: 'de', administrators: [person] };
  const plan = (change: object): string =>
    JSON.stringify({ organisation: { ...organisation, ...change }, stories: [], events: [] });

  test.each([
    ['empty', ''],
    ['cut short', plan({}).slice(0, -9)],
    ['no JSON', 'Themen: keine'],
    ['no object', '[]'],
    ['no UTF-8', Buffer.from([0x7b, 0xff])],
    ['no stories', JSON.stringify({ organisation, events: [] })],
    ['no events', JSON.stringify({ organisation, stories: [] })],
    ['no organisation', JSON.stringify({ stories: [], events: [] })],
    ['an unknown zone', plan({ timeZone: 'Europe/Atlantis' })],
    ['many problems', plan({ id: 'A B', name: '', locale: 'fr', timeZone: 1, administrators: {} })],
    ['people twice, no address', plan({ administrators: [person, person, { ...person, id: 'b', email: 'b' }, 1] })],
    ['a folder', null],
    ['absent', undefined],
  ])('%s', async (name, content) => {
    const path = join(folder, content === null ? 'folder' : name);
    if (content !== null && content !== undefined) writeFileSync(path, content);
    const reading = readPlanFile(path).then((file) => collectionOf(file, organisationOf(file).id));
    const problem = await orUnavailable(reading).catch((error: unknown) => error);
    if (!(problem instanceof PlanUnavailable)) throw new Error('it was read');
    const { what } = planProblemSaid(problem, 'de');
    expect(what).toMatch(/^Der Plan .* lässt sich nicht verwenden: /);
    expect(what.replace(path, '')).not.toMatch(/\b(it|is|must|be|not|has|the)\b/);
    expect(planProblemSaid(problem, 'en').what).toBe(problem.message);
  });
});

describe('problems of the store are said in German without a word of English', () => {
  const folder = mkdtempSync(join(tmpdir(), 'planning-backup-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const at = (name: string, content: string, mode = 0o600): string => {
    writeFileSync(join(folder, name), content, { mode });
    return join(folder, name);
  };
  const database = (path: string) => () => openDatabase(path).close();
  const key = (path: string) => () => new FileMasterKeyRing(path).current();
  const lostKey = (publicFile: string) => () =>
    new FileAuditKeys({ file: join(folder, 'lost'), publicFile }).makeFirst();
  const auditKey = (file: string) => () => new FileAuditKeys({ file, publicFile: `${file}.public` }).current();

  test.each([
    ['a text for a database', () => database(at('text', 'Themen'.repeat(400)))],
    ['a folder for a database', () => database(folder)],
    ['a folder that is not there', () => database(join(folder, 'none/store'))],
    ['a file for a folder', () => database(join(at('file', ''), 'store'))],
    ['a text for a key', () => key(at('key', 'Schlüssel'))],
    ['a key for everybody', () => key(at('open', '', 0o644))],
    ['a folder for a key', () => key(folder)],
    ['a key where nothing can be written', () => key(join(folder, 'none/key'))],
    ['a text for an audit key', () => auditKey(at('audit', 'Schlüssel'))],
    ['an audit key for everybody', () => auditKey(at('open-audit', '', 0o644))],
    ['an audit key whose public half alone is there', () => lostKey(at('lost.public', ''))],
    ['another key', () => () => new FileMasterKeyRing(at('other', `${'A'.repeat(43)}=`)).settle('abc')],
  ])('%s', (_, prepare) => {
    const work = prepare();
    const message = messageOf(work);
    expect(storeProblemText(message, 'en')).toBe(message);
    expect(storeProblemText(message, 'de').replace(folder, '')).not.toMatch(/\b(it|is|must|be|not|has|the)\b/);
  });

  test('an altered event', () => {
    const message = 'stream backupRun-a-2026%2D11%2D24, version 2 was altered, or an event before it: no';
    expect(storeProblemText(message, 'de')).toBe(
      'Strom backupRun-a-2026%2D11%2D24, Version 2, oder ein Ereignis davor',
    );
  });
});

describe('why nothing could be signed is said in German without a word of English', () => {
  const folder = mkdtempSync(join(tmpdir(), 'planning-backup-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const keys = new InMemoryAuditKeys();
  keys.makeFirst();
  const place = { organisationId: 'a', sequence: 2, predecessor: null };
  const checkpoint = { ...place, signedAt: '2026-11-24T20:00:00Z', heads: [], grown: [] };
  const sinkIn = (directory: string) => new FileCheckpointSink(directory, { patience: 0 });
  const held = (): string => {
    writeFileSync(join(folder, 'a.notes.lock'), `${process.pid}\n`);
    return folder;
  };
  const folderThatIsAFile = (): string => {
    writeFileSync(join(folder, 'file'), '');
    return join(folder, 'file');
  };

  test.each<[string, () => Promise<unknown>]>([
    ['another key', () => new KeyedCheckpointSigner(keys).sign(checkpoint, 'ab12cd34')],
    ['no key', () => new KeyedCheckpointSigner(new InMemoryAuditKeys()).sign(checkpoint, 'ab12cd34')],
    ['checkpoints that are held', () => sinkIn(held()).append('a', null, 'note')],
    ['a file for their folder', () => sinkIn(folderThatIsAFile()).append('a', null, 'note')],
    ['too many at once', () => Promise.reject(new CheckpointSinkUnavailable(TOO_MANY))],
  ])('%s', async (_, work) => {
    const error = await work().catch((reason: unknown) => reason);
    const said = recordingProblemText(error, 'de').replace(folder, '');
    expect(said).not.toMatch(/\b(it|is|must|be|not|has|the|at|another)\b|Unavailable|\.ts/);
    expect(recordingProblemText(error, 'en')).toBe((error as Error).message);
  });

  test('an altered history says so, and what nobody foresaw has its class', () => {
    const lost = new AlteredHistory('checkpoint 3 of organisation a was altered or is missing');
    expect(recordingProblemText(lost, 'de')).toContain('(Prüfpunkt 3 der Organisation a)');
    const altered = new AlteredHistory('stream a, version 2 was altered, or an event before it: no');
    expect(recordingProblemText(altered, 'de')).toContain('sie wurde verändert (Strom a, Version 2');
    expect(recordingProblemText(new TypeError('x'), 'de')).toMatch(/^TypeError/);
  });
});

/** As the application says it. */
const TOO_MANY = 'the checkpoints are written by too many at once';

const messageOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was wrong');
};

test.each([
  [{}, 'sftp://sftp.abendblatt.example/backup/planung'],
  [{ port: 2222 }, 'sftp://sftp.abendblatt.example:2222/backup/planung'],
  [{ host: '2001:db8::1' }, 'sftp://[2001:db8::1]/backup/planung'],
  [{ protocol: 'ftp', port: 21 }, 'ftp://sftp.abendblatt.example/backup/planung'],
  [
    { protocol: 'ftp', tlsMode: 'explicit', port: 21 },
    'ftps://sftp.abendblatt.example/backup/planung (explizites TLS)',
  ],
  [
    { protocol: 'ftp', tlsMode: 'implicit', port: 990 },
    'ftps://sftp.abendblatt.example/backup/planung (implizites TLS)',
  ],
])('a destination %j is written as %s', (changes, text) => {
  expect(destinationText(aDestination(changes), 'de')).toBe(text);
});

test('every command and option is explained in both languages', () => {
  const [en, de] = [wordsIn('en').help, wordsIn('de').help];
  for (const { name, required, optional } of COMMANDS) {
    expect(en.commands[name]).not.toBe(de.commands[name]);
    for (const option of [...required, ...optional]) expect(en.options[option]).not.toBe(de.options[option]);
  }
});
