import { beforeEach, describe, expect, it } from 'vitest';
import { MasterKeyUnavailable } from '../../../src/adapters/shared/sealing/master-key-ring.ts';
import type { PlanningBackup } from '../../../src/application/planning-backup.ts';
import type { EventLog } from '../../../src/application/ports/event-log.ts';
import { EventLogUnavailable } from '../../../src/application/ports/event-log.ts';
import { HeartbeatNotTaken } from '../../../src/application/ports/heartbeat.ts';
import type { SecretStore } from '../../../src/application/ports/secret-store.ts';
import type { Happening } from '../../../src/application/ports/telemetry.ts';
import type { PlanningBackupOptions } from '../../../src/bootstrap/create-planning-backup.ts';
import { inFrontOf } from '../../support/logs.ts';
import { Newsroom } from '../../support/newsroom.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const never = (): Promise<never> => new Promise(() => undefined);

let newsroom: Newsroom;
let beats: number[];
/** What the heartbeat, the store's writes and its reads do now. */
let heartbeat: () => Promise<void>;
let write: () => Promise<void>;
let isRoomLeft: () => Promise<boolean>;
let checkSealed: () => Promise<void>;
let eventLog: EventLog;
const stops: (() => Promise<void>)[] = [];

beforeEach(async () => {
  newsroom = new Newsroom();
  await newsroom.setUp();
  beats = [];
  heartbeat = async () => undefined;
  write = async () => undefined;
  isRoomLeft = async () => true;
  checkSealed = async () => undefined;
  eventLog = newsroom.eventLog;
  return async () => {
    for (const stop of stops.splice(0)) await stop();
  };
});

/** A process, with its worker or without. */
const started = async (withWorker = true, ports: Partial<PlanningBackupOptions> = {}): Promise<PlanningBackup> => {
  const { clock, checkpoints } = newsroom;
  const backup = await newsroom.backup({
    eventLog: inFrontOf(newsroom.eventLog, {
      read: (...call) => eventLog.read(...call),
      readAll: (...call) => eventLog.readAll(...call),
      subscribe: (...call) => eventLog.subscribe(...call),
    }),
    checkpoints: {
      load: (...call) => checkpoints.load(...call),
      save: async (...call) => {
        await write();
        await checkpoints.save(...call);
      },
    },
    heartbeat: {
      beat: async () => {
        await heartbeat();
        beats.push(clock.monotonic() / MINUTE);
      },
    },
    diskSpace: { isLeft: () => isRoomLeft() },
    secretStore: sealedWith(() => checkSealed()),
    ...ports,
  });
  const over = new AbortController();
  const works = [backup.alive.run(over.signal), ...(withWorker ? [backup.worker.run(over.signal)] : [])];
  stops.push(async () => {
    over.abort();
    await Promise.race([Promise.all(works), new Promise((resolve) => setImmediate(resolve))]);
  });
  return backup;
};

/** The newsroom's secrets, of which only the check differs. */
const sealedWith = (check: () => Promise<void>): SecretStore => {
  const { secretStore: store } = newsroom;
  return {
    keep: (...call) => store.keep(...call),
    open: (...call) => store.open(...call),
    destroy: (...call) => store.destroy(...call),
    rotateMasterKey: () => store.rotateMasterKey(),
    check,
  };
};

const troubles = (): readonly (readonly string[])[] =>
  newsroom.telemetry.happenings.flatMap((happening: Happening) =>
    happening.name === 'health-changed' ? [happening.troubles] : [],
  );

describe('a worker that is well', () => {
  it('beats every minute, is alive and ready', async () => {
    const { alive } = await started();
    expect(alive.now()).toEqual({ isAlive: true, isReady: false });
    await newsroom.clock.advance(5 * MINUTE);
    expect(beats).toEqual([0, 1, 2, 3, 4, 5]);
    expect(alive.now()).toEqual({ isAlive: true, isReady: true });
    expect(troubles()).toEqual([[]]);
  });

  it('goes on through its nights', async () => {
    await started();
    await newsroom.clock.advance(30 * HOUR);
    expect(beats).toHaveLength(30 * 60 + 1);
    expect(troubles()).toEqual([[]]);
  });

  it('is not ready at once when it stops, and beats no more', async () => {
    const { alive } = await started();
    await newsroom.clock.advance(MINUTE);
    const stopped = stops.pop()?.();
    expect(alive.now().isReady).toBe(false);
    await stopped;
    await newsroom.clock.advance(HOUR);
    expect(beats).toEqual([0, 1]);
  });
});

