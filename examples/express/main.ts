/**
 * A host on Express, with EventStoreDB and two workers that share it: `npm run example:express`, with
 * `PLANNING_BACKUP_EVENTSTORE=esdb://…` for a cluster of yours; without it a double in memory stands for one.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { createPlanningBackup, Secret, startServices, tellingAll } from 'planning-backup';
import { openEventStoreStores, readEventStoreSettings } from 'planning-backup/eventstoredb';
import { ExceljsSpreadsheetRenderer } from 'planning-backup/exceljs';
import { InMemoryOrganisationDirectory, inMemoryPorts } from 'planning-backup/in-memory';
import { FileMasterKeyRing, RandomIds, SystemClock } from 'planning-backup/local';
import { settingsPage } from 'planning-backup/settings-page';

const named = process.env.PLANNING_BACKUP_EVENTSTORE;
// The double is a part of this project's tests, which are not in the package: there, name a cluster.
const double =
  named === undefined
    ? await (await import('../../test/support/eventstoredb/double.ts')).startEventStoreDouble()
    : undefined;
const settings = readEventStoreSettings(new Secret(named ?? double?.connectionString ?? ''), double !== undefined);
if (!settings.ok) throw new Error(`The cluster's settings: ${settings.problem}`);

const folder = mkdtempSync(join(tmpdir(), 'planning-backup-example-'));
const keys = join(folder, 'master.key');
const clock = new SystemClock();
const person = (id: string) => ({ id, name: id, email: `${id}@elbkurier.example`, locale: 'en' as const });
const directory = new InMemoryOrganisationDirectory([
  {
    ...{ id: 'elbkurier', name: 'Elbkurier', timeZone: 'Europe/Berlin', locale: 'en' },
    administrators: [person('anna'), person('ben')],
  },
]);
// What several processes have to share beside the store is the host's; here they are parts of one.
const { checkpointSink, checkpointSigner, transports, planningSource, mailer } = inMemoryPorts(clock);

/** What each process of a host does for itself. */
const aProcess = async () => {
  const { signIns: _, close, ...stores } = openEventStoreStores(settings.settings, new FileMasterKeyRing(keys), clock);
  const backup = await createPlanningBackup({
    ...{ ...stores, checkpointSink, checkpointSigner, transports, planningSource, mailer, directory, clock },
    ...{ renderer: new ExceljsSpreadsheetRenderer(), ids: new RandomIds() },
  });
  const services = startServices(backup, new AbortController(), clock, tellingAll());
  return {
    backup,
    stop: async (): Promise<void> => {
      await services.stop();
      await backup.close();
      await close();
    },
  };
};
const workers = [await aProcess(), await aProcess()] as const;
const [{ backup }] = workers;

const BASE = '/security/ftp-backup';
const page = settingsPage(backup, backup.directory, { clock, forgeryKey: randomBytes(32) });
const app = express();
app.use(express.raw({ type: () => true }));
app.use(BASE, async (request, response) => {
  // A host's session says who asks; here everybody is Anna.
  const context = { organisationId: 'elbkurier', administratorId: 'anna', basePath: BASE, requestId: null };
  const body = request.method === 'POST' ? { body: request.body as Uint8Array<ArrayBuffer> } : {};
  const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const asked = new Request(new URL(request.originalUrl, `http://${request.headers.host}`), {
    ...{ method: request.method, headers, ...body },
  });
  const answer = await page(asked, context);
  response.status(answer.status);
  for (const [name, value] of answer.headers) response.append(name, value);
  response.end(Buffer.from(await answer.arrayBuffer()));
});
app.get('/alive', async (_request, response) => {
  response.json(await Promise.all(workers.map((worker) => worker.backup.alive.now())));
});

const server = app.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`http://127.0.0.1:${port}${BASE}\n`);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, async () => {
    server.close();
    server.closeAllConnections();
    await Promise.all(workers.map(({ stop }) => stop()));
    await double?.close();
    rmSync(folder, { recursive: true, force: true });
  });
