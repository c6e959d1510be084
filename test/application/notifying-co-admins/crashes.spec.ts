import { describe, expect, it } from 'vitest';
import type { PlanningBackup } from '../../../src/application/planning-backup.ts';
import type { CheckpointStore } from '../../../src/application/ports/checkpoint-store.ts';
import { BEGINNING, type Position } from '../../../src/application/ports/event-log.ts';
import { type Cut, CutPorts, everyCut } from '../../support/cut-ports.ts';
import { aSaveRequest } from '../../support/newsroom.ts';
import { HOUR, MINUTE, Outbox, running, THREE } from './outbox.ts';

const outboxPorts = ({ eventLog, checkpoints, noticeRecords, directory, mailer }: Outbox) => ({
  ...{ eventLog, checkpoints, noticeRecords, directory, mailer },
});

const savingPorts = ({ eventLog, noticeRecords, directory, secretStore, attemptLimits }: Outbox) => ({
  ...{ eventLog, noticeRecords, directory, secretStore, attemptLimits },
});

/** Fails the moment that a stored position passes a change with a notice that is not settled, or is none of the log's. */
const watched = (outbox: Outbox): CheckpointStore => {
  const { checkpoints } = outbox;
  const unsettledUpTo = async (position: Position): Promise<readonly string[]> => {
    const passed = new Set<string>();
    for await (const { position: at, changeId, event } of outbox.eventLog.readAll(BEGINNING))
      if (at <= position && event.type === 'CoAdministratorsToBeTold') passed.add(changeId);
    const changes = (await outbox.changes()).filter(({ changeId }) => passed.has(changeId));
    return changes
      .flatMap(({ notices }) => notices.filter(({ status }) => status === 'waiting'))
      .map((n) => n.recipientId);
  };
  return {
    load: (subscription) => checkpoints.load(subscription),
    save: async (subscription, position) => {
      expect(await unsettledUpTo(position)).toEqual([]);
      const known: Position[] = [BEGINNING];
      for await (const { position: at } of outbox.eventLog.readAll(BEGINNING)) known.push(at);
      expect(known).toContain(position);
      await checkpoints.save(subscription, position);
    },
  };
};

/** A process that sends until it is cut; whatever becomes of it is its own affair. */
const workUntilCut = async (outbox: Outbox, ports: CutPorts): Promise<void> => {
  const checkpoints = watched(outbox);
  const { notifying } = await outbox.backup(ports.wrap({ ...outboxPorts(outbox), checkpoints }));
  const worker = running(notifying, outbox.clock);
  await outbox.clock.advance(5 * MINUTE);
  void worker.stop();
};

/** None lost: each got it. Doubled: under the same key only, which is the Message-ID. */
const everyoneWasTold = async (outbox: Outbox): Promise<void> => {
  const changes = await outbox.changes();
  for (const { changeId, notices } of changes)
    for (const { recipientId, status } of notices) {
      expect(status).toBe('sent');
      const mails = outbox.mailer.delivered.filter(({ mail }) => mail.key === `${changeId}/${recipientId}`);
      expect(mails.length).toBeGreaterThanOrEqual(1);
      expect(new Set(mails.map(({ address }) => address)).size).toBe(1);
    }
  const owed = changes.flatMap(({ changeId, recipientIds }) => recipientIds.map((id) => `${changeId}/${id}`));
  expect(new Set(outbox.mailer.sent.map(({ key }) => key))).toEqual(new Set(owed));
};

const said = ({ call, takesEffect, how }: Cut, calls: readonly string[]): string =>
  `${how} at call ${call} (${calls[call - 1]}) ${takesEffect ? 'after' : 'before'} its effect`;

