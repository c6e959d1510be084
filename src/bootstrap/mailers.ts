import { join } from 'node:path';
import { EmlFileMailer } from '../adapters/driven/eml-files/eml-file-mailer.ts';
import { SmtpMailer } from '../adapters/driven/smtp/smtp-mailer.ts';
import { readSmtpServer } from '../adapters/driven/smtp/smtp-server-address.ts';
import type { Place } from '../adapters/driving/cli/installation.ts';
import { MailSettingsUnusable } from '../adapters/driving/cli/unusable.ts';
import { readSender, type Sender } from '../adapters/shared/mails/address.ts';
import type { Mailer } from '../application/ports/mailer.ts';
import type { ScheduleClock } from '../application/ports/schedule-clock.ts';

const OUTBOX = 'outbox';

/** Of mails that nobody sends, only their files are seen. */
const FILES_FROM = 'planning-backup <planning-backup@localhost>';

export interface ChosenMailer {
  readonly mailer: Mailer;
  /** The folder that it writes to, null where a mail server takes the mails. */
  readonly outbox: string | null;
}

/** SMTP where a mail server is set, else files in the data folder. Throws {@link MailSettingsUnusable}. */
export const mailerFor = ({
  smtp,
  mailFrom,
  dataDirectory,
  clock,
}: Pick<Place, 'smtp' | 'mailFrom' | 'dataDirectory'> & { readonly clock: ScheduleClock }): ChosenMailer => {
  if (smtp === null) {
    const outbox = join(dataDirectory, OUTBOX);
    return { mailer: new EmlFileMailer({ directory: outbox, from: senderOf(mailFrom ?? FILES_FROM), clock }), outbox };
  }
  const server = readSmtpServer(smtp.reveal());
  if (!server.ok) throw new MailSettingsUnusable(server.problem);
  if (mailFrom === null) throw new MailSettingsUnusable('mail-from-missing');
  return { mailer: new SmtpMailer({ server: server.value, from: senderOf(mailFrom), clock }), outbox: null };
};

const senderOf = (text: string): Sender => {
  const sender = readSender(text);
  if (sender === undefined) throw new MailSettingsUnusable('mail-from-malformed');
  return sender;
};
