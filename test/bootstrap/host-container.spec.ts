import 'reflect-metadata/lite';
import { Container } from 'inversify';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { InMemoryMailer } from '../../src/adapters/driven/in-memory/mailer.ts';
import { InMemoryOrganisationDirectory } from '../../src/adapters/driven/in-memory/organisation-directory.ts';
import { inMemoryPorts } from '../../src/adapters/driven/in-memory/ports.ts';
import { SimulatedClock } from '../../src/adapters/driven/in-memory/schedule-clock.ts';
import { DEFAULT_TIMES } from '../../src/application/running-nightly-backup/requests.ts';
import { tellingAll } from '../../src/application/telling-all.ts';
import type { Ports } from '../../src/bootstrap/ports.ts';
import { portsModule, TOKENS, useCasesModule } from '../../src/subpaths/inversify.ts';
import { ABENDBLATT, aSaveRequest } from '../support/newsroom.ts';

const FIRST = Temporal.Instant.from('2026-11-24T12:00:00Z');
const LATER = Temporal.Instant.from('2026-12-01T12:00:00Z');

const allPorts = (clock: SimulatedClock): Ports => ({
  ...inMemoryPorts(clock),
  ...{
    telemetry: tellingAll(),
    heartbeat: { beat: async () => undefined },
    diskSpace: { isLeft: async () => true },
    times: DEFAULT_TIMES,
  },
});

/** A host's own container, with something of the host in it. */
const hostContainer = async (ports: Ports): Promise<Container> => {
  const container = new Container();
  container.bind('host').toConstantValue('its own');
  await container.load(portsModule(ports), useCasesModule());
  return container;
};

describe("in a host's own container", () => {
  it('mailer, clock and directory can be bound anew, one by one, and every use case has the new one', async () => {
    const container = await hostContainer(allPorts(new SimulatedClock(FIRST)));
    const [mailer, clock] = [new InMemoryMailer(), new SimulatedClock(LATER)];
    (await container.rebind(TOKENS.mailer)).toConstantValue(mailer);
    (await container.rebind(TOKENS.clock)).toConstantValue(clock);
    (await container.rebind(TOKENS.directory)).toConstantValue(new InMemoryOrganisationDirectory([ABENDBLATT]));

    const outcome = await (await container.getAsync(TOKENS.configuring)).save(aSaveRequest());
    expect(outcome).toMatchObject({ outcome: 'changed', recipientIds: ['ben'] });
    if (outcome.outcome === 'changed')
      await (await container.getAsync(TOKENS.notifying)).notifyOf(ABENDBLATT.id, outcome.changeId);
    expect(mailer.sent.map(({ recipient, occurredAt }) => [recipient.id, occurredAt])).toEqual([
      ['ben', LATER.toString()],
    ]);
    expect(container.get('host')).toBe('its own');
  });

  it('an event log can be bound anew, and holds what is recorded', async () => {
    const container = await hostContainer(allPorts(new SimulatedClock(FIRST)));
    const { eventLog, directory } = inMemoryPorts(new SimulatedClock(FIRST));
    (await container.rebind(TOKENS.eventLog)).toConstantValue(eventLog);
    (await container.rebind(TOKENS.directory)).toConstantValue(new InMemoryOrganisationDirectory([ABENDBLATT]));
    await (await container.getAsync(TOKENS.configuring)).save(aSaveRequest());
    expect(eventLog.stored.length).toBeGreaterThan(0);
    expect(await directory.organisation(ABENDBLATT.id)).toBeUndefined();
  });

  it('the use cases are one each, and belong to one container', async () => {
    const [one, other] = [allPorts(new SimulatedClock(FIRST)), allPorts(new SimulatedClock(FIRST))];
    const [a, b] = [await hostContainer(one), await hostContainer(other)];
    expect(await a.getAsync(TOKENS.nights)).toBe(await a.getAsync(TOKENS.nights));
    expect(await a.getAsync(TOKENS.nights)).not.toBe(await b.getAsync(TOKENS.nights));
  });

  it('has a binding for every token', async () => {
    const container = await hostContainer(allPorts(new SimulatedClock(FIRST)));
    for (const token of Object.values(TOKENS)) expect(await container.getAsync<unknown>(token)).toBeDefined();
  });
});
