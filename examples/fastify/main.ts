/**
 * A host on Fastify with sessions of its own; store, settings page and worker in one process: `npm run example:fastify`.
 * Then http://127.0.0.1:8090/sign-in?as=anna, which is no way to sign in anywhere else.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import fastify from 'fastify';
import { createPlanningBackup, startServices, tellingAll } from 'planning-backup';
import { ExceljsSpreadsheetRenderer } from 'planning-backup/exceljs';
import { FtpFileTransport } from 'planning-backup/ftp';
import { InMemoryOrganisationDirectory, InMemoryPlanningSource } from 'planning-backup/in-memory';
import {
  EmlFileMailer,
  FileAuditKeys,
  FileCheckpointSink,
  FileMasterKeyRing,
  KeyedCheckpointSigner,
  RandomIds,
  readSender,
  SystemClock,
} from 'planning-backup/local';
import { GuardedNetwork } from 'planning-backup/network';
import { settingsPage } from 'planning-backup/settings-page';
import { SftpFileTransport } from 'planning-backup/sftp';
import { openSqliteStores } from 'planning-backup/sqlite';

const { values } = parseArgs({
  options: { data: { type: 'string', default: 'planning-backup-data' }, port: { type: 'string', default: '8090' } },
});
const within = (name: string): string => join(values.data, name);
mkdirSync(values.data, { recursive: true, mode: 0o700 });

// The host's own: who there is, and what is planned.
const person = (id: string) => ({ id, name: id, email: `${id}@elbkurier.example`, locale: 'en' as const });
const directory = new InMemoryOrganisationDirectory([
  {
    ...{ id: 'elbkurier', name: 'Elbkurier', timeZone: 'Europe/Berlin', locale: 'en' },
    administrators: [person('anna'), person('ben')],
  },
]);
const from = readSender('Planning <planning@host.example>');
if (from === undefined) throw new Error('That is no sender.');

const clock = new SystemClock();
const network = new GuardedNetwork({ clock });
const {
  signIns: _,
  close,
  ...stores
} = openSqliteStores(within('planning.sqlite'), new FileMasterKeyRing(within('master.key')), clock);
const auditKeys = new FileAuditKeys({ file: within('audit-private.pem'), publicFile: within('audit-public.pem') });
const backup = await createPlanningBackup({
  ...stores,
  checkpointSink: new FileCheckpointSink(within('checkpoints')),
  checkpointSigner: new KeyedCheckpointSigner(auditKeys),
  transports: [new SftpFileTransport({ network }), new FtpFileTransport({ network })],
  renderer: new ExceljsSpreadsheetRenderer(),
  mailer: new EmlFileMailer({ directory: within('outbox'), from, clock }),
  ...{ planningSource: new InMemoryPlanningSource(), directory, clock, ids: new RandomIds() },
});
const page = settingsPage(backup, backup.directory, { clock, forgeryKey: randomBytes(32) });
const services = startServices(backup, new AbortController(), clock, tellingAll());

const BASE = '/security/ftp-backup';
const sessions = new Map<string, string>();
const app = fastify();
app.removeAllContentTypeParsers();
app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

app.get('/sign-in', async (request, reply) => {
  const session = randomUUID();
  sessions.set(session, new URL(request.url, 'http://host').searchParams.get('as') ?? '');
  return reply.header('set-cookie', `session=${session}; HttpOnly; SameSite=Strict; Path=/`).redirect(BASE);
});

app.route({
  method: ['GET', 'POST'],
  url: `${BASE}*`,
  handler: async (request, reply) => {
    const administratorId = sessions.get(/session=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '');
    if (administratorId === undefined) return reply.code(401).send('Sign in first.');
    const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const body = request.method === 'POST' ? { body: (request.body as Uint8Array<ArrayBuffer>) ?? null } : {};
    const asked = new Request(new URL(request.url, `http://${request.headers.host}`), {
      ...{ method: request.method, headers, ...body },
    });
    const context = { organisationId: 'elbkurier', administratorId, basePath: BASE, requestId: request.id };
    return reply.send(await page(asked, context));
  },
});

const origin = await app.listen({ host: '127.0.0.1', port: Number(values.port) });
process.stdout.write(`${origin}/sign-in?as=anna\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, async () => {
    await Promise.all([app.close(), services.stop()]);
    await backup.close();
    await close();
  });
