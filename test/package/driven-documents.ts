/** For code in the documents that is not a program by itself: what a host has, and what it does with it. */
export interface Driver {
  /** A text in the code that it belongs to. */
  readonly of: string;
  /** JavaScript before the code, which gives it what it declares. */
  readonly before?: string;
  /** JavaScript behind the code, which says something. */
  readonly after: string;
  readonly says: string;
}

const NEWSROOM = `const newsroom = await (async () => {
  const [{ inMemoryPorts, InMemoryOrganisationDirectory }, { SystemClock }, { createPlanningBackup }] = await Promise.all(
    ['in-memory', 'local', ''].map((name) => import(['planning-backup', name].filter(Boolean).join('/'))));
  const person = (id) => ({ id, name: id, email: id + '@abendblatt.example', locale: 'de' });
  const directory = new InMemoryOrganisationDirectory([{ id: 'abendblatt', name: 'Abendblatt', timeZone: 'Europe/Berlin',
    locale: 'de', administrators: [person('anna'), person('ben')] }]);
  const ports = { ...inMemoryPorts(new SystemClock()), directory };
  return { ports, backup: await createPlanningBackup(ports) };
})();
`;

export const DRIVERS: readonly Driver[] = [
  {
    of: 'export const answer =',
    before: `${NEWSROOM}
const { mkdirSync } = await import('node:fs');
for (const folder of ['keys', 'elsewhere']) mkdirSync(folder, { recursive: true });
globalThis.planningSource = newsroom.ports.planningSource;
globalThis.directory = newsroom.ports.directory;
globalThis.sessionOf = () => ({ organisationId: 'abendblatt', userId: 'anna' });
`,
    after: `
const shown = await answer(new Request('https://host.example/security/ftp-backup'));
console.log(shown.status, (await shown.text()).includes('ftp-Backup'));
process.kill(process.pid, 'SIGTERM');`,
    says: '200 true\n',
  },
  {
    of: 'export const security =',
    before: `const { default: express } = await import('express');
globalThis.answer = async (asked) =>
  new Response(asked.method + ' ' + new URL(asked.url).pathname + ' ' + (await asked.text()), { status: 201, headers: { a: 'b' } });
`,
    after: `
const app = express().use(express.raw({ type: () => true }), security);
const server = app.listen(0, '127.0.0.1', async () => {
  const answered = await fetch('http://127.0.0.1:' + server.address().port + '/save', { method: 'POST', body: 'x=ü' });
  console.log(answered.status, answered.headers.get('a'), await answered.text());
  server.close();
  server.closeAllConnections();
});`,
    says: '201 b POST /save x=ü\n',
  },
  {
    of: 'openEventStoreStores(read.settings',
    after: "\nawait stores.close();\nconsole.log(Object.keys(stores).includes('eventLog'));",
    says: 'true\n',
  },
  {
    of: 'export const setUp =',
    after: `\n${NEWSROOM}\nconsole.log(await setUp(newsroom.backup));`,
    says: 'changed\n',
  },
  {
    of: 'export const mailer: Mailer',
    before: 'const jobs = [];\nglobalThis.enqueue = async (job) => void jobs.push(job);\n',
    after: `
const recipient = { id: 'ben', name: 'Ben Okafor', email: 'ben@abendblatt.example', locale: 'en' };
await mailer.send({ kind: 'change', key: 'k', recipient, addresses: [recipient.email], organisationName: 'Abendblatt',
  timeZone: 'Europe/Berlin', occurredAt: '2026-11-24T23:30:00Z', actorName: 'Anna', facts: [], version: 3, head: 'f'.repeat(64) });
console.log(jobs.map(({ to, text }) => to + ' ' + text.split('\\n')[0]).join());`,
    says: 'ben@abendblatt.example Hello Ben Okafor,\n',
  },
  {
    of: 'declare const insertIf',
    before: `${NEWSROOM}
const rows = [];
globalThis.rowsOf = async (stream) => rows.filter(({ stored }) => stored.stream === stream);
globalThis.insertIf = async (isExpected, added) => {
  const last = (await rowsOf(added[0].stream)).at(-1)?.stored;
  if (!isExpected(last === undefined ? { version: 0, head: '0'.repeat(64) } : { version: last.version, head: last.hash })) return;
  for (const stored of added) rows.push({ position: BigInt(rows.length + 1), stored });
  return { version: added.at(-1).version, head: added.at(-1).hash };
};
`,
    after: `
const { eventLog, clock } = newsroom.ports;
await newsroom.backup.configuring.followTimeZone('abendblatt', null);
const { readDestination, readHostIdentity, Secret } = await import('planning-backup');
const destination = readDestination({ protocol: 'sftp', tlsMode: 'none', host: 'a.example', port: 22, directory: '/a' });
await newsroom.backup.configuring.save({ organisationId: 'abendblatt', actorId: 'anna', requestId: null, expectedVersion: null,
  destination: destination.value, trustedIdentity: readHostIdentity('SHA256:' + 'A'.repeat(43)).value, user: 'u',
  credential: { method: 'password', password: new Secret('p') }, replacement: 'atomic', confidentialRecords: 'include',
  filePrefix: null });
const stream = eventLog.stored[0].stream;
const { events } = await eventLog.read(stream);
const [first, again] = [await append(clock, stream, 'no stream', events), await append(clock, stream, 'no stream', events)];
const held = await read(stream);
console.log(first.outcome, again.outcome, held.events.length === events.length, held.end.version === first.end.version);`,
    says: 'appended conflict true true\n',
  },
];
