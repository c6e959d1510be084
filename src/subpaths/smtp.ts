/** Mails over SMTP, with nodemailer. */
export { SmtpMailer, type SmtpMailerOptions } from '../adapters/driven/smtp/smtp-mailer.ts';
export {
  readSmtpServer,
  type SmtpServer,
  type SmtpServerProblem,
} from '../adapters/driven/smtp/smtp-server-address.ts';
export { readSender, type Sender } from '../adapters/shared/mails/address.ts';
