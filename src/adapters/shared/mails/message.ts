import { createHash } from 'node:crypto';
import type { Mail } from '../../../application/ports/mailer.ts';
import { lengthPrefixed } from '../event-codec/length-prefixed.ts';
import { whereInstalled } from '../optional-packages/optional-packages.ts';
import type { MailAddress, Sender } from './address.ts';
import { harmlessName } from './harmless-text.ts';
import { mailText } from './mail-text.ts';

/** In hex digits: as unlikely to be met twice as a UUID. */
const ID_LENGTH = 40;

/** The same in every try for one change and recipient, so that whoever gets a mail twice can tell (RFC 5322, 3.6.4). */
export const messageIdOf = (key: string, { address }: Sender): string => {
  const hash = createHash('sha256').update(lengthPrefixed(['planning-backup/message-id/v1', key]));
  return `<${hash.digest('hex').slice(0, ID_LENGTH)}@${address.slice(address.lastIndexOf('@') + 1)}>`;
};

export interface Envelope {
  readonly from: Sender;
  readonly to: MailAddress;
  /** When it is handed over: the change itself may be long ago. */
  readonly sentAt: Date;
}

/** The mail as the bytes of an RFC 5322 message with CRLF, to one of the recipient's addresses. Throws PackageMissing. */
export const messageOf = async (mail: Mail, { from, to, sentAt }: Envelope): Promise<Buffer> => {
  const { default: MailComposer } = await whereInstalled('nodemailer', () => import('nodemailer/lib/mail-composer'));
  const { subject, text, html, recipientName } = mailText(mail);
  const composer = new MailComposer({
    from: { name: harmlessName(from.name), address: from.address },
    to: { name: recipientName, address: to },
    ...{ subject, text, html },
    messageId: messageIdOf(mail.key, from),
    date: sentAt,
    // RFC 3834: no holiday notice answers it.
    headers: { 'Auto-Submitted': 'auto-generated' },
    newline: 'win',
    // Nothing that a text says is ever read from a disk or fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
};
