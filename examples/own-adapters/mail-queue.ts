import { createHash } from 'node:crypto';
import { type Mail, type Mailer, MailNotTaken } from 'planning-backup';

/** A mail as a host's own service takes it, which writes the text itself. */
export interface MailJob {
  /** The same in every try of one mail. */
  readonly id: string;
  readonly to: string;
  readonly mail: Mail;
}

/** One mailbox, and nothing that a header could be made of. */
const ADDRESS = /^[^\s@<>,;:"\\]+@[^\s@<>,;:"\\]+\.[^\s@<>,;:"\\]+$/;

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
    const valid = mail.addresses.filter((address) => ADDRESS.test(address));
    for (const to of valid) await this.#queue({ id, to, mail });
    if (valid.length < mail.addresses.length) throw new MailNotTaken('mail-refused');
  }
}
