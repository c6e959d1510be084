import { describe, expect, it } from 'vitest';
import { mailText } from '../../../../src/adapters/shared/mails/mail-text.ts';
import { aHealthMail, aMail } from '../../../builders/mail.ts';

const of = (changes: Parameters<typeof aMail>[0]) => mailText(aMail(changes));
const recipient = { id: 'ben', name: 'Ben Okafor', email: 'ben@abendblatt.example', locale: 'en' } as const;

describe("a mail's text, for a mailer of a host's own", () => {
  it.each([aMail(), aHealthMail()])("is in the recipient's language: $kind", (mail) => {
    const [german, english] = (['de', 'en'] as const).map((locale) =>
      mailText({ ...mail, recipient: { ...recipient, locale } }),
    );
    expect(german?.text).toMatch(/^Guten Tag Ben Okafor,/);
    expect(english?.text).toMatch(/^Hello Ben Okafor,/);
    expect(german?.html).toContain('<html lang="de"');
    expect(english?.html).toContain('<html lang="en"');
    expect(german?.subject).not.toBe(english?.subject);
  });

  it('has names that make no header and no markup', () => {
    const name = 'Eve\r\nBcc: evil@evil.example <b>';
    const { subject, recipientName, html } = of({ organisationName: name, recipient: { ...recipient, name } });
    for (const line of [subject, recipientName]) {
      expect(line).not.toMatch(/[\r\n]/);
      expect(line).toContain('Eve Bcc');
    }
    expect(html).not.toContain('<b>');
    expect(html).toContain('&lt;b&gt;');
  });
});