describe('no heart beats, and then it does again,', () => {
  const stopsAndResumes = async (trouble: string, begin: () => void, end: () => void): Promise<void> => {
    const { alive } = await started();
    await newsroom.clock.advance(2 * MINUTE);
    begin();
    // Its last look was a moment ago, and the next finds out.
    await newsroom.clock.advance(2 * MINUTE);
    const before = beats.length;
    await newsroom.clock.advance(HOUR);
    expect(beats).toHaveLength(before);
    expect(alive.now().isReady).toBe(trouble === 'nights-overdue');
    expect(troubles().at(-1)).toContain(trouble);
    end();
    await newsroom.clock.advance(5 * MINUTE);
    expect(beats.length).toBeGreaterThan(before + 2);
    expect(alive.now().isReady).toBe(true);
    expect(troubles().at(-1)).toEqual([]);
  };

  it('while the store takes no writes', () =>
    stopsAndResumes(
      'store-unavailable',
      () => {
        write = () => Promise.reject(new EventLogUnavailable('locked'));
      },
      () => {
        write = async () => undefined;
      },
    ));

  it('while the store gives no answer', async () => {
    let answer = (): void => undefined;
    await stopsAndResumes(
      'store-unavailable',
      () => {
        write = () => new Promise((resolve) => (answer = resolve));
      },
      () => {
        write = async () => undefined;
        answer();
      },
    );
  });

  it.each<[string, () => Promise<boolean>]>([
    ['is full', async () => false],
    ['cannot be looked at', () => Promise.reject(new Error('ENOENT'))],
    [
      'cannot be looked at, and says so at once',
      () => {
        throw new Error('ENOENT');
      },
    ],
  ])('while its disk %s', (_, isLeft) =>
    stopsAndResumes(
      'disk-full',
      () => {
        isRoomLeft = isLeft;
      },
      () => {
        isRoomLeft = async () => true;
      },
    ),
  );

  it('while what is sealed cannot be opened, and says once that it is the key', async () => {
    await stopsAndResumes(
      'master-key-unavailable',
      () => {
        checkSealed = () => Promise.reject(new MasterKeyUnavailable('it is another'));
      },
      () => {
        checkSealed = async () => undefined;
      },
    );
    expect(troubles()).toEqual([[], ['master-key-unavailable'], []]);
  });

  it('while the log cannot be read', () =>
    stopsAndResumes(
      'store-unavailable',
      () => {
        eventLog = inFrontOf(newsroom.eventLog, {
          // biome-ignore lint/correctness/useYield: it fails before the first event.
          readAll: async function* () {
            throw new EventLogUnavailable('away');
          },
        });
      },
      () => {
        eventLog = newsroom.eventLog;
      },
    ));
});

describe('no heart beats', () => {
  it('where the worker does not run', async () => {
    const { alive } = await started(false);
    await newsroom.clock.advance(10 * MINUTE);
    expect(beats).toEqual([]);
    expect(alive.now()).toEqual({ isAlive: false, isReady: false });
    expect(troubles()).toEqual([['log-not-followed'], ['worker-stuck', 'log-not-followed']]);
  });

  it('where changes do not reach the worker, though its subscription has not ended', async () => {
    eventLog = inFrontOf(newsroom.eventLog, {
      subscribe: async function* (_, signal) {
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      },
    });
    await started();
    await newsroom.clock.advance(10 * MINUTE);
    expect(beats).toEqual([0]);
    expect(troubles()).toEqual([[], ['log-not-followed']]);
  });

  it('where nights are overdue, because each of them hangs', async () => {
    const planningSource = { collect: never };
    await started(true, { planningSource });
    await newsroom.clock.advance(30 * HOUR);
    expect(troubles().at(-1)).toEqual(['nights-overdue']);
    const before = beats.length;
    await newsroom.clock.advance(HOUR);
    expect(beats).toHaveLength(before);
    const counted = newsroom.telemetry.happenings.filter(({ name }) => name === 'overdue-counted');
    expect(counted.at(-1)).toEqual({ name: 'overdue-counted', organisations: 1 });
  });
});

describe('a heartbeat that is not taken', () => {
  it.each(['unreachable', 'no-answer', 'refused'] as const)(
    'is told, and tried again in a minute: %s',
    async (code) => {
      const { alive } = await started();
      heartbeat = () => Promise.reject(new HeartbeatNotTaken(code));
      await newsroom.clock.advance(2 * MINUTE);
      const failed = newsroom.telemetry.happenings.filter(({ name }) => name === 'heartbeat-failed');
      expect(failed).toEqual(Array(3).fill({ name: 'heartbeat-failed', code }));
      expect(alive.now()).toEqual({ isAlive: true, isReady: true });
      heartbeat = async () => undefined;
      await newsroom.clock.advance(MINUTE);
      expect(beats).toEqual([3]);
    },
  );
});
