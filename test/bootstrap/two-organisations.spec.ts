import { beforeEach, describe, expect, it } from 'vitest';
import type { PlanningBackup } from '../../src/application/planning-backup.ts';
import { aNightRequest } from '../support/newsroom.ts';
import { destinationOf, keyOf, NAMES, type Name, otherThan, saveOf, TwoNewsrooms, textOf } from './two-newsrooms.ts';

const HOUR = 3_600_000;

type UseCase = {
  [Part in keyof PlanningBackup]: PlanningBackup[Part] extends (...args: never) => unknown
    ? Part
    : `${Part}.${Extract<keyof PlanningBackup[Part], string>}`;
}[keyof PlanningBackup];

/** The compiler asks for a line here where a use case is new, and the last test for its walk. */
const USE_CASES: Readonly<Record<UseCase, true>> = {
  ...{ 'configuring.save': true, 'configuring.pause': true, 'configuring.resume': true, 'configuring.remove': true },
  ...{ 'configuring.followTimeZone': true, 'testing.test': true, 'testing.testStored': true },
  ...{ 'identifying.identify': true, 'notifying.notifyOf': true, 'notifying.run': true, 'nights.run': true },
  ...{ 'directory.organisation': true, 'worker.run': true, 'alive.run': true, 'alive.now': true },
  ...{ 'history.configuration': true, 'history.changes': true, 'history.timeline': true, 'history.asOf': true },
  ...{ 'history.nights': true, 'history.health': true, 'history.organisationIds': true },
  ...{
    'watching.freshness': true,
    'watching.overdue': true,
    'watching.active': true,
    'signing.sign': true,
    'signing.check': true,
  },
  ...{ 'evidence.of': true, rotateMasterKey: true, rotateAuditKey: true, close: true },
};

const walked = new Set<string>();

