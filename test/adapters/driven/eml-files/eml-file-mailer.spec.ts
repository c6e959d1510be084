import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EmlFileMailer } from '../../../../src/adapters/driven/eml-files/eml-file-mailer.ts';
import { MailNotTaken } from '../../../../src/application/ports/mailer.ts';
import { aMail } from '../../../builders/mail.ts';
import { aSender } from '../../../builders/sender.ts';
import { mailerContract } from '../../../contracts/mailer.contract.ts';
import { header } from '../../../support/smtp/header.ts';

const clock = { now: () => Temporal.Instant.from('2026-11-24T23:31:00Z') };

const outbox = () => {
  const parent = mkdtempSync(join(tmpdir(), 'planning-backup-outbox-'));
  const directory = join(parent, 'outbox');
  return {
    directory,
    mailer: new EmlFileMailer({ directory, from: aSender(), clock }),
    messages: (): readonly string[] =>
      existsSync(directory) && statSync(directory).isDirectory()
        ? readdirSync(directory).map((name) => readFileSync(join(directory, name), 'utf8'))
        : [],
    remove: () => rmSync(parent, { recursive: true, force: true }),
  };
};

mailerContract(
  'files',
  async () => {
    const box = outbox();
    return {
      mailer: box.mailer,
      delivered: async () =>
        box.messages().map((message) => ({
          address: /<(.*)>$/.exec(header(message, 'To') ?? '')?.[1] ?? '',
          id: header(message, 'Message-ID') ?? '',
        })),
      // A file where the folder should be: neither root nor anybody else can write into it.
      refuse: (code) => {
        if (code === null) rmSync(box.directory);
        else writeFileSync(box.directory, '');
      },
      close: async () => box.remove(),
    };
  },
  {
    skip: [
      {
        test: 'says that a mail was refused, and sends when it no longer is',
        reason: 'a folder refuses no valid mail',
      },
    ],
  },
);

describe('mails in files', () => {
  let box: ReturnType<typeof outbox>;
  beforeEach(() => {
    box = outbox();
  });
  afterEach(() => box.remove());

  it('are named by moment and recipient, and are one file however often they are written', async () => {
    await box.mailer.send(aMail());
    await box.mailer.send(aMail());
    expect(readdirSync(box.directory)).toEqual([expect.stringMatching(/^2026-11-24T233000Z-ben-[0-9a-f]{12}\.eml$/)]);
  });

  it('stay in their folder, whatever the recipient’s id', async () => {
    const recipient = { ...aMail().recipient, id: `../../${'é/'.repeat(100)}` };
    await box.mailer.send(aMail({ key: 'other', recipient }));
    const [name = ''] = readdirSync(box.directory);
    expect(name).toMatch(/^2026-11-24T233000Z-_{6}[_]{34}-[0-9a-f]{12}\.eml$/);
  });

  it('are their owner’s alone', async () => {
    await box.mailer.send(aMail());
    const [name = ''] = readdirSync(box.directory);
    expect(statSync(box.directory).mode & 0o777).toBe(0o700);
    expect(statSync(join(box.directory, name)).mode & 0o777).toBe(0o600);
  });

  it('leave no half file under their name', async () => {
    await box.mailer.send(aMail());
    const [name = ''] = readdirSync(box.directory);
    rmSync(join(box.directory, name));
    // A folder of that name lets no rename replace it.
    const { mkdirSync } = await import('node:fs');
    mkdirSync(join(box.directory, name));
    chmodSync(join(box.directory, name), 0o700);
    await expect(box.mailer.send(aMail())).rejects.toBeInstanceOf(MailNotTaken);
    expect(readdirSync(box.directory)).toEqual([name]);
  });
});
