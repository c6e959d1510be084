import { Temporal } from 'temporal-polyfill';
import { InMemoryMailer } from '../../../src/adapters/driven/in-memory/mailer.ts';
import type { Mail } from '../../../src/application/ports/mailer.ts';
import type { Happening } from '../../../src/application/ports/telemetry.ts';
import type { Random } from '../engine/random.ts';
import type { Scheduler } from '../engine/scheduler.ts';
import type { Tally } from '../engine/tally.ts';
import type { Trace } from '../engine/trace.ts';
import { Broken } from '../laws/law.ts';
import { Witness } from '../laws/witness.ts';
import type { MailServer } from '../process/mailer.ts';
import type { Host } from '../process/sources.ts';
import type { StoreLine } from '../process/stores.ts';
import type { Network } from '../process/transport.ts';
import { isExpected } from './expected-faults.ts';
import type { Fault } from './faults.ts';
import { makeNewsroom, type Newsroom, organisationOf } from './newsroom.ts';
import { planOf } from './plan.ts';
import { makeStores, type Stores } from './stores.ts';
import { Weather } from './weather.ts';

export interface WorldParts {
  readonly random: Random;
  readonly scheduler: Scheduler;
  readonly trace: Trace;
  readonly tally: Tally;
  /** Milliseconds since 1970 at which it begins. */
  readonly startsAt: number;
  readonly organisations: number;
}

/** Everything that the machines share: stores, network, mail, newsrooms, and what goes wrong. */
export class World {
  readonly scheduler: Scheduler;
  readonly trace: Trace;
  readonly tally: Tally;
  readonly weather: Weather;
  readonly witness: Witness;
  readonly startsAt: number;
  /** How much longer than a minute a resting worker sleeps here. */
  readonly stretch: number;
  readonly newsrooms: readonly Newsroom[];
  readonly stores: Stores;
  readonly line: StoreLine;
  readonly network: Network;
  readonly mailServer: MailServer;
  readonly host: Host;
  broken: Broken | undefined;
  mailIsUp = true;
  #storesAreUp = true;
  readonly #awayListeners = new Set<() => void>();
  #collections = 0;

  constructor({ random, scheduler, trace, tally, startsAt, organisations }: WorldParts) {
    this.scheduler = scheduler;
    this.trace = trace;
    this.tally = tally;
    this.startsAt = startsAt;
    this.stretch = random.fork('stretch').between(1, 12);
    this.weather = new Weather(random.fork('weather'), (fault) => {
      tally.struck(fault);
      trace.add(scheduler.now, undefined, `(${fault})`);
    });
    this.witness = new Witness(
      tally,
      () => scheduler.now,
      (look) => this.guarded(look),
    );
    const people = random.fork('newsrooms');
    this.newsrooms = Array.from({ length: organisations }, (_, index) => makeNewsroom(index, people, this.witness));
    this.witness.know(this.newsrooms);
    const now = () => Temporal.Instant.fromEpochMilliseconds(startsAt + scheduler.now);
    this.stores = makeStores({ now }, this.witness);
    this.line = this.#line();
    this.network = {
      servers: this.newsrooms.flatMap(({ servers }) => servers),
      weather: this.weather,
      troubled: (fault, about) => this.troubled(fault, about),
      connected: (server, address) => this.witness.connected(server, address),
      passwordSent: (request) => this.witness.passwordSent(request),
      replacing: (life) => this.witness.replacing(life),
    };
    this.mailServer = this.#mailServer();
    this.host = this.#host();
  }

  newsroom(organisationId: string): Newsroom | undefined {
    return this.newsrooms.find(({ id }) => id === organisationId);
  }

  troubled(fault: Fault, about: string | undefined, since = this.scheduler.now): void {
    this.witness.ledger.troubles.push({ since, at: this.scheduler.now, about, fault });
  }

  set storesAreUp(areUp: boolean) {
    this.#storesAreUp = areUp;
    if (areUp) return;
    for (const cut of [...this.#awayListeners]) cut();
  }

  /** A law that is broken ends the simulation, whoever would catch the error. */
  readonly guarded = (look: () => void): void => {
    try {
      look();
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      this.broken ??= error;
      this.scheduler.stop();
    }
  };

  /** What a process says of itself. */
  readonly happened = (happening: Happening): void => {
    if ('error' in happening) this.onFault(happening.error);
  };

  readonly onFault = (error: unknown): void =>
    this.guarded(() => {
      const law = 'no fault is left unhandled, and none is a bug';
      this.tally.exercised(law);
      if (!isExpected(error)) throw new Broken(law, error instanceof Error ? `${error.stack}` : String(error));
    });

  #line(): StoreLine {
    const world = this;
    return {
      get isUp() {
        return world.#storesAreUp;
      },
      onAway: (cut) => {
        this.#awayListeners.add(cut);
        return () => this.#awayListeners.delete(cut);
      },
      weather: this.weather,
      troubled: (fault) => this.troubled(fault, undefined),
      read: (life, stream) => this.witness.runRead(life, stream),
      aboutOf: (name) => this.witness.aboutOf(name),
    };
  }

  #mailServer(): MailServer {
    const world = this;
    return {
      inner: new InMemoryMailer(),
      weather: this.weather,
      get isUp() {
        return world.mailIsUp;
      },
      aboutOf: ({ key }: Mail) => this.witness.ledger.changes.get(key.slice(0, key.indexOf('/')))?.organisationId,
      delivered: (address, mail) => this.witness.mailDelivered(address, mail),
    };
  }

  #host(): Host {
    return {
      weather: this.weather,
      troubled: (fault, about) => this.troubled(fault, about),
      organisation: (organisationId) => {
        const newsroom = this.newsroom(organisationId);
        return newsroom && organisationOf(newsroom);
      },
      planOf,
      newCollectionId: () => {
        this.#collections += 1;
        return `collection-${this.#collections}`;
      },
      directoryWasUnavailable: (organisationId) => this.witness.directoryWasUnavailable(organisationId),
      rendered: (content, workbook) => this.witness.ledger.rendered(content, workbook),
    };
  }
}
