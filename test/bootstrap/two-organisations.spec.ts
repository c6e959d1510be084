import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { InMemoryFileServer } from '../../src/adapters/driven/in-memory/file-server.ts';
import { type InMemoryPorts, inMemoryPorts } from '../../src/adapters/driven/in-memory/ports.ts';
import { SimulatedClock } from '../../src/adapters/driven/in-memory/schedule-clock.ts';
import type { SaveRequest } from '../../src/application/configuring-backup/requests.ts';
import type { PlanningBackup } from '../../src/application/planning-backup.ts';
import { Secret } from '../../src/application/secret.ts';
import { createPlanningBackup } from '../../src/bootstrap/create-planning-backup.ts';
import type { Destination } from '../../src/domain/destination/destination.ts';
import { aDestination, aHostKey } from '../builders/destination.ts';
import { aStory } from '../builders/plan.ts';
import { aNightRequest, aSaveRequest } from '../support/newsroom.ts';

const HOUR = 3_600_000;
const STARTS_AT = Temporal.Instant.from('2026-11-24T23:30:00Z');

/** Every text of an organisation's has its name in it, so that it shows wherever it goes. */
const NAMES = ['abendblatt', 'morgenpost'] as const;
type Name = (typeof NAMES)[number];

const otherThan = (name: Name): Name => (name === 'abendblatt' ? 'morgenpost' : 'abendblatt');
const hostOf = (name: Name): string => `sftp.${name}.example`;
const keyOf = (name: Name) => aHostKey(name === 'abendblatt' ? 'A' : 'B');
const destinationOf = (name: Name): Destination => aDestination({ host: hostOf(name), directory: `/${name}` });

const saveOf = (name: Name): SaveRequest =>
  aSaveRequest({
    ...{ organisationId: name, actorId: `anna-${name}`, requestId: `request-${name}`, user: `user-${name}` },
    ...{ destination: destinationOf(name), trustedIdentity: keyOf(name) },
    credential: { method: 'password', password: new Secret(`password-${name}`) },
  });

const serverOf = (name: Name): InMemoryFileServer =>
  new InMemoryFileServer({
    ...{ protocol: 'sftp', tlsMode: 'none', host: hostOf(name), port: 22, identity: keyOf(name) },
    ...{ user: `user-${name}`, password: `password-${name}` },
    directories: { [`/${name}`]: { writable: true } },
  });

let ports: InMemoryPorts<SimulatedClock>;
let servers: Readonly<Record<Name, InMemoryFileServer>>;
let backup: PlanningBackup;

beforeEach(async () => {
  servers = { abendblatt: serverOf('abendblatt'), morgenpost: serverOf('morgenpost') };
  ports = inMemoryPorts(new SimulatedClock(STARTS_AT), Object.values(servers));
  for (const name of NAMES) {
    const person = (id: string) => ({
      ...{ id: `${id}-${name}`, name: `${id} of ${name}`, email: `${id}@${name}.example`, locale: 'de' as const },
    });
    const administrators = [person('anna'), person('ben')];
    ports.directory.set({ id: name, name, timeZone: 'Europe/Berlin', locale: 'de', administrators });
    const stories = [aStory({ id: name, title: name }).appearing('2026-11-26').build()];
    const collectedAt = ports.clock.now();
    const plan = { stories, events: [], unreadable: [] };
    ports.planningSource.set(name, { collectionId: `collection-${name}`, collectedAt, plan });
  }
  backup = await createPlanningBackup(ports);
});

const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, part) => {
    if (part instanceof Map) return [...part];
    return typeof part === 'bigint' ? String(part) : part;
  }) ?? '';

/** The use case for both in the same moment; what it answers to one says nothing of the other. */
const bothAtOnce = async <Answer>(useCase: (name: Name) => Promise<Answer>): Promise<Record<Name, Answer>> => {
  const [abendblatt, morgenpost] = await Promise.all([useCase('abendblatt'), useCase('morgenpost')]);
  for (const [name, answer] of [
    ['abendblatt', abendblatt],
    ['morgenpost', morgenpost],
  ] as const)
    expect(textOf(answer)).not.toContain(otherThan(name));
  return { abendblatt, morgenpost };
};

const by = (name: Name) => ({
  ...{ organisationId: name, actorId: `anna-${name}`, requestId: `request-${name}`, expectedVersion: null },
});

