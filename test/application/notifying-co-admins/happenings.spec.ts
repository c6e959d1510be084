import { expect, it } from 'vitest';
import { type Mailer, MailNotTaken } from '../../../src/application/ports/mailer.ts';
import type { Happening } from '../../../src/application/ports/telemetry.ts';
import { HOUR, MINUTE, Outbox, THREE } from './outbox.ts';

const ofMails = (happenings: readonly Happening[]) => happenings.filter(({ name }) => name.startsWith('mail-'));

const waiting = (happenings: readonly Happening[]) =>
  happenings.flatMap((happening) => (happening.name === 'outbox-looked-through' ? [happening.waiting] : []));

it('each mail is told, and how many wait', async () => {
  const outbox = new Outbox();
  await outbox.setUp();
  const { mailer } = outbox;
  const refusing: Mailer = {
    send: async (mail) => {
      if (mail.recipient.id === 'ben') throw new MailNotTaken('mail-refused');
      await mailer.send(mail);
    },
  };
  await outbox.work(MINUTE - 1, { mailer: refusing });
  expect(ofMails(outbox.telemetry.happenings)).toEqual([
    { organisationId: THREE.id, name: 'mail-not-taken', code: 'mail-refused', attempt: 1 },
    { organisationId: THREE.id, name: 'mail-sent', addresses: 1 },
  ]);
  expect(waiting(outbox.telemetry.happenings).at(-1)).toBe(1);
});

it('what is given up is told, and waits no longer', async () => {
  const outbox = new Outbox();
  await outbox.setUp();
  outbox.mailer.refusal = 'mail-server-unavailable';
  await outbox.work(80 * HOUR);
  expect(ofMails(outbox.telemetry.happenings).at(-1)).toEqual({ organisationId: THREE.id, name: 'mail-given-up' });
  expect(waiting(outbox.telemetry.happenings).at(-1)).toBe(0);
});
