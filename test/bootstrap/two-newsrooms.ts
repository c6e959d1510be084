import { AsyncLocalStorage } from 'node:async_hooks';
import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
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
import { aSaveRequest } from '../support/newsroom.ts';

const STARTS_AT = Temporal.Instant.from('2026-11-24T23:30:00Z');

/** Every text of an organisation's has its name in it, so that it shows wherever it goes. */
export const NAMES = ['abendblatt', 'morgenpost'] as const;
export type Name = (typeof NAMES)[number];

export const otherThan = (name: Name): Name => (name === 'abendblatt' ? 'morgenpost' : 'abendblatt');
const hostOf = (name: Name): string => `sftp.${name}.example`;
export const keyOf = (name: Name) => aHostKey(name === 'abendblatt' ? 'A' : 'B');
export const destinationOf = (name: Name): Destination => aDestination({ host: hostOf(name), directory: `/${name}` });

export const saveOf = (name: Name): SaveRequest =>
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

/** With what is hidden in it. */
export const textOf = (value: unknown): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, key, part) {
    const held = this[key];
    if (held instanceof Secret) return held.reveal();
    if (held instanceof Uint8Array) return new TextDecoder().decode(held);
    if (part instanceof Map) return [...part];
    return typeof part === 'bigint' ? String(part) : part;
  }) ?? '';

/** Time and ids are for everybody, and nobody has to wait for them. */
const FOR_ALL: ReadonlySet<string> = new Set<keyof InMemoryPorts<SimulatedClock>>(['clock', 'ids']);

/** Two organisations in one container, whose use cases are called for both in the same moment. */
export class TwoNewsrooms {
  readonly servers = { abendblatt: serverOf('abendblatt'), morgenpost: serverOf('morgenpost') };
  readonly ports = inMemoryPorts(new SimulatedClock(STARTS_AT), Object.values(this.servers));
  /** Calls of ports that were made for one and speak of the other. */
  readonly crossed: string[] = [];
  readonly #madeFor = new AsyncLocalStorage<Name>();
  readonly #head: number;

  /** The second organisation follows this many turns behind the first, so that other moments meet. */
  constructor(head: number) {
    this.#head = head;
    for (const name of NAMES) {
      const person = (id: string) => ({
        ...{ id: `${id}-${name}`, name: `${id} of ${name}`, email: `${id}@${name}.example`, locale: 'de' as const },
      });
      const administrators = [person('anna'), person('ben')];
      this.ports.directory.set({ id: name, name, timeZone: 'Europe/Berlin', locale: 'de', administrators });
      const stories = [aStory({ id: name, title: name }).appearing('2026-11-26').build()];
      const plan = { stories, events: [], unreadable: [] };
      this.ports.planningSource.set(name, {
        ...{ collectionId: `collection-${name}`, collectedAt: this.ports.clock.now(), plan },
      });
    }
  }

  /** Each call of a use case is noted in `walked`. */
  async backup(walked: Set<string>): Promise<PlanningBackup> {
    const watched = Object.entries(this.ports).map(([name, port]) => [
      name,
      FOR_ALL.has(name) ? port : this.#watched(name, port),
    ]);
    return noting(await createPlanningBackup(Object.fromEntries(watched) as typeof this.ports), walked);
  }

  /** The use case for both at once; neither its answer to one nor what it asks of ports for it says anything of the other. */
  async bothAtOnce<Answer>(useCase: (name: Name) => Promise<Answer>): Promise<Record<Name, Answer>> {
    const asked = async (name: Name): Promise<Answer> => {
      for (let turn = name === NAMES[0] ? this.#head : 0; turn < this.#head; turn += 1) await null;
      const answer = await this.#madeFor.run(name, () => useCase(name));
      expect(textOf(answer)).not.toContain(otherThan(name));
      return answer;
    };
    const [abendblatt, morgenpost] = await Promise.all([asked('abendblatt'), asked('morgenpost')]);
    expect(this.crossed).toEqual([]);
    return { abendblatt, morgenpost };
  }

  #watched<Port>(name: string, port: Port): Port {
    if (Array.isArray(port)) return port.map((one) => this.#watched(name, one)) as Port;
    const look = (call: string, value: unknown): void => {
      const madeFor = this.#madeFor.getStore();
      if (madeFor !== undefined && textOf(value).includes(otherThan(madeFor))) this.crossed.push(`${call} ${madeFor}`);
    };
    return new Proxy(port as object, {
      get: (target, key) => {
        const held: unknown = Reflect.get(target, key);
        if (typeof held !== 'function') return held;
        return (...args: readonly unknown[]): unknown => {
          const call = `${name}.${String(key)}`;
          look(call, args);
          const answer: unknown = held.apply(target, args);
          if (answer instanceof Promise) answer.then((value) => look(call, value)).catch(() => undefined);
          return answer;
        };
      },
    }) as Port;
  }
}

const noting = (backup: PlanningBackup, walked: Set<string>): PlanningBackup => {
  const noted = (value: object, path: string): object =>
    new Proxy(value, {
      get: (target, key) => {
        const held: unknown = Reflect.get(target, key);
        const name = `${path}${String(key)}`;
        if (typeof held === 'object' && held !== null) return noted(held, `${name}.`);
        if (typeof held !== 'function') return held;
        return (...args: readonly unknown[]): unknown => {
          walked.add(name);
          return held.apply(target, args);
        };
      },
    });
  return noted(backup, '') as PlanningBackup;
};
