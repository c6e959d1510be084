/**
 * A host that brings its own event log, directory, plans and mailer: `npm run example:own-adapters`. It sets a backup
 * up, runs a night onto a server in memory, and shows what its own adapters hold afterwards.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPlanningBackup, readDestination, readHostIdentity, Secret } from 'planning-backup';
import { ExceljsSpreadsheetRenderer } from 'planning-backup/exceljs';
import { InMemoryFileServer, inMemoryPorts } from 'planning-backup/in-memory';
import { RandomIds, SystemClock } from 'planning-backup/local';
import { JsonLinesHistory, JsonLinesLog } from './event-log.ts';
import { type MailJob, QueueMailer } from './mail-queue.ts';
import { TableDirectory, TableSource } from './people-and-plans.ts';

const folder = mkdtempSync(join(tmpdir(), 'planning-backup-example-'));
const clock = new SystemClock();
const today = clock.now().toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString();

const destination = readDestination({
  protocol: 'sftp',
  tlsMode: 'none',
  host: 'backup.elbkurier.example',
  port: 22,
  directory: '/plan',
});
const identity = readHostIdentity(`SHA256:${'A'.repeat(43)}`);
if (!destination.ok || !identity.ok) throw new Error('The example itself is wrong.');
const login = { user: 'redaktion', password: 'only-an-example' };
const server = new InMemoryFileServer({
  ...{ protocol: 'sftp', tlsMode: 'none', host: destination.value.host, port: 22, identity: identity.value, ...login },
  directories: { '/plan': { writable: true } },
});

const directory = new TableDirectory();
const person = (id: string) => ({ id, name: id, email: `${id}@elbkurier.example`, locale: 'en' as const });
directory.rows.set('elbkurier', {
  ...{ id: 'elbkurier', name: 'Elbkurier', timeZone: 'Europe/Berlin', locale: 'en' as const },
  administrators: [person('anna'), person('ben')],
});
const planningSource = new TableSource();
planningSource.rows.set('elbkurier', {
  ...{ revision: 7, collectedAt: clock.now().toString(), events: [] },
  stories: [
    { id: '1', title: 'The lock is open again', publications: [{ platform: 'Print', start: { date: today } }] },
  ],
});
const mails: MailJob[] = [];
const eventLog = new JsonLinesLog(join(folder, 'events.jsonl'), clock);

const backup = await createPlanningBackup({
  ...inMemoryPorts(clock, [server]),
  ...{ eventLog, storedHistory: new JsonLinesHistory(eventLog), directory, planningSource, ids: new RandomIds() },
  mailer: new QueueMailer(async (job) => void mails.push(job)),
  renderer: new ExceljsSpreadsheetRenderer(),
});
const by = { organisationId: 'elbkurier', actorId: 'anna', requestId: null };
const saved = await backup.configuring.save({
  ...{
    ...by,
    expectedVersion: null,
    destination: destination.value,
    user: login.user,
    trustedIdentity: identity.value,
  },
  credential: { method: 'password', password: new Secret(login.password) },
  ...{ replacement: 'atomic', confidentialRecords: 'include', filePrefix: null },
});
if (saved.outcome === 'changed') await backup.notifying.notifyOf(by.organisationId, saved.changeId);
const night = await backup.nights.run({ ...by, night: null, reason: 'manual', older: false, strict: false });

const said = [
  `set-up: ${saved.outcome}`,
  `night: ${night.outcome === 'ended' ? night.state.outcome : night.outcome}`,
  `files: ${[...server.files.keys()].join(', ')}`,
  `mails to: ${mails.map(({ to }) => to).join(', ')}`,
  `events in the host's own log: ${new JsonLinesLog(join(folder, 'events.jsonl'), clock).stored.length}`,
];
process.stdout.write(`${said.join('\n')}\n`);
await backup.close();
rmSync(folder, { recursive: true });
