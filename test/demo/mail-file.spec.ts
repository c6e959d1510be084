import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newestMailTo, readMail } from '../../demo/stage/mail-file.ts';
import { EmlFileMailer } from '../../src/adapters/driven/eml-files/eml-file-mailer.ts';
import { contentOf } from '../../src/adapters/shared/mails/content.ts';
import { textPart } from '../../src/adapters/shared/mails/text-part.ts';
import { aMail } from '../builders/mail.ts';
import { aSender } from '../builders/sender.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'demo-mail-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const write = (mail: ReturnType<typeof aMail>): Promise<void> => {
  const clock = { now: () => Temporal.Instant.from('2026-11-24T23:31:00Z') };
  return new EmlFileMailer({ directory, from: aSender(), clock }).send(mail);
};

describe('a mail of the demo', () => {
  it.each(['de', 'en'] as const)('is read as it was written, in %s', async (locale) => {
    const mail = aMail();
    const written = { ...mail, recipient: { ...mail.recipient, id: 'ibrahim', name: 'İbrahim Yıldız', locale } };
    await write(written);
    const content = contentOf(written);
    const { subject, lines } = await newestMailTo(directory, 'ibrahim');
    expect(subject).toBe(content.subject);
    expect(lines).toEqual(textPart(content).trim().split('\n'));
  });

  it('has a subject of several encoded words, and a text in base64', () => {
    const base64 = (text: string): string => Buffer.from(text).toString('base64');
    const message = [
      'Subject: =?UTF-8?Q?Gro=C3=9Fe_?=',
      ` =?UTF-8?B?${base64('Änderung')}?= heute`,
      'Content-Type: multipart/alternative; boundary="x"',
      '',
      '--x',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      base64('Grüße\r\nzwei'),
      '--x--',
    ].join('\r\n');
    expect(readMail(message)).toEqual({ subject: 'Große Änderung heute', lines: ['Grüße', 'zwei'] });
  });

  it('without a text part is none', () => {
    expect(() => readMail('Subject: x\r\n\r\nbody')).toThrow('no text part');
  });
});
