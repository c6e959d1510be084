import { beforeEach, describe, expect, it } from 'vitest';
import { type Mailer, MailNotTaken } from '../../../src/application/ports/mailer.ts';
import { noticeStream } from '../../../src/application/stream-names.ts';
import { HOUR, MINUTE, Outbox } from './outbox.ts';

let outbox: Outbox;
beforeEach(async () => {
  outbox = new Outbox();
  await outbox.setUp();
});

const history = async (): Promise<readonly string[]> => {
  const [change] = await outbox.changes();
  const { events } = await outbox.eventLog.read(noticeStream(change?.changeId ?? ''));
  return events.map(({ event }) => event.type);
};

describe('a mail that is not taken', () => {
  it('is tried again after 1, 2, 4 … minutes, six hours at most', async () => {
    const tries: number[] = [];
    const mailer: Mailer = {
      send: async ({ recipient }) => {
        if (recipient.id === 'ben') tries.push(outbox.clock.monotonic() / MINUTE);
        throw new MailNotTaken('mail-refused');
      },
    };
    await outbox.work(30 * HOUR, { mailer });
    expect(tries).toEqual([0, 1, 3, 7, 15, 31, 63, 127, 255, 511, 871, 1231, 1591]);
  });

  it('because the mail server is down for 71 hours and 59 minutes is sent once it is back', async () => {
    const worker = await outbox.worker();
    outbox.mailer.refusal = 'mail-server-unavailable';
    await outbox.clock.advance(72 * HOUR - MINUTE);
    expect(await outbox.outcomes()).toEqual({ ben: 'waiting', carla: 'waiting' });
    outbox.mailer.refusal = null;
    await outbox.clock.advance(2 * MINUTE);
    await worker.stop();
    expect(await outbox.outcomes()).toEqual({ ben: 'sent', carla: 'sent' });
    expect(outbox.mailer.delivered).toHaveLength(2);
  });

  it('for 72 hours is given up, which the history shows, and not tried again', async () => {
    const worker = await outbox.worker();
    outbox.mailer.refusal = 'mail-server-unavailable';
    await outbox.clock.advance(72 * HOUR - 1);
    expect(await outbox.outcomes()).toEqual({ ben: 'waiting', carla: 'waiting' });
    await outbox.clock.advance(1);
    expect(await outbox.outcomes()).toEqual({ ben: 'given-up', carla: 'given-up' });
    const recorded = await history();
    expect(recorded.filter((type) => type === 'NoticeGivenUp')).toHaveLength(2);
    outbox.mailer.refusal = null;
    await outbox.clock.advance(100 * HOUR);
    await worker.stop();
    expect(await history()).toEqual(recorded);
    expect(outbox.mailer.delivered).toEqual([]);
  });

  it('for one of them keeps no mail from the other', async () => {
    const { mailer } = outbox;
    const onlyCarla: Mailer = {
      send: (mail, signal) => {
        if (mail.recipient.id === 'ben') throw new MailNotTaken('mail-refused');
        return mailer.send(mail, signal);
      },
    };
    await outbox.work(80 * HOUR, { mailer: onlyCarla });
    expect(await outbox.outcomes()).toEqual({ ben: 'given-up', carla: 'sent' });
    expect(outbox.addresses()).toEqual(['carla@abendblatt.example']);
  });

  it('by a server that hangs is cut after a minute', async () => {
    const cut: number[] = [];
    const mailer: Mailer = {
      send: (_, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            cut.push(outbox.clock.monotonic());
            reject(new MailNotTaken('mail-server-unavailable'));
          });
        }),
    };
    await outbox.work(2 * MINUTE, { mailer });
    // The third is what stopping cuts.
    expect(cut.slice(0, 2)).toEqual([MINUTE, 2 * MINUTE]);
  });
});

describe('a mail that was tried while the clock was wrong', () => {
  it('by years is tried again when it is right, before or after a restart', async () => {
    const right = outbox.clock.now();
    outbox.mailer.refusal = 'mail-server-unavailable';
    const worker = await outbox.worker();
    await outbox.clock.setWallClock(right.add({ hours: 24 * 1000 }));
    await outbox.clock.advance(10 * MINUTE);
    await outbox.clock.setWallClock(right);
    outbox.mailer.refusal = null;
    await outbox.clock.advance(20 * MINUTE);
    await worker.stop();
    expect(await outbox.outcomes()).toEqual({ ben: 'sent', carla: 'sent' });
  });
});

describe('a mail that nobody could try', () => {
  it('for a week, because no worker ran, is sent all the same', async () => {
    await outbox.clock.advance(7 * 24 * HOUR);
    await outbox.work(0);
    expect(await outbox.outcomes()).toEqual({ ben: 'sent', carla: 'sent' });
  });

  it('for a week is tried for 72 hours from then on', async () => {
    await outbox.clock.advance(7 * 24 * HOUR);
    outbox.mailer.refusal = 'mail-server-unavailable';
    const worker = await outbox.worker();
    await outbox.clock.advance(71 * HOUR);
    expect(await outbox.outcomes()).toEqual({ ben: 'waiting', carla: 'waiting' });
    await outbox.clock.advance(HOUR);
    await worker.stop();
    expect(await outbox.outcomes()).toEqual({ ben: 'given-up', carla: 'given-up' });
  });
});
