import type { InMemoryMailer } from '../../../src/adapters/driven/in-memory/mailer.ts';
import { type Mail, type Mailer, MailNotTaken } from '../../../src/application/ports/mailer.ts';
import type { Fault } from '../world/faults.ts';
import type { Weather } from '../world/weather.ts';
import type { Seam } from './seam.ts';

export interface MailServer {
  readonly inner: InMemoryMailer;
  readonly weather: Weather;
  readonly isUp: boolean;
  readonly aboutOf: (mail: Mail) => string | undefined;
  /** In the mailbox, whatever the sender hears of it. */
  readonly delivered: (address: string, mail: Mail) => void;
}

const AT_A_MAIL = [
  'mail server unavailable',
  'mail refused',
  'mail server never answers',
  'mail taken, answer lost',
] as const satisfies readonly Fault[];

/** The mail server as one process reaches it. */
export class MailerOnLine implements Mailer {
  readonly #server: MailServer;
  readonly #seam: Seam;

  constructor(server: MailServer, seam: Seam) {
    this.#server = server;
    this.#seam = seam;
  }

  send(mail: Mail, signal?: AbortSignal): Promise<void> {
    const detail = `${mail.key} ${mail.addresses.join(' ')}`;
    const effect = () => this.#take(mail, signal);
    return this.#seam.call({ name: 'mailer.send', about: this.#server.aboutOf(mail), detail, effect });
  }

  async #take(mail: Mail, signal: AbortSignal | undefined): Promise<void> {
    const { weather, inner } = this.#server;
    if (!this.#server.isUp) throw new MailNotTaken('mail-server-unavailable');
    const fault = weather.strike(AT_A_MAIL);
    if (fault === 'mail server unavailable') throw new MailNotTaken('mail-server-unavailable');
    if (fault === 'mail refused') throw new MailNotTaken('mail-refused');
    if (fault === 'mail server never answers') {
      await aborted(signal);
      throw new MailNotTaken('mail-server-unavailable');
    }
    const before = inner.delivered.length;
    try {
      await inner.send(mail, signal);
    } finally {
      for (const { address } of inner.delivered.splice(before)) this.#server.delivered(address, mail);
    }
    if (fault !== undefined) throw new MailNotTaken('mail-server-unavailable');
  }
}

const aborted = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted === true) resolve();
    else signal?.addEventListener('abort', () => resolve(), { once: true });
  });
