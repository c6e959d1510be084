import { describe, expect, it } from 'vitest';
import { settingsPage } from '../../../../src/adapters/driving/settings-page/settings-page.ts';
import type { PlanningBackup } from '../../../../src/application/planning-backup.ts';
import { EventLogUnavailable } from '../../../../src/application/ports/event-log.ts';
import { DirectoryUnavailable } from '../../../../src/application/ports/organisation-directory.ts';
import { aHostKey } from '../../../builders/destination.ts';
import { Newsroom } from '../../../support/newsroom.ts';
import { contextOf, type Fields, filledIn, getting, OUR_OWN, posting, withOther } from './visitor.ts';

const CANARY = 'Ärgernis&<canary>7';
const KEY = `-----BEGIN OPENSSH PRIVATE KEY-----\n${'canarykey'.repeat(8)}\n-----END OPENSSH PRIVATE KEY-----`;
const IDENTITY = aHostKey().fingerprint;
const TRUSTED = { trusted: IDENTITY, seen: IDENTITY, seenAt: 'sftp sftp.abendblatt.example 22' };

/** However a page could write it. */
const FORMS = [
  CANARY,
  'Ärgernis&amp;&lt;canary&gt;7',
  encodeURIComponent(CANARY),
  new URLSearchParams({ x: CANARY }).toString().slice(2),
  Buffer.from(CANARY).toString('base64'),
  Buffer.from(CANARY).toString('hex'),
  'canarykey',
  'canary',
];

const BY_PASSWORD = filledIn({ ...TRUSTED, password: CANARY });
const BY_KEY = filledIn({ ...TRUSTED, method: 'private-key', privateKey: KEY, passphrase: CANARY });

const bothWays = (name: string, changes: Fields): [string, Fields][] => [
  [`${name}, password`, { ...BY_PASSWORD, ...changes }],
  [`${name}, private key`, { ...BY_KEY, ...changes }],
];

const SENT: readonly [string, Fields][] = [
  ...bothWays('as it should be', {}),
  ...bothWays('no address', { address: '' }),
  ...bothWays('an unknown host', { address: 'elsewhere.example' }),
  ...bothWays('an odd port', { port: 'x' }),
  ...bothWays('no user', { user: '' }),
  ...bothWays('no trust', { trusted: '' }),
  ...bothWays('stale', { expectedVersion: '1' }),
  ...bothWays('malformed', { protocol: 'gopher' }),
  ...bothWays('no directory there', { directory: '/nowhere' }),
  ...bothWays('kept by the browser', { scripted: '1' }),
  ['a password too long', { ...BY_PASSWORD, password: CANARY.repeat(300) }],
  ['a password of two lines', { ...BY_PASSWORD, password: `${CANARY}\n${CANARY}` }],
  ['a key that is none', { ...BY_KEY, privateKey: CANARY }],
  ['in the address', { ...BY_PASSWORD, address: `ftp://anna:${CANARY}@ftp.abendblatt.example/x` }],
  ['in the directory', { ...BY_PASSWORD, directory: `ftp://anna:${CANARY}@ftp.abendblatt.example/x` }],
];

type Spoiling = (backup: PlanningBackup) => PlanningBackup;

const failing = (error: Error): Spoiling => {
  const fail = () => Promise.reject(error);
  return (backup) => ({
    ...backup,
    configuring: withOther(backup.configuring, { save: fail }),
    testing: withOther(backup.testing, { test: fail }),
  });
};

const TROUBLES: readonly [string, Spoiling][] = [
  ['nothing is wrong', (backup) => backup],
  ['the log is unavailable', failing(new EventLogUnavailable(`not now, ${CANARY}`))],
  ['the directory is unavailable', failing(new DirectoryUnavailable(`not now, ${CANARY}`))],
  ['there is a bug', failing(new Error(`a message with ${CANARY}`))],
];

describe.each(TROUBLES)('no secret is in any answer, where %s', (_, spoil) => {
  it.each(SENT)('%s', async (_name, fields) => {
    const newsroom = new Newsroom({ password: CANARY, privateKey: { text: KEY, passphrase: CANARY } });
    const page = settingsPage(spoil(await newsroom.backup()), newsroom.directory, { clock: newsroom.clock });
    const requests = [
      posting('/test', fields),
      posting('/save', fields, { ...OUR_OWN, Origin: 'https://evil.example' }),
      posting('/save', fields),
      getting(),
      getting('/remove'),
    ];
    for (const request of requests) {
      const answer = await page(request, contextOf());
      const everything = `${answer.status} ${JSON.stringify([...answer.headers])} ${await answer.text()}`;
      for (const form of FORMS) expect(everything).not.toContain(form);
    }
  });
});
