import { said } from '../../../shared/wording/said.ts';
import { ENGLISH_SETTINGS_FAILURES } from './english-settings-failures.ts';
import type { FailureWords } from './words.ts';

export const ENGLISH_FAILURES: FailureWords = {
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
    argumentMissing: said('The file to work on is missing.', 'Name it behind the command; --help explains it.'),
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
    said(`There is no data in ${directory}.`, 'Check --data, or set a backup up with configure.'),
  remedies: {
    PasswordRequired: 'Give it with --password-stdin or PLANNING_BACKUP_PASSWORD, or a key with --private-key FILE.',
    BackupNotSetUp: 'Check that --plan and --data are the right ones, or set one up with configure.',
    FileNamesAlreadyFixed: 'Leave --file-prefix out. For other names, remove the backup and configure it anew.',
    PrivateKeyWithoutSftp: 'Use sftp://, or give a password.',
  },
  administratorsAre: (ids) =>
    ids.length === 0
      ? 'The plan names no administrator: enter one under organisation.administrators.'
      : `--actor takes the id of an administrator in the plan: ${ids.join(', ')}.`,
  failures: {
    dataFolder: (directory, code) =>
      code === 'EEXIST' || code === 'ENOTDIR'
        ? said(
            `The data folder ${directory} is a file, or lies below one.`,
            'Name a folder with --data or PLANNING_BACKUP_DATA.',
          )
        : said(
            `The data folder ${directory} cannot be used (${code}).`,
            'Choose another one with --data or PLANNING_BACKUP_DATA, or give this user the right to write there.',
          ),
    ...ENGLISH_SETTINGS_FAILURES,
    log: (message) => said(`The store cannot be used: ${message}.`, 'Mend that and try again; nothing was lost.'),
    moved: (message) =>
      said(
        `Nothing is written to the store any more: ${message}.`,
        'Set PLANNING_BACKUP_EVENTSTORE and go on there. If the move is not wanted: migrate --abandon.',
      ),
    directory: (message) => said(`The people of the organisation cannot be read. ${message}`, 'Try again.'),
    altered: (place) =>
      said(
        `The history was altered outside of this program: ${place}.`,
        'Keep the store as it is, and compare it with a backup of it and with the checksums in mails and workbooks.',
      ),
    newer: (place) => said(`The store was written by a newer version: ${place}.`, 'Use that version of the program.'),
    packageMissing: (command) =>
      said('This needs a package that is not here, or not in a version for this Node.', `First run: ${command}`),
    masterKey: (message) =>
      said(
        `The master key cannot be used: ${message}.`,
        'Mend that. Where the right key is missing, put it back, or name its place in PLANNING_BACKUP_MASTER_KEY_FILE. Nothing was changed.',
      ),
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
    compare: {
      'ssh-host-key': 'At the server the same is shown by: ssh-keygen -lf /etc/ssh/ssh_host_…_key.pub',
      certificate: 'At the server the same is shown by: openssl x509 -noout -fingerprint -sha256 -in CERTIFICATE',
    },
    goOn: 'If it is the right one, go on with:',
  },
};
