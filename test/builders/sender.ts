import { readSender, type Sender } from '../../src/adapters/shared/mails/address.ts';

export const aSender = (text = 'Planung <planung@dienst.example>'): Sender => {
  const sender = readSender(text);
  if (sender === undefined) throw new Error(`the test's own sender cannot be read: ${text}`);
  return sender;
};
