import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { selfSignedCertificate } from '../../../demo/servers/self-signed-certificate.ts';

export interface ReceivedMessage {
  readonly from: string;
  /** The envelope's. */
  readonly to: readonly string[];
  readonly message: string;
  readonly user: string | null;
  readonly isEncrypted: boolean;
}

/** What the server says to a step, as SMTP's reply codes; null for yes. */
interface Replies {
  login: number | null;
  sender: number | null;
  recipient: (address: string) => number | null;
  data: number | null;
}

export interface TestSmtpServer {
  readonly port: number;
  /** The certificate, in PEM. */
  readonly authority: string;
  readonly received: ReceivedMessage[];
  readonly replies: Replies;
  /** Connections so far. */
  readonly connections: () => number;
  close(): Promise<void>;
}

export const LOGIN = { user: 'planung', password: 'Kanarienvogel:@/9' } as const;

/** What no error may carry on. */
export const SERVER_TEXT = 'Kanarienvogel says no';

const certificate = selfSignedCertificate('test', new Date());

/** A mail server on loopback that takes everything, until it is told otherwise. */
export const startSmtpServer = async (
  tls: 'implicit' | 'starttls' | 'none',
  { needsLogin = false } = {},
): Promise<TestSmtpServer> => {
  const received: ReceivedMessage[] = [];
  const replies: Replies = { login: null, sender: null, recipient: () => null, data: null };
  let connections = 0;
  const server = new SMTPServer({
    ...{ key: certificate.key, cert: certificate.cert, secure: tls === 'implicit', authOptional: !needsLogin },
    ...{
      hideSTARTTLS: tls !== 'starttls',
      allowInsecureAuth: tls === 'none',
      closeTimeout: 1,
      logger: false,
      disableReverseLookup: true,
    },
    disabledCommands: tls === 'none' ? ['STARTTLS'] : [],
    onConnect: (_, done) => {
      connections += 1;
      done();
    },
    onAuth: ({ username, password }, _, done) => {
      const isRight = username === LOGIN.user && password === LOGIN.password;
      const refused = refusal(replies.login ?? (isRight ? null : 535));
      if (refused) done(refused);
      else done(null, { user: username ?? '' });
    },
    onMailFrom: (_, __, done) => done(refusal(replies.sender)),
    onRcptTo: ({ address }, _, done) => done(refusal(replies.recipient(address))),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const refused = refusal(replies.data);
        const { mailFrom, rcptTo } = session.envelope;
        if (refused === null)
          received.push({
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map(({ address }) => address),
            message: Buffer.concat(chunks).toString('utf8'),
            user: typeof session.user === 'string' ? session.user : null,
            isEncrypted: session.secure === true,
          });
        done(refused);
      });
    },
  });
  // A client that finds the certificate wrong goes away in the middle of a handshake.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    authority: certificate.cert,
    received,
    replies,
    connections: () => connections,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
};

const refusal = (responseCode: number | null): Error | null =>
  responseCode === null ? null : Object.assign(new Error(SERVER_TEXT), { responseCode });
