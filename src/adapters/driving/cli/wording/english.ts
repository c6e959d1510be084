import type { ServiceTrouble } from '../../../../application/ports/telemetry.ts';
import { planProblemSaid } from '../../../shared/wording/plan-problems.ts';
import { said } from '../../../shared/wording/said.ts';
import { recordingProblemText } from '../../../shared/wording/store-problems.ts';
import { AUDIT_ENGLISH } from './audit-english.ts';
import { counting } from './counting.ts';
import { ENGLISH_FAILURES } from './english-failures.ts';
import { ENGLISH_HELP } from './english-help.ts';
import { ENGLISH_WARNINGS } from './english-warnings.ts';
import { happenedInEnglish } from './happenings.ts';
import { MOVING_ENGLISH } from './moving-words.ts';
import { ENGLISH_STATUS } from './status-words.ts';
import { ENGLISH_TESTING } from './testing.ts';
import type { Words } from './words.ts';

const count = counting('en');

const TROUBLES: Readonly<Record<ServiceTrouble, string>> = {
  starting: 'it is starting',
  'worker-stuck': 'the worker does not go on',
  'store-unavailable': 'the store cannot be read or written',
  'disk-full': 'the disk with the data folder is full, or cannot be written to',
  'master-key-unavailable': 'what is sealed cannot be opened: the master key is missing, or another',
  'log-not-followed': 'changes of settings are not seen',
  'nights-overdue': 'nights are overdue',
};

