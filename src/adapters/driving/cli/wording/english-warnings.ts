import { said } from '../../../shared/wording/said.ts';
import type { Words } from './words.ts';

export const ENGLISH_WARNINGS: Words['warnings'] = {
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
  'audit-key-beside-store': (file) =>
    said(
      `The audit key ${file} lies beside the store: whoever can alter the store can sign what was altered.`,
      'Move it, and name its place in PLANNING_BACKUP_AUDIT_KEY_FILE.',
    ),
  'night-not-begun': (night) =>
    said(
      `The night ${night} should be over, and nobody has begun it: no worker has looked.`,
      'Start worker or serve, and see that it stays up; or run backup for today by hand.',
    ),
  'night-silent': (night) =>
    said(
      `The night ${night} was begun, and whoever did gives no sign of life.`,
      'Start worker or serve, or run backup: it takes over after the wait for a sign of life.',
    ),
  'repetition-failed': (night) =>
    said(`The night ${night} was delivered, and failed when it was repeated.`, 'Mend what is said of its files.'),
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
      `An older attempt may have put its files over those of the night ${night}, late.`,
      'Run backup once more, so that the newest files are there.',
    ),
  'record-not-signed': () =>
    said(
      'A change or a night is recorded and in no signed checkpoint: what is not signed can be altered unseen.',
      'The next change or night signs it, and so does audit export; if this stays, see what a change says.',
    ),
  'record-not-checked': (problem) =>
    said(`Whether the record is what was signed could not be checked: ${problem}.`, 'Mend what is named.'),
  'master-key-unusable': (problem) =>
    said(
      `What is sealed cannot be opened: ${problem}. No night and no mail will work, and no worker starts.`,
      'Put the right key back, or name its place in PLANNING_BACKUP_MASTER_KEY_FILE. To read a copy, no key is needed.',
    ),
  'change-not-signed': (problem) =>
    said(
      `The change is recorded, and could not be signed: ${problem}. What is not signed can be altered unseen.`,
      'Mend what is named; then the next change or night signs it, and so does audit export.',
    ),
};
