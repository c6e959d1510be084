import type { SimulatedClock } from '../../../src/adapters/driven/in-memory/schedule-clock.ts';
import type { PlanningBackup } from '../../../src/application/planning-backup.ts';
import type { ToldChange } from '../../../src/application/replaying-history/replaying-history.ts';
import type { PlanningBackupOptions } from '../../../src/bootstrap/create-planning-backup.ts';
import { ABENDBLATT, Newsroom } from '../../support/newsroom.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

const CARLA = { id: 'carla', name: 'Carla Núñez', email: 'carla@abendblatt.example', locale: 'de' } as const;

/** Anna, who acts, and her co-administrators Ben and Carla. */
export const THREE = { ...ABENDBLATT, administrators: [...ABENDBLATT.administrators, CARLA] } as const;

export interface Worker {
  /** What ended it, if anything did. */
  readonly failure: () => unknown;
  stop(): Promise<void>;
}

/** A newsroom whose outbox is looked at. */
export class Outbox extends Newsroom {
  constructor() {
    super();
    this.directory.set(THREE);
  }

  /** A process of its own that follows the log until it is stopped. */
  async worker(ports: Partial<PlanningBackupOptions> = {}): Promise<Worker> {
    const { notifying } = await this.backup(ports);
    return running(notifying, this.clock);
  }

  /** A worker from here on, for so long, in milliseconds. */
  async work(milliseconds: number, ports: Partial<PlanningBackupOptions> = {}): Promise<void> {
    const worker = await this.worker(ports);
    await this.clock.advance(milliseconds);
    await worker.stop();
    if (worker.failure() !== undefined) throw worker.failure();
  }

  /** Who got mails, by address. */
  addresses(): readonly string[] {
    return this.mailer.delivered.map(({ address }) => address).sort();
  }

  async changes(): Promise<readonly ToldChange[]> {
    return (await this.backup()).history.changes(THREE.id);
  }

  /** Of the latest change, by recipient. */
  async outcomes(): Promise<Readonly<Record<string, string>>> {
    const latest = (await this.changes()).at(-1);
    return Object.fromEntries((latest?.notices ?? []).map(({ recipientId, status }) => [recipientId, status]));
  }

  async pause(actorId = 'anna'): Promise<void> {
    const { configuring } = await this.backup();
    const request = { organisationId: THREE.id, actorId, requestId: null, expectedVersion: null };
    const { outcome } = await configuring.pause(request);
    if (outcome !== 'changed') throw new Error(`the test's own change was not taken: ${outcome}`);
  }

  async recordIds(): Promise<readonly string[]> {
    const ids: string[] = [];
    for await (const id of this.noticeRecords.changeIds()) ids.push(id);
    return ids;
  }
}

export const running = (notifying: PlanningBackup['notifying'], clock: SimulatedClock): Worker => {
  const stop = new AbortController();
  let failure: unknown;
  const ended = notifying.run(stop.signal).catch((error: unknown) => {
    failure = error;
  });
  return {
    failure: () => failure,
    stop: async () => {
      stop.abort();
      await clock.advance(0);
      await ended;
    },
  };
};