const bothSetUp = async (): Promise<void> => {
  const saved = await bothAtOnce((name) => backup.configuring.save(saveOf(name)));
  for (const name of NAMES) expect(saved[name].outcome).toBe('changed');
};

describe('two organisations in one container, every use case at once for both', () => {
  it('changes of the settings, and the mails about them', async () => {
    const saved = await bothAtOnce((name) => backup.configuring.save(saveOf(name)));
    await bothAtOnce(async (name) => {
      const outcome = saved[name];
      return outcome.outcome === 'changed' ? backup.notifying.notifyOf(name, outcome.changeId) : undefined;
    });
    await bothAtOnce((name) => backup.configuring.pause(by(name)));
    await bothAtOnce((name) => backup.configuring.resume(by(name)));
    await bothAtOnce((name) => backup.configuring.followTimeZone(name, null));
    expect(ports.mailer.delivered.map(({ address }) => address).sort()).toEqual([
      'ben@abendblatt.example',
      'ben@morgenpost.example',
    ]);
    for (const { address, mail } of ports.mailer.delivered)
      expect(textOf(mail)).not.toContain(NAMES.find((name) => !address.includes(name)));
  });

  it('tests of the connection', async () => {
    await bothSetUp();
    const login = (name: Name) => ({ ...saveOf(name), replacement: 'atomic' as const });
    const tested = await bothAtOnce((name) => backup.testing.test(login(name)));
    const stored = await bothAtOnce((name) => backup.testing.testStored(name, by(name)));
    const identified = await bothAtOnce((name) => backup.identifying.identify(destinationOf(name)));
    for (const name of NAMES) {
      expect(tested[name]).toMatchObject({ outcome: 'tested', isOk: true });
      expect(stored[name]).toMatchObject({ outcome: 'tested', isOk: true });
      expect(identified[name]?.identity).toEqual(keyOf(name));
    }
  });

  it('nights by hand and by the worker: each server gets its own plan', async () => {
    await bothSetUp();
    const ran = await bothAtOnce((name) => backup.nights.run(aNightRequest({ organisationId: name })));
    for (const name of NAMES) expect(ran[name]).toMatchObject({ state: { outcome: 'delivered' } });
    const stop = new AbortController();
    const work = backup.worker.run(stop.signal);
    await ports.clock.advance(30 * HOUR);
    stop.abort();
    await work;
    for (const name of NAMES) {
      const files = [...servers[name].files].map(([path, bytes]) => `${path} ${new TextDecoder().decode(bytes)}`);
      expect(files).toHaveLength(2);
      expect(files.join()).toContain(`collection-${name}`);
      expect(files.join()).not.toContain(otherThan(name));
      expect((await backup.history.nights(name)).length).toBe(2);
    }
  });

  it('history, freshness, checkpoints and evidence', async () => {
    await bothSetUp();
    await bothAtOnce((name) => backup.nights.run(aNightRequest({ organisationId: name })));
    const now = ports.clock.now();
    await bothAtOnce((name) => backup.history.configuration(name));
    await bothAtOnce((name) => backup.history.changes(name));
    await bothAtOnce((name) => backup.history.timeline(name));
    await bothAtOnce((name) => backup.history.asOf(name, now));
    await bothAtOnce((name) => backup.history.nights(name));
    await bothAtOnce((name) => backup.history.health(name));
    await bothAtOnce((name) => backup.watching.freshness(name));
    await bothAtOnce((name) => backup.signing.sign(name));
    await bothAtOnce((name) => backup.signing.check(name));
    const evidence = await bothAtOnce((name) => backup.evidence.of(name));
    for (const name of NAMES) expect(textOf(evidence[name])).toContain(name);
    await bothAtOnce((name) => backup.configuring.remove(by(name)));
    expect(await backup.history.organisationIds()).toEqual([...NAMES]);
  });

  it('in the log, no stream of one names the other', async () => {
    await bothSetUp();
    await bothAtOnce((name) => backup.nights.run(aNightRequest({ organisationId: name })));
    expect(ports.eventLog.stored.length).toBeGreaterThan(10);
    for (const row of ports.eventLog.stored)
      expect(NAMES.filter((name) => textOf(row).includes(name)).length).toBeLessThan(2);
  });
});