export const ENGLISH: Words = {
  help: ENGLISH_HELP,
  ...ENGLISH_FAILURES,
  changed: {
    setUp: (organisation) => `The backup of ${organisation} is set up.`,
    changed: (organisation) => `The backup of ${organisation} was changed.`,
    unchanged: (organisation, version) =>
      `Nothing differs from the settings of ${organisation} at version ${version}. Nothing was recorded.`,
    version: (version, head) => `Version ${version}, checksum ${head}`,
    toBeTold: (names) => `Recorded that these are to be told: ${names.join(', ')}`,
    nobodyToTell: 'There is no other administrator to be told.',
    mails: {
      sent: (count) => `Sent: ${count} ${count === 1 ? 'mail' : 'mails'}.`,
      written: (count, folder) =>
        `Written, because no mail server is set (PLANNING_BACKUP_SMTP): ${count} ${count === 1 ? 'mail' : 'mails'} as .eml in ${folder}`,
      left: (count) =>
        `Not sent yet: ${count} ${count === 1 ? 'mail' : 'mails'}. Nothing is lost: a running serve or worker sends them, and tries for 72 hours.`,
    },
    oldFiles: (where, files) =>
      `If nights were delivered to ${where}, their files stay there: ${files.join(', ')}. Delete them, so that nobody takes them for current ones.`,
    timeZone: (from, to) => `The time zone of the plan was taken over: ${from} → ${to}.`,
    nothing: 'nothing',
  },
  testing: ENGLISH_TESTING,
  night: {
    title: (night, organisation, destination, attempt) =>
      `Night ${night} of ${organisation} to ${destination}, attempt ${attempt}`,
    outcomes: {
      delivered: 'delivered',
      'half-delivered': 'half delivered',
      failed: 'failed',
      stopped: 'stopped',
      missed: 'missed',
      running: 'not ended',
    },
    rows: (rows) => count(rows, 'row', 'rows'),
    bytes: (bytes) => count(bytes, 'byte', 'bytes'),
    failed: 'not delivered',
    needsALook: (records) => `${count(records, 'record needs', 'records need')} a look:`,
    notDelivered: {
      failed: said('The night failed: neither file was put in place.', 'See above what failed, and how to mend it.'),
      'half-delivered': said(
        'Only one of the two files was put in place; the other one is older.',
        'See above what failed, mend it, and run the night again.',
      ),
      stopped: said(
        'The backup was paused or removed while the night ran. Nothing was put in place.',
        'Resume it, or set it up anew, and run the night again.',
      ),
      missed: said(
        'No worker that could have run the backup was up in that night.',
        'See that the worker runs, and run the backup for today by hand.',
      ),
    },
  },
  plans: { 'story-plan': 'story plan', 'event-plan': 'event plan' },
  progress: {
    steps: {
      plan: 'Read the plan',
      workbooks: 'Write both workbooks',
      server: 'Connect and log in',
      uploads: 'Upload both files',
      replacing: 'Put both files in place',
    },
    happened: happenedInEnglish,
    healthUnrecorded: (error) =>
      `What this night means for the state across nights could not be recorded, and is recorded with the next one: ${recordingProblemText(error, 'en')}`,
    checkpointFailed: (error) =>
      `The record could not be signed: ${recordingProblemText(error, 'en')}. The next signing makes up for it.`,
  },
  status: ENGLISH_STATUS,
  warnings: ENGLISH_WARNINGS,
  history: {
    columns: ['Version', 'When', 'Who', 'What', 'To be told'],
    nobody: 'nobody',
    mails: { waiting: 'not sent yet', sent: 'sent', 'given-up': 'given up' },
  },
  worker: {
    untilMalformed: said('The instant of --until is none.', 'Write it as 2026-11-25T05:00:00Z.'),
    untilOver: said('The instant of --until is over.', 'Name one that is to come, or leave --until out.'),
    working: (until) =>
      until === null ? 'Working until this is interrupted.' : `Working until ${until}, or until this is interrupted.`,
    fault: (error) => `Could not go on, and is tried again: ${error}`,
    planUnusable: (problem, isSomebodys) =>
      `${planProblemSaid(problem, 'en').what} ${isSomebodys ? 'Nights fail' : 'A night that needs it fails'} until that is mended.`,
    mails: {
      sent: 'A mail was sent.',
      notTaken: {
        'mail-server-unavailable': 'The mail server could not be reached. The mail is tried again.',
        'mail-refused': 'The mail server refused a mail. It is tried again.',
        'record-unavailable': 'Whom a mail goes to could not be read. It is tried again.',
      },
      givenUp: 'A mail could not be sent for 72 hours, and was given up.',
    },
    health: (troubles) =>
      troubles.length === 0
        ? 'The worker is well.'
        : `The worker would not do its work: ${troubles.map((trouble) => TROUBLES[trouble]).join('; ')}.`,
    overdue: (organisations) =>
      `${count(organisations, 'organisation has a night', 'organisations have nights')} that should be over by now. See status.`,
    heartbeat: {
      unreachable: 'The heartbeat URL could not be reached.',
      'no-answer': 'The heartbeat URL gave no answer in time.',
      refused: 'The heartbeat URL did not answer that all is well.',
    },
  },
  serve: {
    serving: (url) =>
      `The settings page is served on ${url} until this is interrupted. To sign in, have a link made with sign-in.`,
    fault: (error) => `A request failed: ${error}`,
    noFolder: (folder) =>
      said(`${folder} is no folder.`, 'Name the folder that holds the plans, one JSON file an organisation.'),
    portMalformed: (option) =>
      said(
        `The port of ${option} is no number from 0 to 65535.`,
        option === '--port'
          ? 'Give a free port; without --port the page is on 8787.'
          : 'Give a free port; without --health-port there is none.',
      ),
    portUnusable: (port, code, option) =>
      said(`Port ${port} cannot be used (${code}).`, `Stop what uses it, or give another one with ${option}.`),
    proxyIncomplete: said(
      'Only one of --trusted-user-header and --trusted-proxy was given.',
      'Give both: without the networks of your proxy anybody could send the header.',
    ),
    headerMalformed: said(
      'The name of the header has other signs than a header can have.',
      'Give a name such as X-Remote-User.',
    ),
    nobodyServes: (directory) =>
      said(
        `Nobody serves the settings page from ${directory}.`,
        'Start serve with the same --data first, and leave it running.',
      ),
    linkNote: 'This link signs in once, within 10 minutes. Give it to nobody else.',
  },
  audit: AUDIT_ENGLISH,
  moving: MOVING_ENGLISH,
  rotated: (secrets) =>
    `The master key was changed; ${count(secrets, 'secret was', 'secrets were')} wrapped anew. Older copies of the store open no more with the new key, and the old key is gone.`,
  eventStore: {
    missing: said('No cluster is named.', 'Set PLANNING_BACKUP_EVENTSTORE, with the user and the password to be made.'),
    passwordMissing: said(
      'The password of the administrator of the cluster is missing.',
      'Give it with --password-stdin or PLANNING_BACKUP_PASSWORD.',
    ),
    otherAcl: said(
      'The cluster has default rights of its own in $settings, which were left as they are.',
      'Use a cluster of its own for this program, or give the user these rights there yourself: docs/eventstoredb.md.',
    ),
    done: ({ user, isNew, defaultAcl, readersOfAll }) => [
      isNew ? `The user “${user}” was made.` : `The user “${user}” was there; its password was left as it is.`,
      `Streams without rights of their own: ${JSON.stringify(defaultAcl)}`,
      `$all may be read by: ${readersOfAll.join(', ')}`,
      'Streams of events take the right to delete and to cut from this user with their first event.',
    ],
  },
  interrupted: 'Interrupted.',
};
