import { beforeEach, describe, expect, it } from 'vitest';
import type { Organisation } from '../../../src/application/ports/organisation-directory.ts';
import { HOUR, Outbox, THREE } from './outbox.ts';

let outbox: Outbox;
beforeEach(() => {
  outbox = new Outbox();
});

const WITHOUT_BEN: Organisation = {
  ...THREE,
  administrators: THREE.administrators.filter(({ id }) => id !== 'ben'),
};

const BEN_MOVED: Organisation = {
  ...THREE,
  administrators: THREE.administrators.map((administrator) =>
    administrator.id === 'ben' ? { ...administrator, email: 'ben@neu.example', name: 'Eve' } : administrator,
  ),
};

const OLD = 'ben@abendblatt.example';
const addressesOfBen = (): readonly string[] => outbox.addresses().filter((address) => address.startsWith('ben@'));

/** The directory changes as soon as the save has read it: what is recorded is recorded after the change. */
const changedDuringTheSave = async (later: Organisation): Promise<void> => {
  const { directory } = outbox;
  const { configuring } = await outbox.backup({
    directory: {
      organisation: async (id) => {
        const read = await directory.organisation(id);
        directory.set(later);
        return read;
      },
    },
  });
  await configuring.pause({ organisationId: THREE.id, actorId: 'anna', requestId: null, expectedVersion: null });
};

describe('a co-administrator gets the mail at the address that the change found', () => {
  beforeEach(async () => {
    await outbox.setUp();
    await outbox.work(0);
    outbox.mailer.delivered.length = 0;
  });

  it.each([
    ['removed', WITHOUT_BEN, [OLD]],
    ['given another address', BEN_MOVED, [OLD, 'ben@neu.example']],
  ])('though %s while the change is saved', async (_, later, addresses) => {
    await changedDuringTheSave(later);
    await outbox.work(0);
    expect(addressesOfBen()).toEqual(addresses);
  });

  it.each([
    ['removed', WITHOUT_BEN, [OLD]],
    ['given another address', BEN_MOVED, [OLD, 'ben@neu.example']],
  ])('though %s before the mail leaves', async (_, later, addresses) => {
    await outbox.pause();
    outbox.directory.set(later);
    await outbox.work(0);
    expect(addressesOfBen()).toEqual(addresses);
    expect(outbox.mailer.sent.every(({ recipient }) => recipient.name !== 'Eve')).toBe(true);
  });

  it('though the newsroom was removed as a whole', async () => {
    await outbox.pause();
    outbox.directory.remove(THREE.id);
    await outbox.work(0);
    expect(outbox.addresses()).toEqual([OLD, 'carla@abendblatt.example']);
    expect(outbox.mailer.sent[0]?.organisationName).toBe('Abendblatt');
  });

  it('though the directory is down', async () => {
    await outbox.pause();
    outbox.directory.setAvailable(false);
    await outbox.work(0);
    expect(outbox.addresses()).toEqual([OLD, 'carla@abendblatt.example']);
    expect(await outbox.outcomes()).toEqual({ ben: 'sent', carla: 'sent' });
  });

  it('and again in a retry, at the address of by then', async () => {
    await outbox.pause();
    outbox.mailer.refusal = 'mail-server-unavailable';
    const worker = await outbox.worker();
    await outbox.clock.advance(HOUR);
    outbox.directory.set(BEN_MOVED);
    outbox.mailer.refusal = null;
    await outbox.clock.advance(HOUR);
    await worker.stop();
    expect(addressesOfBen()).toEqual([OLD, 'ben@neu.example']);
  });
});

describe('where the record of names is lost', () => {
  beforeEach(async () => {
    await outbox.setUp();
    for (const id of await outbox.recordIds()) await outbox.noticeRecords.destroy(id);
  });

  it('the directory of now says who they are', async () => {
    await outbox.work(0);
    expect(outbox.addresses()).toEqual([OLD, 'carla@abendblatt.example']);
    expect(outbox.mailer.sent[0]).toMatchObject({ organisationName: 'Abendblatt', actorName: 'anna' });
  });

  it('and the directory is down too, it is waited for', async () => {
    outbox.directory.setAvailable(false);
    const worker = await outbox.worker();
    await outbox.clock.advance(HOUR);
    expect(await outbox.outcomes()).toEqual({ ben: 'waiting', carla: 'waiting' });
    outbox.directory.setAvailable(true);
    await outbox.clock.advance(HOUR);
    await worker.stop();
    expect(await outbox.outcomes()).toEqual({ ben: 'sent', carla: 'sent' });
  });
});
