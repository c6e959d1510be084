import { type ChangeMail, type Mailer, MailNotTaken } from '../../../application/ports/mailer.ts';

/** Keeps what was sent; refuses as long as it is told to. */
export class InMemoryMailer implements Mailer {
  readonly sent: ChangeMail[] = [];
  /** What the next mails meet, null for a server that takes them. */
  refusal: MailNotTaken['code'] | null = null;

  async send(mail: ChangeMail): Promise<void> {
    if (this.refusal !== null) throw new MailNotTaken(this.refusal);
    this.sent.push(mail);
  }
}