describe.each([0, 1, 4])('two organisations in one container, the second %i turns behind', (head) => {
  let both: TwoNewsrooms;
  let backup: PlanningBackup;
  beforeEach(async () => {
    both = new TwoNewsrooms(head);
    backup = await both.backup(walked);
  });

  const by = (name: Name) => ({
    ...{ organisationId: name, actorId: `anna-${name}`, requestId: `request-${name}`, expectedVersion: null },
  });
  const setUp = async (): Promise<void> => {
    const saved = await both.bothAtOnce((name) => backup.configuring.save(saveOf(name)));
    for (const name of NAMES) expect(saved[name].outcome).toBe('changed');
  };
  const night = () => both.bothAtOnce((name) => backup.nights.run(aNightRequest({ organisationId: name })));
  /** What runs by itself, for as long. */
  const during = async (hours: number): Promise<void> => {
    const stop = new AbortController();
    const running = [backup.worker, backup.notifying, backup.alive].map((service) => service.run(stop.signal));
    await both.ports.clock.advance(hours * HOUR);
    stop.abort();
    await both.ports.clock.advance(HOUR);
    await Promise.all(running);
  };
  const eachMailIsOfItsOwn = (addresses: readonly string[]): void => {
    const { delivered } = both.ports.mailer;
    expect(delivered.map(({ address }) => address).sort()).toEqual(addresses);
    for (const { address, mail } of delivered)
      expect(textOf(mail)).not.toContain(NAMES.find((name) => !address.includes(name)));
  };

  it('changes of the settings, and the mails about them', async () => {
    const saved = await both.bothAtOnce((name) => backup.configuring.save(saveOf(name)));
    await both.bothAtOnce(async (name) => {
      const outcome = saved[name];
      return outcome.outcome === 'changed' ? backup.notifying.notifyOf(name, outcome.changeId) : undefined;
    });
    const people = await both.bothAtOnce((name) => backup.directory.organisation(name));
    for (const name of NAMES) expect(people[name]?.name).toBe(name);
    await both.bothAtOnce((name) => backup.configuring.pause(by(name)));
    await both.bothAtOnce((name) => backup.configuring.resume(by(name)));
    await both.bothAtOnce((name) => backup.configuring.followTimeZone(name, null));
    eachMailIsOfItsOwn(['ben@abendblatt.example', 'ben@morgenpost.example']);
  });

  it('tests of the connection', async () => {
    await setUp();
    const login = (name: Name) => ({ ...saveOf(name), replacement: 'atomic' as const });
    const tested = await both.bothAtOnce((name) => backup.testing.test(login(name)));
    const stored = await both.bothAtOnce((name) => backup.testing.testStored(name, by(name)));
    const identified = await both.bothAtOnce((name) => backup.identifying.identify(destinationOf(name)));
    for (const name of NAMES) {
      expect(tested[name]).toMatchObject({ outcome: 'tested', isOk: true });
      expect(stored[name]).toMatchObject({ outcome: 'tested', isOk: true });
      expect(identified[name]?.identity).toEqual(keyOf(name));
    }
  });

  it('nights by hand and what runs by itself: each server gets its own plan, each administrator their own mails', async () => {
    await setUp();
    const ran = await night();
    for (const name of NAMES) expect(ran[name]).toMatchObject({ state: { outcome: 'delivered' } });
    await during(30);
    for (const name of NAMES) {
      const files = [...both.servers[name].files].map(([path, bytes]) => `${path} ${new TextDecoder().decode(bytes)}`);
      expect(files).toHaveLength(2);
      expect(files.join()).toContain(`collection-${name}`);
      expect(files.join()).not.toContain(otherThan(name));
      expect((await backup.history.nights(name)).length).toBe(2);
    }
    eachMailIsOfItsOwn(['ben@abendblatt.example', 'ben@morgenpost.example']);
    expect(await backup.alive.now()).toBeDefined();
  });

  it('history, freshness, checkpoints and evidence', async () => {
    await setUp();
    await night();
    const now = both.ports.clock.now();
    await both.bothAtOnce((name) => backup.history.configuration(name));
    await both.bothAtOnce((name) => backup.history.changes(name));
    await both.bothAtOnce((name) => backup.history.timeline(name));
    await both.bothAtOnce((name) => backup.history.asOf(name, now));
    await both.bothAtOnce((name) => backup.history.nights(name));
    await both.bothAtOnce((name) => backup.history.health(name));
    await both.bothAtOnce((name) => backup.watching.freshness(name));
    await both.bothAtOnce((name) => backup.signing.sign(name));
    await both.bothAtOnce((name) => backup.signing.check(name));
    const evidence = await both.bothAtOnce((name) => backup.evidence.of(name));
    for (const name of NAMES) expect(textOf(evidence[name])).toContain(name);
    await both.bothAtOnce((name) => backup.configuring.remove(by(name)));
    expect(await backup.history.organisationIds()).toEqual([...NAMES]);
  });

  it('keys are changed for both, and what is of one stays of one', async () => {
    await setUp();
    expect(await backup.rotateMasterKey()).toBe(NAMES.length);
    await backup.rotateAuditKey();
    const ran = await night();
    for (const name of NAMES) expect(ran[name]).toMatchObject({ state: { outcome: 'delivered' } });
    await both.bothAtOnce((name) => backup.signing.check(name));
    await both.ports.clock.advance(60 * HOUR);
    const overdue = await backup.watching.overdue();
    expect(overdue).toHaveLength(NAMES.length);
    for (const one of overdue) expect(NAMES.filter((name) => textOf(one).includes(name))).toHaveLength(1);
    expect([...(await backup.watching.active())].sort()).toEqual([...NAMES].sort());
    await backup.close();
  });

  it('in the log, no stream of one names the other', async () => {
    await setUp();
    await night();
    expect(both.ports.eventLog.stored.length).toBeGreaterThan(10);
    for (const row of both.ports.eventLog.stored)
      expect(NAMES.filter((name) => textOf(row).includes(name)).length).toBeLessThan(2);
  });
});

it('that was every use case', () => {
  expect([...walked].sort()).toEqual(Object.keys(USE_CASES).sort());
});
