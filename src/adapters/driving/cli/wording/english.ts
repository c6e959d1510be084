import { said } from '../../../shared/wording/said.ts';
import { ENGLISH_HELP } from './english-help.ts';
import { happenedInEnglish } from './happenings.ts';
import type { Words } from './words.ts';

const number = new Intl.NumberFormat('en');
const count = (amount: number, one: string, many: string): string =>
  `${number.format(amount)} ${amount === 1 ? one : many}`;

export const ENGLISH: Words = {
  help: ENGLISH_HELP,
  error: 'Error',
  warning: 'Warning',
  call: {
    unknownOption: (option) => said(`There is no option ${option}.`, 'See --help for the options of the command.'),
    optionMissing: (option) => said(`The option ${option} is missing.`, 'Add it; --help explains it.'),
    valueMissing: (option) => said(`The option ${option} has no value.`, 'Write its value behind it.'),
    choice: (option, choices) => said(`${option} has an unknown value.`, `Use one of: ${choices.join(', ')}.`),
    unknownCommand: (command) => said(`There is no command “${command}”.`, 'See --help for the commands.'),
    commandMissing: said('A command is missing.', 'See --help for the commands.'),
    tooManyArguments: said(
      'There is an argument too many.',
      'Values stand behind their option; put quotes around a value with spaces.',
    ),
    other: said('The call is not understood.', 'See --help.'),
  },
  urlProblems: {
    'url-malformed': said(
      'The destination is no address of a server.',
      'Write it as sftp://host/directory, ftps://host/directory or ftp://host/directory.',
    ),
    'login-in-url': said(
      'The destination holds a user or a password. It is not repeated here.',
      'Give the user with --user, and the password with --password-stdin or PLANNING_BACKUP_PASSWORD. If it was a real password, it may stand in the history of your shell now: change it.',
    ),
    'query-in-url': said(
      'The destination has a "?" or a "#".',
      'If the directory really has one in its name, write %3F or %23.',
    ),
    'encoding-malformed': said(
      'The destination has a "%" that begins no percent-encoded UTF-8.',
      'Write a percent sign of the directory as %25.',
    ),
    'tls-contradicts-url': said('ftps:// and --tls none contradict each other.', 'Use ftp:// or leave --tls out.'),
  },
  password: {
    PasswordEmpty: said('No password came from standard input.', 'Write it there: planning-backup … < password-file'),
    PasswordMalformed: said(
      'The password is no single line of text.',
      'Give exactly one line, of 4,096 characters at most and without control characters.',
    ),
    PasswordFromTerminal: said(
      'Standard input is a terminal, which would show the password.',
      'Let a file or a password manager write it there, or use PLANNING_BACKUP_PASSWORD.',
    ),
  },
  privateKeyFileUnreadable: (file) => said(`The file ${file} cannot be read.`, 'Check the path of --private-key.'),
  privateKeyMalformed: (file) =>
    said(`${file} is no private key.`, 'Name the private key in OpenSSH or PEM form, not the one that ends in .pub.'),
  networkMalformed: (network) =>
    said(`“${network}” is no network.`, 'Write it as 10.20.0.0/16 or 2001:db8::/32, with zeros behind the prefix.'),
  nightMalformed: said('The night is no date of the calendar.', 'Write it as 2026-11-24.'),
  otherOrganisation: (asked, inPlan) =>
    said(`The plan is of “${inPlan}” and not of “${asked}”.`, 'Name the plan of this organisation.'),
  organisationUnknown: (id, directory) =>
    said(`No backup was ever set up for “${id}” in ${directory}.`, 'Check --organisation and --data.'),
  nothingThere: (directory) =>
    said(`There is no state in ${directory}.`, 'Check --data, or set a backup up with configure.'),
  remedies: {
    PasswordRequired: 'Give it with --password-stdin or PLANNING_BACKUP_PASSWORD, or a key with --private-key FILE.',
    BackupNotSetUp: 'Set one up with configure.',
    FileNamesAlreadyFixed: 'Leave --file-prefix out. For other names, remove the backup and configure it anew.',
    PrivateKeyWithoutSftp: 'Use sftp://, or give a password.',
  },
  administratorsAre: (ids) =>
    ids.length === 0
      ? 'The plan names no administrator: enter one under organisation.administrators.'
      : `--actor takes the id of an administrator in the plan: ${ids.join(', ')}.`,
  failures: {
    dataFolder: (directory, code) =>
      said(
        `The data folder ${directory} cannot be used (${code}).`,
        'Choose another one with --data or PLANNING_BACKUP_DATA, or give this user the right to write there.',
      ),
    log: (message) => said(`The store cannot be used: ${message}.`, 'Mend that and try again; nothing was lost.'),
    directory: (message) => said(`The people of the organisation cannot be read. ${message}`, 'Try again.'),
    altered: (place) =>
      said(
        `The history was altered outside of this program: ${place}.`,
        'Keep the store as it is, and compare it with a backup of it and with the heads in mails and workbooks.',
      ),
    newer: (place) => said(`The store was written by a newer version: ${place}.`, 'Use that version of the program.'),
    masterKey: (message) => said(`The master key cannot be used: ${message}.`, 'Nothing was changed.'),
    unavailable: said('The store is in use by too many at once.', 'Try again in a moment; nothing was changed.'),
    unexpected: (error) => said(`Something unexpected went wrong: ${error}.`, 'Please report it.'),
    atStep: (step, what) => `Failed at ${step}: ${what}`,
  },
  untrusted: {
    hostKey: said(
      'The host key of the server is not trusted yet. Nothing was saved, and nobody logged in.',
      'Compare the fingerprint with the one that the operator of the server names. If they are the same, trust it.',
    ),
    certificate: said(
      'No known authority vouches for the certificate of the server under this name. Nothing was saved.',
      'Compare the fingerprint with the one that the operator of the server names. If they are the same, trust it.',
    ),
    passwordToo: 'Give the password too, with --password-stdin or PLANNING_BACKUP_PASSWORD.',
    shows: 'The server shows:',
    subject: 'made out to',
    issuer: 'issued by',
    valid: (from, to) => `valid from ${from} to ${to}`,
    compare: 'The operator sees the same with: ssh-keygen -lf /etc/ssh/ssh_host_…_key.pub',
    goOn: 'If it is the right one, go on with:',
  },
  changed: {
    setUp: (organisation) => `The backup of ${organisation} is set up.`,
    changed: (organisation) => `The backup of ${organisation} was changed.`,
    unchanged: (organisation, version) =>
      `Nothing differs from the settings of ${organisation} at version ${version}. Nothing was recorded.`,
    version: (version, head) => `Version ${version}, head ${head}`,
    toBeTold: (names) => `Recorded that these are to be told: ${names.join(', ')}`,
    nobodyToTell: 'There is no other administrator to be told.',
    oldFiles: (where, files) =>
      `Files of earlier nights stay at ${where}: ${files.join(', ')}. Delete them there, so that nobody takes them for current ones.`,
    timeZone: (from, to) => `The time zone of the plan was taken over: ${from} → ${to}.`,
    nothing: 'nothing',
  },
  night: {
    title: (night, organisation, destination, attempt) =>
      `Night ${night} of ${organisation} to ${destination}, attempt ${attempt}`,
    outcomes: {
      delivered: 'delivered',
      'half-delivered': 'half delivered',
      failed: 'failed',
      stopped: 'stopped',
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
  },
  status: {
    states: { active: 'active', paused: 'paused', removed: 'removed' },
    version: (version) => `version ${version}`,
    head: 'head',
    noNights: 'no night yet',
    nights: 'last nights',
    attempt: (attempt) => `attempt ${attempt}`,
    warnings: 'Warnings',
    none: (directory) => said(`No backup is set up in ${directory}.`, 'Set one up with configure.'),
  },
  warnings: {
    'plain-ftp': () =>
      said(
        'The password travels unprotected: anybody on the way can read it.',
        'Use sftp://, ftps:// or --tls explicit.',
      ),
    'not-atomic': () =>
      said(
        'Files are not replaced in one step: a cut connection can leave no file, or half of one.',
        'Have the server allow a rename over a file, and use --replace atomic.',
      ),
    'master-key-made': (file) =>
      said(
        `A master key was made: ${file}. It lies beside the store, so whoever copies the folder has both.`,
        'Keep it elsewhere: move it and name its place in PLANNING_BACKUP_MASTER_KEY_FILE. Back it up apart from the store.',
      ),
    'master-key-beside-store': (file) =>
      said(
        `The master key ${file} lies beside the store: whoever copies the folder has both.`,
        'Move it, and name its place in PLANNING_BACKUP_MASTER_KEY_FILE.',
      ),
    paused: () => said('The backup is paused: no night is delivered.', 'Resume it with resume.'),
    'last-night-not-delivered': (night) =>
      said(`The last night, ${night}, was not delivered in full.`, 'Mend what is said of its files, and run backup.'),
    'last-night-not-ended': (night) =>
      said(
        `The last night, ${night}, has not ended: it is at work, or its process has died.`,
        'If nothing is running, run backup: it takes over after the wait for a sign of life.',
      ),
    'records-need-a-look': (number) =>
      said(
        `Records of the plan that could not be read in the last night and are missing in the workbooks: ${number}.`,
        'They are listed on a sheet of their own in the workbooks; correct them in the planning.',
      ),
    'overwritten-late': (night) =>
      said(
        `In the night ${night} an attempt that had been overtaken put its files in place late.`,
        'Run backup once more, so that the newest files are there.',
      ),
  },
  history: { columns: ['Version', 'When', 'Who', 'What', 'To be told'], nobody: 'nobody' },
  rotated: (secrets) =>
    `The master key was changed; ${count(secrets, 'secret was', 'secrets were')} wrapped anew. Older copies of the store open no more with the new key, and the old key is gone.`,
  interrupted: 'Interrupted.',
};
