import { InMemoryStoredHistory } from '../../../src/adapters/driven/in-memory/stored-history.ts';
import type { PlanningBackup } from '../../../src/application/planning-backup.ts';
import { DEFAULT_TIMES } from '../../../src/application/running-nightly-backup/requests.ts';
import { composed } from '../../../src/bootstrap/composed.ts';
import { startServices } from '../../../src/bootstrap/services.ts';
import type { World } from '../world/world.ts';
import { Life, never } from './life.ts';
import { LONGEST_STEP, MachineClock, type WallClock } from './machine-clock.ts';
import { MailerOnLine } from './mailer.ts';
import { Seam } from './seam.ts';
import { DirectoryOnLine, PlansOnLine, WitnessedRenderer } from './sources.ts';
import { LogOnLine, onLine } from './stores.ts';
import { TransportOnLine } from './transport.ts';

/** Milliseconds until a process that crashed is started again: by a supervisor, or by somebody in the morning. */
const SHORTEST_OUTAGE = 2_000;
const LONGEST_OUTAGE = 8 * 3_600_000;

const NO_HEARTBEAT = { beat: async () => undefined };
const NO_DISK = { isLeft: async () => true };

/** One of several machines with the whole product on it, as a host runs it: nights, mails, and the page's use cases. */
export class Machine {
  readonly name: string;
  readonly wall: WallClock;
  readonly #world: World;
  #lives = 0;
  #life: Life | undefined;
  #backup: PlanningBackup | undefined;
  #mayStart = true;

  constructor(name: string, wall: WallClock, world: World) {
    this.name = name;
    this.wall = wall;
    this.#world = world;
  }

  /** The use cases as a request that comes in now would meet them; undefined while it is down or stopped. */
  get backup(): PlanningBackup | undefined {
    return this.#life?.isOver === false && !this.#life.isStopped ? this.#backup : undefined;
  }

  get life(): Life | undefined {
    return this.#life;
  }

  async start(): Promise<void> {
    if (this.#life?.isOver === false || !this.#mayStart) return;
    const { scheduler, trace, stretch, happened } = this.#world;
    this.#lives += 1;
    const life = new Life(`${this.name}.${this.#lives}`, scheduler);
    this.#life = life;
    trace.add(scheduler.now, undefined, `${life.name} starts`);
    const clock = new MachineClock(life, this.wall, scheduler, stretch);
    const telemetry = { happened };
    // As `createPlanningBackup` does, which loads this when it is called: at no moment of a simulation.
    const defaults = { telemetry, heartbeat: NO_HEARTBEAT, diskSpace: NO_DISK, times: DEFAULT_TIMES };
    const { steps } = scheduler;
    const backup = await composed({ ...defaults, ...this.#ports(life, clock), clock });
    if (scheduler.steps !== steps) throw new Error('putting the product together waited for something real');
    this.#backup = backup;
    // Signs of life go to a monitor, and are not what is simulated here.
    const alive = { ...backup.alive, run: never<void> };
    startServices({ ...backup, alive }, new AbortController(), clock, telemetry);
  }

  /** Ends the process at once; it is started again later, with nothing in its memory. */
  crash(): void {
    const life = this.#life;
    if (life === undefined || life.isOver) return;
    const { scheduler, trace, weather } = this.#world;
    trace.add(scheduler.now, undefined, `${life.name} crashes`);
    life.end();
    scheduler.in(weather.chance.magnitude(SHORTEST_OUTAGE, LONGEST_OUTAGE), () => void this.start());
  }

  /** Returns how to let it go on before. */
  stop(milliseconds: number): () => void {
    const life = this.#life;
    if (life === undefined || life.isOver || life.isStopped) return () => undefined;
    const { scheduler, trace, weather } = this.#world;
    trace.add(scheduler.now, undefined, `${life.name} is stopped for ${milliseconds} ms`);
    life.stop();
    // Whether its deadlines' timers come before, or after, the first thing that it does when it goes on.
    const lag = weather.chance.chance(0.5) ? milliseconds : 0;
    let hasGoneOn = false;
    const goOn = (): void => {
      if (life.isOver || hasGoneOn) return;
      hasGoneOn = true;
      trace.add(scheduler.now, undefined, `${life.name} goes on`);
      life.lag = lag;
      life.continue();
    };
    scheduler.in(milliseconds, goOn);
    return goOn;
  }

  /** Down, and not to be started until it is said. */
  keepDown(isDown: boolean): void {
    this.#mayStart = !isDown;
    if (isDown) this.crash();
    else void this.start();
  }

  #ports(life: Life, clock: MachineClock) {
    const { scheduler, weather, trace, stores, line, network, mailServer, host } = this.#world;
    const seam = new Seam(life, {
      ...{ scheduler, weather, trace },
      troubled: (fault) => this.#world.troubled(fault, undefined),
      crash: () => this.crash(),
      stop: (milliseconds) => this.stop(milliseconds),
      onOvertaken: (organisationId, then) => this.#world.witness.onOvertaken(organisationId, then),
      isRunningTwo: (organisationId) => this.#world.newsroom(organisationId)?.isRunningTwo === true,
      setWallClockForward: () => this.wall.step(weather.chance.magnitude(1_000, LONGEST_STEP)),
    });
    return {
      eventLog: new LogOnLine(stores.eventLog, seam, life, line),
      storedHistory: new InMemoryStoredHistory(stores.eventLog),
      checkpointSink: onLine('checkpointSink', stores.checkpointSink, seam, line),
      checkpointSigner: stores.checkpointSigner,
      secretStore: onLine('secretStore', stores.secretStore, seam, line),
      leases: onLine('leases', stores.leases, seam, line),
      checkpoints: onLine('checkpoints', stores.checkpoints, seam, line),
      attemptLimits: onLine('attemptLimits', stores.attemptLimits, seam, line),
      noticeRecords: onLine('noticeRecords', stores.noticeRecords, seam, line),
      transports: (['sftp', 'ftp'] as const).map((name) => new TransportOnLine(name, clock, seam, life, network)),
      renderer: new WitnessedRenderer(host),
      planningSource: new PlansOnLine(host, seam, clock),
      directory: new DirectoryOnLine(host, seam),
      mailer: new MailerOnLine(mailServer, seam),
      ids: stores.ids,
    };
  }
}
