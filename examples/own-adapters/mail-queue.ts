import { createHash } from 'node:crypto';
import { type Mail, type Mailer, MailNotTaken } from 'planning-backup';
import { type MailAddress, type MailText, mailText, readMailAddress } from 'planning-backup/mails';

/** A mail as a host's own service takes it, which adds the sender, and headers of its own. */
export interface MailJob extends MailText {
  /** The same in every try of one mail. */
  readonly id: string;
  readonly to: MailAddress;
}

/** Hands mails to a host's own mail service. */
export class QueueMailer implements Mailer {
  readonly #queue: (job: MailJob) => Promise<void>;

  /** `queue` resolves when the job is safe. */
  constructor(queue: (job: MailJob) => Promise<void>) {
    this.#queue = queue;
  }

  async send(mail: Mail, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted === true) throw new MailNotTaken('mail-server-unavailable');
    const id = createHash('sha256').update(mail.key).digest('hex');
    const addresses = mail.addresses.map(readMailAddress);
    for (const to of addresses) if (to !== undefined) await this.#queue({ id, to, ...mailText(mail) });
    if (addresses.includes(undefined)) throw new MailNotTaken('mail-refused');
  }
}
