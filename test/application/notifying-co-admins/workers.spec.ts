import { beforeEach, describe, expect, it } from 'vitest';
import { EventLogUnavailable } from '../../../src/application/ports/event-log.ts';
import type { Mailer } from '../../../src/application/ports/mailer.ts';
import { HOUR, MINUTE, Outbox } from './outbox.ts';

let outbox: Outbox;
beforeEach(async () => {
  outbox = new Outbox();
});

const never = (): Promise<never> => new Promise(() => undefined);

/** Takes no mail and never answers, as a worker that was stopped in the middle. */
const frozen: Mailer = { send: never };

describe('several workers', () => {
  it('send one mail to each', async () => {
    const workers = await Promise.all([1, 2, 3].map(() => outbox.worker()));
    await outbox.setUp();
    await outbox.pause();
    await outbox.clock.advance(10 * MINUTE);
    for (const worker of workers) await worker.stop();
    expect(outbox.addresses()).toEqual([
      'ben@abendblatt.example',
      'ben@abendblatt.example',
      'carla@abendblatt.example',
      'carla@abendblatt.example',
    ]);
    expect(workers.map((worker) => worker.failure())).toEqual([undefined, undefined, undefined]);
  });

  it('and a command send one mail to each', async () => {
    await outbox.setUp();
    const [change] = await outbox.changes();
    const workers = await Promise.all([1, 2].map(() => outbox.worker()));
    const commands = await Promise.all([1, 2].map(() => outbox.backup()));
    const id = change?.changeId ?? '';
    await Promise.all(commands.map(({ notifying }) => notifying.notifyOf('abendblatt', id)));
    await outbox.clock.advance(10 * MINUTE);
    for (const worker of workers) await worker.stop();
    expect(outbox.mailer.delivered).toHaveLength(2);
  });

  it('take a claim over from one that is silent for two minutes, and not before', async () => {
    await outbox.setUp();
    await outbox.worker({ mailer: frozen });
    await outbox.clock.advance(MINUTE);
    const other = await outbox.worker();
    await outbox.clock.advance(2 * MINUTE - 1);
    expect(outbox.addresses()).toEqual(['carla@abendblatt.example']);
    await outbox.clock.advance(1);
    await other.stop();
    expect(outbox.addresses()).toEqual(['ben@abendblatt.example', 'carla@abendblatt.example']);
  });

  it('take it over by a clock that goes on while they look', async () => {
    await outbox.setUp();
    await outbox.worker({ mailer: frozen });
    await outbox.clock.advance(0);
    let reads = 0;
    const later = (): number => {
      reads += 1;
      return reads;
    };
    const ticking = Object.assign(Object.create(outbox.clock) as typeof outbox.clock, {
      now: () => outbox.clock.now().add({ milliseconds: later() }),
      monotonic: () => outbox.clock.monotonic() + later(),
      pass: outbox.clock.pass.bind(outbox.clock),
    });
    const other = await outbox.worker({ clock: ticking });
    await outbox.clock.advance(3 * MINUTE);
    await other.stop();
    expect(outbox.addresses()).toEqual(['ben@abendblatt.example', 'carla@abendblatt.example']);
  });

  it('take it over though the mail to another fails all the while', async () => {
    await outbox.setUp();
    await outbox.worker({ mailer: frozen });
    await outbox.clock.advance(0);
    const { mailer } = outbox;
    const notCarla: Mailer = {
      send: (mail, signal) => {
        mailer.refusal = mail.recipient.id === 'carla' ? 'mail-refused' : null;
        return mailer.send(mail, signal);
      },
    };
    const other = await outbox.worker({ mailer: notCarla });
    await outbox.clock.advance(2 * MINUTE);
    await other.stop();
    expect(outbox.addresses()).toEqual(['ben@abendblatt.example']);
  });

  it('keep a mail that one sent late as sent, and end', async () => {
    await outbox.setUp();
    let answer = (): void => undefined;
    const late: Mailer = { send: () => new Promise((resolve) => (answer = resolve)) };
    const first = await outbox.worker({ mailer: late });
    await outbox.clock.advance(0);
    const second = await outbox.worker();
    await outbox.clock.advance(2 * MINUTE);
    expect(await outbox.outcomes()).toEqual({ ben: 'sent', carla: 'sent' });
    answer();
    await outbox.clock.advance(MINUTE);
    await first.stop();
    await second.stop();
    expect([first.failure(), second.failure()]).toEqual([undefined, undefined]);
    expect(await outbox.outcomes()).toEqual({ ben: 'sent', carla: 'sent' });
  });
});

