import { said } from '../../../shared/wording/said.ts';
import type { AuditWords, FoundWords } from './audit-words.ts';

const number = new Intl.NumberFormat('en');

const FOUND: FoundWords = {
  'line-malformed': 'the line has another form than the format gives it',
  'line-misplaced': 'a line of this kind may not stand here',
  'hash-differs': 'its content does not have the hash that stands beside it',
  'chain-broken': 'it names another predecessor than the event before it',
  'version-out-of-order': 'an event is missing, there twice, or at the wrong place',
  'stream-out-of-order': 'the stream stands at the wrong place, or comes back',
  'stream-foreign': 'the stream is no stream of this organisation',
  'checkpoint-differs': 'a signed checkpoint says that there was another event',
  'ends-before-checkpoint': 'it is missing, and a signed checkpoint says that it was there',
  'goes-beyond-checkpoint': 'no signed checkpoint knows of it',
  'head-differs': 'the checksum that you gave says that there was another event',
  'ends-before-head': 'it is missing, and the checksum that you gave says that it was there',
  'checkpoint-malformed': 'it is no checkpoint',
  'checkpoint-foreign': 'it is of another organisation',
  'checkpoint-out-of-order': 'it does not follow from the one before it, or one is missing',
  'checkpoint-goes-back': 'it signs less than one before it',
  'checkpoint-totals-differ': 'its totals do not fit',
  'signature-wrong': 'its signature is wrong',
  'signed-by-another-key': 'the key that you gave has signed none of the checkpoints',
};

export const AUDIT_ENGLISH: AuditWords = {
  request: 'request',
  columns: ['Version', 'Instant (UTC)', 'Local time', 'Who', 'Id', 'Request', 'What', 'Before', 'After', 'Told'],
  sheet: 'History',
  title: (organisation, at) =>
    at === null ? `History of the backup of ${organisation}` : `Backup of ${organisation} as of ${at}`,
  hint: 'Names are those of today; ids never change. What proves this is the evidence bundle of audit export.',
  written: (file) => `Written to ${file}.`,
  outputMissing: said('A workbook is written to a file only.', 'Name the file with --output.'),
  outputUnusable: (file, code) =>
    said(`${file} could not be written (${code}).`, 'Name a file in a folder that you can write to.'),
  instantMalformed: (text) =>
    said(`${text} is no instant.`, 'Write it as 2026-11-25T05:00:00Z or with an offset, +01:00.'),
  asOf: {
    what: 'What',
    value: 'Value',
    at: 'as of',
    status: 'status',
    notSetUp: 'not set up',
    version: 'version',
    since: 'since',
    until: 'until',
    stillSo: 'nothing was changed since',
    nights: 'nights under these settings',
    noNights: 'no night under these settings',
  },
  exported: (file, events, checkpoints) =>
    `Wrote ${number.format(events)} events and ${number.format(checkpoints)} checkpoints to ${file}.`,
  exportedAltered: (place) =>
    said(`The history was altered: ${place}. It was written as it is, and not signed.`, 'See where with audit verify.'),
  fileUnreadable: (file, code) => said(`${file} cannot be read (${code}).`, 'Name a file that audit export wrote.'),
  publicKeyUnreadable: (file) =>
    said(`${file} holds no public key of Ed25519 in PEM.`, 'Name the audit-public.pem that you were given beforehand.'),
  headMalformed: (text) =>
    said(
      `${text} is no version with checksum.`,
      'Write both as a mail quotes them: 12:, and the 64 hex digits behind it.',
    ),
  anchored: 'Unaltered, and vouched for by what you gave.',
  notAnchored: said(
    'Consistent, not anchored: nothing in it contradicts anything, but whoever wrote it may have made it up.',
    'Give a public key with --public-key, or a version with its checksum from a mail with --head, that did not come with it.',
  ),
  unreadable: (problem, line) =>
    ({
      'no-bundle': said('This is no evidence bundle.', 'Name a file that audit export wrote.'),
      'no-json': said(`Line ${line} is cut short.`, 'Have the file sent once more.'),
      'no-text': said(`Line ${line} is no text.`, 'Have the file sent once more.'),
    })[problem],
  altered: ({ found, line, stream, version, checkpoint }) => {
    const places = [
      ...(checkpoint !== null && stream === null ? [`checkpoint ${checkpoint}`] : []),
      ...(stream === null ? [] : [version === null ? `stream ${stream}` : `stream ${stream}, version ${version}`]),
    ];
    const by = checkpoint !== null && stream !== null ? ` (checkpoint ${checkpoint})` : '';
    return said(
      `Altered: ${[...places, `line ${line}`].join(', ')}: ${FOUND[found]}${by}.`,
      'Nothing from here on is proven. Keep this file, and ask for the copies that others have.',
    );
  },
  labels: {
    organisation: 'organisation',
    events: 'events',
    checkpoints: 'checkpoints',
    configuration: 'configuration',
    byKey: 'key',
    byHead: 'checksum',
  },
  eventsIn: (events, streams) => `${number.format(events)} in ${number.format(streams)} streams`,
  keyVouches: (keyId) => `${keyId} vouches for all of it`,
  headVouches: (version) => `vouches for the configuration up to version ${version}`,
  beyondHead: (version) =>
    `  What was changed after version ${version}, the nights, the mails and what was tried: nothing vouches for them. A key does.`,
  signingUnavailable: (message) => said(`The record could not be signed: ${message}.`, 'Mend what is named.'),
  rotated:
    'The checkpoints of every organisation are signed by a new key from here on. Give audit-public.pem to whoever verifies; who has the old one is led to it.',
};
