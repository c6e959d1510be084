import { rootCertificates } from 'node:tls';
import type SmtpConnection from 'nodemailer/lib/smtp-connection';
import { MailNotTaken } from '../../../application/ports/mailer.ts';
import type { SmtpServer } from './smtp-server-address.ts';

/** One message to one address. */
export interface Handover {
  readonly from: string;
  readonly to: string;
  readonly message: Buffer;
}

export interface Line {
  readonly server: SmtpServer;
  /** Certificates in PEM of authorities that are trusted besides the public ones. */
  readonly furtherAuthorities: readonly string[];
  /** Milliseconds that a server may be silent. */
  readonly patience: number;
}

/** Milliseconds that the server gets for its goodbye, after it has taken the mail. */
const GOODBYE = 1_000;

/**
 * One connection for one message; resolves when the server has taken responsibility for it (RFC 5321, 4.2.5), and
 * closes at once when the signal aborts. Rejects with {@link MailNotTaken}, which says nothing of what the server said.
 */
export const handOver = async (line: Line, handover: Handover, signal: AbortSignal): Promise<void> => {
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  if (signal.aborted) throw new MailNotTaken('mail-server-unavailable');
  const connection = new Connection(optionsFor(line));
  // A broken connection reaches no callback of a command that was not sent yet.
  const broken = new Promise<never>((_, reject) => {
    connection.on('error', reject);
    connection.once('end', () => reject(new Error('ended')));
    signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
  });
  try {
    await Promise.race([broken, converse(connection, line.server, handover)]);
  } catch (error) {
    connection.close();
    throw error instanceof MailNotTaken ? error : new MailNotTaken('mail-server-unavailable');
  }
  const goodbye = setTimeout(() => connection.close(), GOODBYE);
  connection.once('end', () => clearTimeout(goodbye));
  connection.quit();
};

const optionsFor = ({ server, furtherAuthorities, patience }: Line): SmtpConnection.Options => ({
  host: server.host,
  port: server.port,
  secure: server.tls === 'implicit',
  requireTLS: server.tls === 'starttls',
  ignoreTLS: server.tls === 'none',
  connectionTimeout: patience,
  greetingTimeout: patience,
  dnsTimeout: patience,
  socketTimeout: patience,
  socketCloseTimeout: 0,
  tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2', ...authorities(furtherAuthorities) },
});

const converse = async (connection: SmtpConnection, server: SmtpServer, handover: Handover): Promise<void> => {
  await step((done) => connection.connect(done));
  const { login } = server;
  if (login !== null) await step((done) => connection.login({ user: login.user, pass: login.password.reveal() }, done));
  const { from, to, message } = handover;
  try {
    await step((done) => connection.send({ from, to }, message, done));
  } catch (error) {
    throw new MailNotTaken(isForGood(error) ? 'mail-refused' : 'mail-server-unavailable');
  }
};

const step = (begin: (done: (error?: Error | null) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    begin((error) => (error ? reject(error) : resolve()));
  });

/** RFC 5321, 4.2.1: a reply of 5yz is a permanent no. */
const isForGood = (error: unknown): boolean => {
  const code = (error as { readonly responseCode?: unknown }).responseCode;
  return typeof code === 'number' && code >= 500 && code < 600;
};

const authorities = (further: readonly string[]): { readonly ca?: string[] } =>
  further.length === 0 ? {} : { ca: [...rootCertificates, ...further] };
