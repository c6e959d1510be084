import type { Mail } from '../../../application/ports/mailer.ts';
import { contentOf } from './content.ts';
import { harmlessName } from './harmless-text.ts';
import { htmlPart } from './html-part.ts';
import { textPart } from './text-part.ts';

/** What one recipient is told, in their language: all that a message says, and nothing of how it travels. */
export interface MailText {
  /** One line. */
  readonly subject: string;
  readonly text: string;
  /** A whole page, which fetches nothing and links nowhere. */
  readonly html: string;
  /** One line, to stand beside the address. */
  readonly recipientName: string;
}

export const mailText = (mail: Mail): MailText => {
  const content = contentOf(mail);
  return {
    subject: content.subject,
    text: textPart(content),
    html: htmlPart(content, mail.recipient.locale),
    recipientName: harmlessName(mail.recipient.name),
  };
};