describe('a worker', () => {
  it('sends at once what is changed while it runs', async () => {
    const worker = await outbox.worker();
    await outbox.clock.advance(HOUR);
    await outbox.setUp();
    await outbox.clock.advance(0);
    expect(outbox.mailer.delivered).toHaveLength(2);
    await worker.stop();
  });

  it('begins where the last one ended', async () => {
    await outbox.setUp();
    await outbox.work(0);
    const { eventLog } = outbox;
    const froms: bigint[] = [];
    const listening = Object.assign(Object.create(eventLog) as typeof eventLog, {
      append: eventLog.append.bind(eventLog),
      readAll: eventLog.readAll.bind(eventLog),
      read: eventLog.read.bind(eventLog),
      subscribe: (...following: Parameters<typeof eventLog.subscribe>) => {
        froms.push(following[0]);
        return eventLog.subscribe(...following);
      },
    });
    await outbox.work(0, { eventLog: listening });
    const positions: bigint[] = [];
    for await (const { position } of eventLog.readAll(0n, 'backupConfiguration-')) positions.push(position);
    // Of nights there was nothing to tell yet.
    expect(froms).toEqual([positions.at(-1), 0n]);
    expect(outbox.mailer.delivered).toHaveLength(2);
  });

  it('ends when it is stopped, also while a mail server hangs', async () => {
    await outbox.setUp();
    const hanging: Mailer = {
      send: (mail, signal) =>
        new Promise((_, reject) =>
          signal?.addEventListener('abort', () => outbox.mailer.send(mail, signal).catch(reject)),
        ),
    };
    const worker = await outbox.worker({ mailer: hanging });
    await outbox.clock.advance(1_000);
    await worker.stop();
    expect(worker.failure()).toBeUndefined();
  });

  it('rejects when the log fails, even in the middle of a mail, and takes no process with it', async () => {
    await outbox.setUp();
    const unhandled: unknown[] = [];
    const listen = (reason: unknown): void => void unhandled.push(reason);
    process.on('unhandledRejection', listen);
    const { eventLog } = outbox;
    const failing = Object.assign(Object.create(eventLog) as typeof eventLog, {
      append: eventLog.append.bind(eventLog),
      readAll: eventLog.readAll.bind(eventLog),
      read: eventLog.read.bind(eventLog),
      async *subscribe(...following: Parameters<typeof eventLog.subscribe>) {
        for await (const recorded of eventLog.subscribe(...following)) {
          yield recorded;
          if (recorded.event.type !== 'CoAdministratorsToBeTold') continue;
          await outbox.clock.pass(10);
          throw new EventLogUnavailable('the disk is gone');
        }
      },
    });
    let answer = (): void => undefined;
    const slow: Mailer = { send: () => new Promise((resolve) => (answer = resolve)) };
    const worker = await outbox.worker({ eventLog: failing, mailer: slow });
    await outbox.clock.advance(20);
    await new Promise((resolve) => setTimeout(resolve, 5));
    answer();
    await worker.stop();
    process.off('unhandledRejection', listen);
    expect(worker.failure()).toBeInstanceOf(EventLogUnavailable);
    expect(unhandled).toEqual([]);
  });
});
