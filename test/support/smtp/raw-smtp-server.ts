import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface RawSmtpServer {
  readonly port: number;
  /** What clients said, line by line. */
  readonly lines: readonly string[];
  /** Connections that are open now. */
  readonly open: () => number;
  close(): Promise<void>;
}

/** Says something when a client connects, and after each of its lines; undefined closes the connection. */
export type Script = (line: string | 'connected', say: (text: string) => void) => string | undefined;

/** A server in plain text on loopback that may break every rule of SMTP. */
export const startRawSmtpServer = async (script: Script): Promise<RawSmtpServer> => {
  const lines: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    const answer = (line: string): void => {
      const reply = script(line, (text) => socket.write(text));
      if (reply === undefined) socket.destroy();
      else socket.write(reply);
    };
    let rest = '';
    socket.on('data', (chunk) => {
      const [...whole] = `${rest}${chunk.toString('latin1')}`.split('\r\n');
      rest = whole.pop() ?? '';
      for (const line of whole) {
        lines.push(line);
        if (!socket.destroyed) answer(line);
      }
    });
    answer('connected');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    lines,
    open: () => sockets.size,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
};

/** Answers as a server does that takes everything, up to the line that `until` matches. */
export const politelyUntil =
  (until: RegExp, then: Script): Script =>
  (line, say) => {
    if (until.test(line)) return then(line, say);
    if (line === 'connected') return '220 ready\r\n';
    if (line.startsWith('EHLO')) return '250-here\r\n250 8BITMIME\r\n';
    if (line === 'DATA') return '354 go on\r\n';
    return /^(?:MAIL|RCPT|RSET|NOOP|QUIT|\.$)/.test(line) ? '250 ok\r\n' : '';
  };
