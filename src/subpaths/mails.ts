/** Mails in words, German and English, and addresses that are only that, for a mailer of a host's own. */
export { type MailAddress, readMailAddress, readSender, type Sender } from '../adapters/shared/mails/address.ts';
export { type MailText, mailText } from '../adapters/shared/mails/mail-text.ts';
export { messageIdOf } from '../adapters/shared/mails/message.ts';
