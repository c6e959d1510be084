import { afterEach, beforeEach, describe, expect } from 'vitest';
import { type ChangeMail, type Mailer, MailNotTaken } from '../../src/application/ports/mailer.ts';
import { aMail } from '../builders/mail.ts';
import { type ContractOptions, contractTests } from './contract-test.ts';

export interface Delivered {
  readonly address: string;
  /** The same for two deliveries of one mail, and for no others. */
  readonly id: string;
}

export interface MailerHarness {
  readonly mailer: Mailer;
  delivered(): Promise<readonly Delivered[]>;
  /** What the next mails meet; null for a server that takes them again. */
  refuse(code: MailNotTaken['code'] | null): void;
  close(): Promise<void>;
}

export const mailerContract = (
  name: string,
  makeHarness: () => Promise<MailerHarness>,
  options: ContractOptions = {},
): void => {
  describe(`mailer: ${name}`, () => {
    let harness: MailerHarness;
    beforeEach(async () => {
      harness = await makeHarness();
    });
    afterEach(() => harness.close());

    const refused = async (
      mail: ChangeMail,
      code: MailNotTaken['code'],
      signal: AbortSignal | undefined = undefined,
    ): Promise<void> => {
      const error: unknown = await harness.mailer.send(mail, signal).catch((cause: unknown) => cause);
      expect(error).toBeInstanceOf(MailNotTaken);
      expect(error).toMatchObject({ code, message: code });
      expect((error as Error).cause).toBeUndefined();
    };
    const addresses = async (): Promise<readonly string[]> =>
      (await harness.delivered()).map(({ address }) => address).sort();

    contractTests(options, (test) => {
      test('delivers a mail to its address', async () => {
        await harness.mailer.send(aMail());
        expect(await addresses()).toEqual(['ben@abendblatt.example']);
      });

      test('delivers one mail to each of two addresses, under one id', async () => {
        await harness.mailer.send(aMail({ addresses: ['ben@abendblatt.example', 'ben@neu.example'] }));
        expect(await addresses()).toEqual(['ben@abendblatt.example', 'ben@neu.example']);
        expect(new Set((await harness.delivered()).map(({ id }) => id)).size).toBe(1);
      });

      test('has one id for every try of a mail, and another for another mail', async () => {
        await harness.mailer.send(aMail());
        const [first] = await harness.delivered();
        await harness.mailer.send(aMail({ actorName: 'Somebody else' }));
        expect(new Set((await harness.delivered()).map(({ id }) => id))).toEqual(new Set([first?.id]));
        await harness.mailer.send(aMail({ key: 'change-1/carla' }));
        await harness.mailer.send(aMail({ key: 'change-2/ben' }));
        expect(new Set((await harness.delivered()).map(({ id }) => id)).size).toBe(3);
      });

      test('says that the server cannot be had, and sends when it is back', async () => {
        harness.refuse('mail-server-unavailable');
        await refused(aMail(), 'mail-server-unavailable');
        expect(await addresses()).toEqual([]);
        harness.refuse(null);
        await harness.mailer.send(aMail());
        expect(await addresses()).toEqual(['ben@abendblatt.example']);
      });

      test('says that a mail was refused, and sends when it no longer is', async () => {
        harness.refuse('mail-refused');
        await refused(aMail(), 'mail-refused');
        expect(await addresses()).toEqual([]);
        harness.refuse(null);
        await harness.mailer.send(aMail());
        expect(await addresses()).toEqual(['ben@abendblatt.example']);
      });

      for (const address of ['', 'ben', 'ben@', 'ben@x\r\nBcc: eve@evil.example', '<ben@x>', 'ben@x, eve@evil.example'])
        test(`refuses ${JSON.stringify(address)}, which is no address`, async () => {
          await refused(aMail({ addresses: [address] }), 'mail-refused');
          expect(await addresses()).toEqual([]);
        });

      test('keeps no mail from one address because the other is none', async () => {
        await refused(aMail({ addresses: ['no address', 'ben@abendblatt.example'] }), 'mail-refused');
        expect(await addresses()).toEqual(['ben@abendblatt.example']);
      });

      test('sends nothing once the signal has aborted', async () => {
        await refused(aMail(), 'mail-server-unavailable', AbortSignal.abort());
        expect(await addresses()).toEqual([]);
      });

      test('takes what texts people and settings have', async () => {
        const recipient = { ...aMail().recipient, name: 'Bén\r\nBcc: eve@evil.example "<x>"\u0000\u202e💥\ud800' };
        await harness.mailer.send(aMail({ recipient, actorName: '', organisationName: 'x'.repeat(2_000) }));
        expect(await addresses()).toEqual(['ben@abendblatt.example']);
      });
    });
  });
};
