import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Mail, type Mailer, MailNotTaken } from '../../../application/ports/mailer.ts';
import type { ScheduleClock } from '../../../application/ports/schedule-clock.ts';
import { type MailAddress, readMailAddress, type Sender } from '../../shared/mails/address.ts';
import { messageOf } from '../../shared/mails/message.ts';

export interface EmlFileMailerOptions {
  /** Made when the first mail is written; its owner's alone. */
  readonly directory: string;
  readonly from: Sender;
  readonly clock: Pick<ScheduleClock, 'now'>;
}

const OWNER_ONLY = { directory: 0o700, file: 0o600 } as const;
const LONGEST_NAME = 40;
const HASH_LENGTH = 12;

/**
 * Writes each mail to a file, for where no mail server is set: every mail program opens it. The same mail written
 * twice is one file.
 */
export class EmlFileMailer implements Mailer {
  readonly #options: EmlFileMailerOptions;

  constructor(options: EmlFileMailerOptions) {
    this.#options = options;
  }

  async send(mail: Mail, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted === true) throw new MailNotTaken('mail-server-unavailable');
    const addresses = mail.addresses.map(readMailAddress);
    for (const address of addresses) if (address !== undefined) await this.#write(mail, address);
    if (addresses.includes(undefined)) throw new MailNotTaken('mail-refused');
  }

  async #write(mail: Mail, to: MailAddress): Promise<void> {
    const { directory, from, clock } = this.#options;
    const sentAt = new Date(clock.now().epochMilliseconds);
    const message = await messageOf(mail, { from, to, sentAt });
    const path = join(directory, fileName(mail, to));
    try {
      await mkdir(directory, { recursive: true, mode: OWNER_ONLY.directory });
      await writeWhole(path, message);
    } catch {
      // Disk full, no permission: there is no mail server here, and this is what stands for it.
      throw new MailNotTaken('mail-server-unavailable');
    }
  }
}

/** Under its name there is a whole mail or none, also after a crash. */
const writeWhole = async (path: string, bytes: Buffer): Promise<void> => {
  const part = `${path}.part`;
  const file = await open(part, 'w', OWNER_ONLY.file);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, path).catch(async (error: unknown) => {
    await rm(part, { force: true });
    throw error;
  });
};

/** In the order of the changes, with a name to look for; the same in every try. */
const fileName = ({ key, occurredAt, recipient }: Mail, to: MailAddress): string => {
  const moment = `${occurredAt.slice(0, 'YYYY-MM-DDTHH:MM:SS'.length).replaceAll(':', '')}Z`;
  const name = recipient.id.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, LONGEST_NAME);
  const hash = createHash('sha256')
    .update(JSON.stringify([key, to]))
    .digest('hex')
    .slice(0, HASH_LENGTH);
  return `${moment}-${name}-${hash}.eml`;
};
