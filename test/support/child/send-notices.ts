import { readFileSync } from 'node:fs';
import { SmtpMailer } from '../../../src/adapters/driven/smtp/smtp-mailer.ts';
import { readSmtpServer } from '../../../src/adapters/driven/smtp/smtp-server-address.ts';
import type { Mailer } from '../../../src/application/ports/mailer.ts';
import type { Organisation } from '../../../src/application/ports/organisation-directory.ts';
import { aSender } from '../../builders/sender.ts';
import { valid } from '../../builders/valid.ts';
import { newsroomOnDisk } from '../newsroom-on-disk.ts';
import { quickClock } from '../quick-clock.ts';

/**
 * `node --import tsx send-notices.ts FOLDER SMTP-URL AUTHORITY-FILE ORGANISATION-JSON TIMES`: a worker that prints
 * the key of each mail when it begins to hand it over, until it is killed.
 */
const [folder = '', url = '', authority = '', organisation = '', times = ''] = process.argv.slice(2);
const clock = quickClock(Number(times));
const furtherAuthorities = [readFileSync(authority, 'utf8')];
const smtp = new SmtpMailer({ server: valid(readSmtpServer(url)), from: aSender(), clock, furtherAuthorities });
const mailer: Mailer = {
  send: (mail, signal) => {
    process.stdout.write(`${mail.key}\n`);
    return smtp.send(mail, signal);
  },
};
const options = { organisation: JSON.parse(organisation) as Organisation, mailer, clock };
const { notifying } = newsroomOnDisk(folder, options);
await notifying.run(new AbortController().signal);
