import { TEST_STEPS_SAID, testWarningSaid } from '../../../shared/wording/connection-test.ts';
import { inOneLine, said } from '../../../shared/wording/said.ts';
import { ENGLISH_FORM, ENGLISH_TRUST } from './english-form.ts';
import { ENGLISH_PROBLEMS, ENGLISH_REFUSALS, ENGLISH_TROUBLES } from './english-problems.ts';
import type { Words } from './words.ts';

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

const and = (items: readonly string[]): string => new Intl.ListFormat('en-GB').format(items);

export const ENGLISH: Words = {
  page: 'Security settings',
  section: 'ftp backup',
  statuses: { 'not-set-up': 'Not set up', active: 'Active', paused: 'Paused', removed: 'Removed' },
  intro:
    'Every night, the story plan and the event plan of the next five days are written as two Excel files onto a server of your own. ' +
    'If this service cannot be reached, your newsroom goes on working with them.',
  overview: {
    title: 'Current state',
    destination: 'Destination',
    login: 'Login',
  },
  kinds: { 'story-plan': 'Story plan', 'event-plan': 'Event plan' },
  rows: (rows) => plural(rows, '1 row', `${rows} rows`),
  warnings: {
    title: 'Please note',
    paused: said('The backup is paused.', 'Until it is resumed, the files on your server grow old.'),
    plainFtp: said(
      'The connection is not encrypted.',
      'Anybody on the way can read the password and the plans. Ask your IT for SFTP or FTPS.',
    ),
    notAtomic: (way) =>
      way === 'overwrite'
        ? said(
            'Files are overwritten in place.',
            'A connection that breaks leaves half a file. Have the server allow replacing by renaming, if you can.',
          )
        : said(
            'Files are deleted before the new ones get their names.',
            'For a moment, and after a broken connection for longer, a file may be missing.',
          ),
    notDelivered: (night) =>
      said(
        `The night of ${night} did not put both files in place.`,
        'What failed, and what to do, is said under “Last nights”.',
      ),
    repetitionFailed: (night) =>
      said(
        `The night of ${night} was delivered, and failed when it was repeated.`,
        'What failed, and what to do, is said under “Last nights”.',
      ),
    needsALook: (records) =>
      said(
        plural(
          records,
          'One record of the plan could not be read.',
          `${records} records of the plan could not be read.`,
        ),
        `${plural(records, 'It is', 'They are')} listed in the workbooks under “Needs a look”.`,
      ),
    overwrittenLate: (night) =>
      said(`An older attempt may have replaced the files of the night of ${night}.`, 'Start “Back up now” to be sure.'),
    noticeGivenUp: (names) =>
      said(`The mail about a change did not reach ${names}.`, 'Please tell them yourself, and check their addresses.'),
    remaining: (destination, files) =>
      `The files ${files} written before remain at ${destination}. Nobody replaces or deletes them there any more.`,
  },
  actions: {
    backUpNow: 'Back up now',
    pause: 'Pause',
    resume: 'Resume',
    remove: 'Remove …',
    test: 'Test connection',
    save: 'Save',
    setUp: 'Set up backup',
    keep: 'Keep the backup',
    reload: 'Reload the page',
    toThePage: 'Back to the settings',
  },
  working: {
    test: 'Testing the connection. This can take up to half a minute.',
    save: 'Saving.',
    backUp: 'Writing the files to your server.',
    other: 'One moment, please.',
    noAnswer: 'No answer came. Nothing that you entered is lost; please try again.',
    passwordInAddress:
      'The address held a password and was cleared. Please enter address and password in their own fields.',
  },
  form: ENGLISH_FORM,
  trust: ENGLISH_TRUST,
  test: {
    title: 'Result of the connection test',
    ok: 'The connection works: a file could be written, replaced and removed.',
    failed: (step) => `The test stopped at: ${step}`,
    toBeTrusted: said(
      'The server was reached. Nobody has logged in yet.',
      'Compare the fingerprint below, tick that you trust the server, and test once more.',
    ),
    steps: TEST_STEPS_SAID.en,
    done: 'done',
    bad: 'failed',
    notTried: 'not tried',
    waiting: 'waits for your confirmation',
    warnings: (warning) => inOneLine(testWarningSaid(warning, 'en')),
    couldReplace: (way) => `This server does not allow the chosen way to replace files. What works: ${way}.`,
    nextSave: 'Nothing is saved yet.',
    nextSaveWithPassword:
      'Nothing is saved yet. Please enter the password once more: the page never sends it back to your browser.',
    refusals: ENGLISH_REFUSALS,
  },
  problems: ENGLISH_PROBLEMS,
  messages: {
    setUp: 'The backup is set up.',
    changed: 'The settings are saved.',
    paused: 'The backup is paused.',
    resumed: 'The backup goes on.',
    removed: 'The backup is removed, and the stored password is destroyed.',
    unchanged: 'Nothing differed from the saved settings, so nothing was changed.',
    told: (names) => `A mail about it goes to ${names}.`,
    toldNobody: 'There is no other administrator who could be told.',
    nightEnded: {
      delivered: 'Both files are on your server.',
      'half-delivered': 'Only one of the two files could be replaced.',
      failed: 'The files could not be written to your server.',
      stopped: 'The backup was stopped, because the settings were changed meanwhile.',
      missed: 'Nothing ran in that night.',
    },
    nightRuns: 'The backup is running. Reload the page in a minute to see what came of it.',
    notSaved: 'Nothing was saved yet.',
    unavailable: said('That is not possible at the moment. Nothing was changed.', 'Please try again in a few minutes.'),
    stale: (who) => `${who} changed the settings while you had this page open:`,
    staleKept: 'What you entered is still in the form, together with these changes.',
    staleLook: 'Please look it over and save again.',
  },
  nights: {
    title: 'Last nights',
    none: 'There has been no night yet.',
    outcomes: {
      delivered: 'Delivered',
      'half-delivered': 'Half delivered',
      failed: 'Failed',
      stopped: 'Stopped',
      missed: 'Missed',
      running: 'Running',
    },
    manual: 'repeated by hand',
    startedAt: (moment) => `started ${moment}`,
    needsALook: (records) => plural(records, '1 record needs a look', `${records} records need a look`),
    fileMissing: 'not written',
  },
  changes: {
    title: 'Last changes',
    earlier: (count) =>
      plural(count, 'One earlier change is in the full history.', `${count} earlier changes are in the full history.`),
    leftTheOrganisation: 'has left the organisation',
    host: 'The planning service',
    becomes: 'becomes',
    nobodyToTell: 'There was no other administrator to tell.',
    waiting: (name) => `Mail to ${name}: waiting`,
    sent: (name, moment) => `Mail to ${name}: sent ${moment}`,
    givenUp: (name, moment) => `Mail to ${name}: given up ${moment}`,
    remaining: (destination) => `Files written before remain at ${destination}.`,
  },
  removing: {
    title: 'Remove the backup?',
    nights: 'No more files are written from now on.',
    password: 'The stored password is destroyed. To set the backup up again, it has to be entered anew.',
    files: (destination, files) => `The files ${files} stay at ${destination}. Nobody deletes or replaces them.`,
    told: (names) => `A mail about it goes to ${names}.`,
    confirm: 'Remove the backup',
  },
  troubles: ENGLISH_TROUBLES,
  and,
};
