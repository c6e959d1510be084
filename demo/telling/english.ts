import { figuresIn } from './figures.ts';
import type { Words } from './words.ts';

const { count, kilobytes, names, date } = figuresIn('en-GB');

export const english: Words = {
  title: 'planning-backup: the demo',
  opening:
    'Every night, a newspaper’s plan of the next five days goes to a server of its own, as two workbooks: the newsroom ' +
    'works on with them when the planning service cannot be reached. All that follows really happens, on this computer ' +
    'only. The newsroom is invented; servers, database and passwords exist for this run.',
  newsroom: {
    title: 'A newsroom and its servers',
    plan: (name, { stories, events, administrators }) =>
      `The ${name} has ${count(stories)} stories and ${count(events)} events in its plan, and ` +
      `${count(administrators)} administrators. Its company runs two servers:`,
  },
  testing: {
    title: (administrator) => `${administrator} tests the connection to the SFTP server before she saves it`,
    identity: 'The test ends before the login: first the server has to show what it proves itself with:',
    trust: 'This is what the IT department told her, so she trusts it, and tests again:',
    ok: (steps) => `${steps.join(' · ')}: all ok.`,
  },
  settingUp: {
    title: (administrator) => `${administrator} sets the backup up`,
    saved: (version, told) => `Saved as version ${version}. Mails to: ${names(told)}.`,
    promise:
      'The password can be replaced from now on, but never read. Should the server ever show another key, the backup ' +
      'stops before it logs in.',
  },
  night: {
    title: (night) => `The night of ${date(night)}`,
    titleAgain: 'The same night once more, to the new place',
    collected: (stories, events) => `Plan collected: ${count(stories)} stories, ${count(events)} events.`,
    rendered: 'Two workbooks made of what is planned for the next five days.',
    reached: 'Server reached, its key compared, logged in.',
    uploaded: 'Both uploaded under other names (….part), and their sizes compared.',
    replaced: 'Only now renamed, so that an editor finds last night’s file or tonight’s, never half of one.',
    delivered: (destination) => `Delivered to ${destination}`,
    file: ({ name, rows, bytes, sha256 }) =>
      `${name}  ${count(rows)} rows, ${kilobytes(bytes)}, SHA-256 ${sha256.slice(0, 16)}…`,
  },
  moving: {
    title: (administrator) => `${administrator} moves the backup to the FTPS server`,
    without: 'She fills in the new server and leaves the password empty.',
    why: 'Otherwise whoever gets into her account could have it sent to a server of their own.',
    identity: 'She enters it, and compares this server’s certificate, which no authority vouches for:',
    saved: (version) => `Saved as version ${version}. The old password is destroyed.`,
    filesRemain: (destination) => `Somebody should delete the old files, which remain at ${destination}`,
  },
  stranger: {
    title: (name) => `${name}, a freelancer, tries to move the backup elsewhere`,
    recorded: 'The attempt is on record.',
  },
  pausing: {
    title: 'The company works on its server for an hour',
    paused: (name) => `${name} pauses the backup. The nightly run starts meanwhile:`,
    tonight: 'Nothing is sent.',
  },
  mail: {
    title: (name) => `The mail that ${name} got about it, as it begins`,
    subject: (subject) => `Subject: ${subject}`,
    others: 'The others got it too, each in their language: as files, because no mail server is set here.',
    resumed: (name) => `${name} resumes the backup.`,
  },
  history: {
    title: 'What an auditor reads: when, who, what, from → to',
    change: (version, at, name) => `${at}  ${name}, version ${version}`,
    chained: 'Entries are only ever added, and each holds the hash of the one before: an alteration shows.',
  },
  keeping: {
    title: 'Yours to keep',
    open: 'Open them in Excel, LibreOffice or Google Sheets. All else is cleared away now.',
    next: 'With a plan and a server of your own, go on with  npm run --silent cli -- configure --help',
  },
  usage: 'Usage: npm run demo -- [--keep DIR] [--lang en|de]',
  badCall: (problem) => `The demo cannot be called like this: ${problem}`,
  cannotKeep: (directory, code) =>
    `The workbooks cannot be kept in ${directory} (${code}). Name a folder that can be written to: --keep DIR`,
  wentWrong: (problem) => `The demo did not come to its end: ${problem}`,
};
