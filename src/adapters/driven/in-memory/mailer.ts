import { type Mail, type Mailer, MailNotTaken } from '../../../application/ports/mailer.ts';
import { readMailAddress } from '../../shared/mails/address.ts';

/** A mail as one mailbox got it. */
export interface DeliveredMail {
  readonly address: string;
  readonly mail: Mail;
}

/** Keeps what was sent; refuses as long as it is told to, and takes no address that a real one would not. */
export class InMemoryMailer implements Mailer {
  readonly delivered: DeliveredMail[] = [];
  /** What the next mails meet, null for a server that takes them. */
  refusal: MailNotTaken['code'] | null = null;

  /** The mails that were taken, one for each address that got it. */
  get sent(): readonly Mail[] {
    return this.delivered.map(({ mail }) => mail);
  }

  async send(mail: Mail, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted === true) throw new MailNotTaken('mail-server-unavailable');
    if (this.refusal !== null) throw new MailNotTaken(this.refusal);
    const valid = mail.addresses.filter((address) => readMailAddress(address) !== undefined);
    for (const address of valid) this.delivered.push({ address, mail });
    if (valid.length < mail.addresses.length) throw new MailNotTaken('mail-refused');
  }
}
