import { type Mail, type Mailer, MailNotTaken } from '../../../application/ports/mailer.ts';
import type { ScheduleClock } from '../../../application/ports/schedule-clock.ts';
import { readMailAddress, type Sender } from '../../shared/mails/address.ts';
import { messageOf } from '../../shared/mails/message.ts';
import { mustBeInstalled } from '../../shared/optional-packages/optional-packages.ts';
import { handOver, type Line } from './handing-over.ts';
import type { SmtpServer } from './smtp-server-address.ts';

export interface SmtpMailerOptions {
  readonly server: SmtpServer;
  readonly from: Sender;
  readonly clock: Pick<ScheduleClock, 'now'>;
  /** Certificates in PEM of authorities that are trusted besides the public ones. */
  readonly furtherAuthorities?: readonly string[];
  /** Milliseconds that the mail server may be silent. */
  readonly patience?: number;
}

const PATIENCE = 30_000;

/** Milliseconds for one mail where the caller sets no end. */
const LONGEST = 60_000;

/** As many mails are remembered that one of their addresses has got. */
const REMEMBERED = 1_000;

/** Hands mails over to one mail server, each on a connection of its own. */
export class SmtpMailer implements Mailer {
  readonly #line: Line;
  readonly #from: Sender;
  readonly #clock: Pick<ScheduleClock, 'now'>;
  /** By key: what was taken for one address while another was refused, and is not sent there with every try. */
  readonly #takenInPart = new Map<string, Set<string>>();

  /** @throws {PackageMissing} where nodemailer is not installed */
  constructor(options: SmtpMailerOptions) {
    mustBeInstalled('nodemailer');
    const { server, furtherAuthorities = [], patience = PATIENCE } = options;
    this.#line = { server, furtherAuthorities, patience };
    this.#from = options.from;
    this.#clock = options.clock;
  }

  async send(mail: Mail, signal: AbortSignal = AbortSignal.timeout(LONGEST)): Promise<void> {
    const taken = this.#takenInPart.get(mail.key) ?? new Set<string>();
    const open = mail.addresses.filter((address) => !taken.has(address));
    // At once: an address that makes the server slow does not cost the other its mail.
    const outcomes = await Promise.allSettled(open.map((address) => this.#sendTo(mail, address, signal)));
    this.#takenInPart.delete(mail.key);
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed === undefined) return;
    for (const [index, address] of open.entries()) if (outcomes[index]?.status === 'fulfilled') taken.add(address);
    this.#remember(mail.key, taken);
    throw failed.reason;
  }

  async #sendTo(mail: Mail, address: string, signal: AbortSignal): Promise<void> {
    const to = readMailAddress(address);
    if (to === undefined) throw new MailNotTaken('mail-refused');
    const sentAt = new Date(this.#clock.now().epochMilliseconds);
    const message = await messageOf(mail, { from: this.#from, to, sentAt });
    await handOver(this.#line, { from: this.#from.address, to, message }, signal);
  }

  #remember(key: string, taken: Set<string>): void {
    if (taken.size === 0) return;
    this.#takenInPart.set(key, taken);
    const [oldest] = this.#takenInPart.keys();
    if (this.#takenInPart.size > REMEMBERED && oldest !== undefined) this.#takenInPart.delete(oldest);
  }
}