describe('an outbox that is cut at any call of any port', () => {
  const twoChanges = async (): Promise<Outbox> => {
    const outbox = new Outbox();
    await outbox.setUp();
    await outbox.pause('ben');
    return outbox;
  };

  it('loses no mail, and doubles one under its own Message-ID only', async () => {
    const whole = new CutPorts();
    const outbox = await twoChanges();
    await workUntilCut(outbox, whole);
    await everyoneWasTold(outbox);
    expect(outbox.mailer.delivered).toHaveLength(4);
    expect(new Set(whole.calls)).toEqual(
      new Set([
        'checkpoints.load',
        'eventLog.subscribe',
        'eventLog.read',
        'eventLog.append',
        'noticeRecords.read',
        'noticeRecords.roster',
        'directory.organisation',
        'mailer.send',
        'checkpoints.save',
        'noticeRecords.changeIds',
      ]),
    );
    expect(whole.calls.length).toBeGreaterThan(40);
    let doubled = 0;
    for (const cut of everyCut(whole.calls.length)) {
      const cutOutbox = await twoChanges();
      await workUntilCut(cutOutbox, new CutPorts(cut));
      await cutOutbox.work(HOUR, { checkpoints: watched(cutOutbox) });
      await everyoneWasTold(cutOutbox).catch((error: unknown) => {
        throw new Error(said(cut, whole.calls), { cause: error });
      });
      if (cutOutbox.mailer.delivered.length > 4) doubled += 1;
    }
    // A mail that was taken before the crash and not recorded: doubling cannot be helped, and is seen here.
    expect(doubled).toBeGreaterThan(0);
  }, 60_000);

  it('ends in the same way while another worker is at it all the time', async () => {
    const whole = new CutPorts();
    await workUntilCut(await twoChanges(), whole);
    for (const cut of everyCut(whole.calls.length)) {
      const outbox = await twoChanges();
      const other = await outbox.worker({ checkpoints: watched(outbox) });
      await workUntilCut(outbox, new CutPorts(cut));
      await outbox.clock.advance(HOUR);
      await other.stop();
      expect(other.failure()).toBeUndefined();
      await everyoneWasTold(outbox).catch((error: unknown) => {
        throw new Error(said(cut, whole.calls), { cause: error });
      });
    }
  }, 60_000);
});

describe('a save that is cut at any call of any port', () => {
  type Save = (configuring: PlanningBackup['configuring']) => Promise<unknown>;

  it.each<[string, Save]>([
    ['a form with a new password', (configuring) => configuring.save(aSaveRequest({ replacement: 'overwrite' }))],
    [
      'a removal',
      (configuring) =>
        configuring.remove({ organisationId: THREE.id, actorId: 'carla', requestId: null, expectedVersion: null }),
    ],
  ])(
    'is told if it was recorded, and not if it was not: %s',
    async (_, save) => {
      const settled = async (): Promise<Outbox> => {
        const outbox = new Outbox();
        await outbox.setUp();
        return outbox;
      };
      const saving = async (outbox: Outbox, ports: CutPorts): Promise<void> => {
        const { configuring } = await outbox.backup(ports.wrap(savingPorts(outbox)));
        void save(configuring).catch(() => undefined);
        await outbox.clock.advance(0);
      };
      const whole = new CutPorts();
      await saving(await settled(), whole);
      expect(whole.calls).toEqual(expect.arrayContaining(['noticeRecords.keep', 'eventLog.append']));
      const recorded = new Set<number>();
      for (const cut of everyCut(whole.calls.length)) {
        const outbox = await settled();
        await saving(outbox, new CutPorts(cut));
        // Nobody but the record knows them any more.
        outbox.directory.remove(THREE.id);
        const worker = await outbox.worker({ checkpoints: watched(outbox) });
        await outbox.clock.advance(HOUR);
        await everyoneWasTold(outbox).catch((error: unknown) => {
          throw new Error(said(cut, whole.calls), { cause: error });
        });
        recorded.add((await outbox.changes()).length);
        await outbox.clock.advance(31 * 24 * HOUR);
        await worker.stop();
        expect(await outbox.recordIds()).toEqual([]);
      }
      expect([...recorded].sort()).toEqual([1, 2]);
    },
    60_000,
  );
});
