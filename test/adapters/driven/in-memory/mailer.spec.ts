import { InMemoryMailer } from '../../../../src/adapters/driven/in-memory/mailer.ts';
import { mailerContract } from '../../../contracts/mailer.contract.ts';

mailerContract('in memory', async () => {
  const mailer = new InMemoryMailer();
  return {
    mailer,
    delivered: async () => mailer.delivered.map(({ address, mail }) => ({ address, id: mail.key })),
    refuse: (code) => {
      mailer.refusal = code;
    },
    close: async () => undefined,
  };
});
