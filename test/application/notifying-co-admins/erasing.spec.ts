import { beforeEach, describe, expect, it } from 'vitest';
import { aNoticeRecord } from '../../contracts/notice-records.contract.ts';
import { HOUR, MINUTE, Outbox } from './outbox.ts';

const DAY = 24 * HOUR;

/** It is looked for what to erase every six hours. */
const LATER = 7 * HOUR;

let outbox: Outbox;
beforeEach(() => {
  outbox = new Outbox();
});

describe('names and addresses are erased', () => {
  it('30 days after the last outcome', async () => {
    await outbox.setUp();
    const worker = await outbox.worker();
    await outbox.clock.advance(30 * DAY - HOUR);
    expect(await outbox.recordIds()).toHaveLength(1);
    await outbox.clock.advance(LATER);
    expect(await outbox.recordIds()).toEqual([]);
    await worker.stop();
    expect(await outbox.outcomes()).toEqual({ ben: 'sent', carla: 'sent' });
  });

  it('30 days after the mail was given up', async () => {
    await outbox.setUp();
    outbox.mailer.refusal = 'mail-refused';
    const worker = await outbox.worker();
    await outbox.clock.advance(33 * DAY - HOUR);
    expect(await outbox.recordIds()).toHaveLength(1);
    await outbox.clock.advance(LATER);
    expect(await outbox.recordIds()).toEqual([]);
    await worker.stop();
  });

  it('30 days after they were kept for a change that was never recorded', async () => {
    await outbox.noticeRecords.keep('orphan', aNoticeRecord({ keptAt: outbox.clock.now().toString() }));
    const worker = await outbox.worker();
    await outbox.clock.advance(30 * DAY - HOUR);
    expect(await outbox.recordIds()).toEqual(['orphan']);
    await outbox.clock.advance(LATER);
    expect(await outbox.recordIds()).toEqual([]);
    await worker.stop();
  });
});

it('a young record is read once by each worker, and the log is not asked about it', async () => {
  await outbox.setUp();
  await outbox.work(HOUR);
  const { noticeRecords, eventLog } = outbox;
  const reads: string[] = [];
  const [readRecord, readStream] = [noticeRecords.read.bind(noticeRecords), eventLog.read.bind(eventLog)];
  noticeRecords.read = (changeId) => {
    reads.push('record');
    return readRecord(changeId);
  };
  eventLog.read = (stream) => {
    reads.push('log');
    return readStream(stream);
  };
  await outbox.work(25 * DAY);
  expect(reads).toEqual(['record']);
});

it('a record that was kept by a clock of the future is erased 30 days after its outcome all the same', async () => {
  const keptAt = outbox.clock
    .now()
    .add({ hours: 24 * 365 })
    .toString();
  await outbox.setUp();
  await outbox.work(HOUR);
  const [changeId = ''] = await outbox.recordIds();
  const record = await outbox.noticeRecords.read(changeId);
  await outbox.noticeRecords.destroy(changeId);
  await outbox.noticeRecords.keep(changeId, { ...aNoticeRecord(), ...record, keptAt });
  await outbox.work(30 * DAY + LATER);
  expect(await outbox.recordIds()).toEqual([]);
});

describe('names and addresses are kept', () => {
  it('while a mail is owed, however old the change is', async () => {
    await outbox.setUp();
    await outbox.clock.advance(400 * DAY);
    outbox.mailer.refusal = 'mail-server-unavailable';
    outbox.directory.remove('abendblatt');
    const worker = await outbox.worker();
    await outbox.clock.advance(HOUR);
    expect(await outbox.recordIds()).toHaveLength(1);
    outbox.mailer.refusal = null;
    await outbox.clock.advance(2 * HOUR);
    await worker.stop();
    expect(outbox.addresses()).toEqual(['ben@abendblatt.example', 'carla@abendblatt.example']);
  });

  it('while the mail to one of two is owed', async () => {
    await outbox.setUp();
    const { mailer } = outbox;
    const onlyCarla = {
      send: async (mail: Parameters<typeof mailer.send>[0]) => {
        if (mail.recipient.id === 'carla') await mailer.send(mail);
        else await new Promise(() => undefined);
      },
    };
    await outbox.worker({ mailer: onlyCarla });
    await outbox.clock.advance(3 * MINUTE);
    await outbox.clock.advance(31 * DAY);
    expect(await outbox.recordIds()).toHaveLength(1);
  });
});
