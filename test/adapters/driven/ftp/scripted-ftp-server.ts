import type { Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import { type Listener, listen } from '../../shared/guarded-network/loopback.ts';
import type { TestCertificate } from './certificates.ts';

/** What a session answers to one command; undefined leaves it to the ordinary answers. */
export type Script = (command: string, session: ScriptedSession) => string | undefined;

export interface ScriptedSession {
  /** Sends a line of its own. */
  say(line: string): void;
  isOver(): boolean;
}

export interface ScriptedFtpOptions {
  readonly tlsMode?: 'none' | 'explicit' | 'implicit';
  readonly certificate?: TestCertificate;
  /** Where it differs, the data connection shows this one. */
  readonly dataCertificate?: TestCertificate;
  /** Lines, one every 30 ms. */
  readonly greeting?: readonly string[];
  readonly script?: Script;
}

export interface ScriptedFtpServer extends Listener {
  /** Every command as the server read it, behind its own TLS. */
  readonly commands: readonly string[];
  /** Every byte of data that came in, one entry a transfer. */
  readonly received: readonly Buffer[];
  readonly files: Map<string, number>;
}

const PASSWORD = 'Pä:@/%#? geheim';
export const SCRIPTED_LOGIN = { user: 'redaktion', password: PASSWORD };

/** A server on loopback that keeps what it hears and says what a test wants. */
export const scriptedFtpServer = async (options: ScriptedFtpOptions = {}): Promise<ScriptedFtpServer> => {
  const { tlsMode = 'none', certificate, greeting = ['220 Ready'], script = () => undefined } = options;
  const commands: string[] = [];
  const received: Buffer[] = [];
  const files = new Map<string, number>();
  const dataListeners: Listener[] = [];
  const encrypted = (socket: Socket, shown = certificate): TLSSocket => {
    const tls = new TLSSocket(socket, { isServer: true, secureContext: createSecureContext(shown) });
    tls.on('error', () => {});
    return tls;
  };

  const converse = (first: Socket): void => {
    let socket: Socket = tlsMode === 'implicit' ? encrypted(first) : first;
    let renaming = '';
    let data: Promise<Socket> | undefined;
    let isProtected = false;
    const session: ScriptedSession = {
      say: (line) => void socket.write(`${line}\r\n`),
      isOver: () => socket.destroyed,
    };
    const passive = async (): Promise<number> => {
      let arrived: (socket: Socket) => void = () => {};
      data = new Promise((resolve) => {
        arrived = resolve;
      });
      const listener = await listen((raw) => arrived(raw));
      dataListeners.push(listener);
      return listener.port;
    };
    const store = async (name: string): Promise<void> => {
      session.say('150 Go on');
      const raw = await data;
      if (raw === undefined) return session.say('425 No data connection');
      const stream = isProtected ? encrypted(raw, options.dataCertificate ?? certificate) : raw;
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      await new Promise((resolve) => stream.on('close', resolve).on('end', resolve));
      const bytes = Buffer.concat(chunks);
      received.push(bytes);
      files.set(name, bytes.length);
      session.say('226 Done');
    };
    const answer = async (line: string): Promise<string | undefined> => {
      const [verb = '', ...rest] = line.split(' ');
      const name = rest.join(' ');
      switch (verb) {
        case 'USER':
          return '331 And the password';
        case 'PASS':
          return name === PASSWORD ? '230 In' : '530 No';
        case 'SIZE':
          return files.has(name) ? `213 ${files.get(name)}` : '550 None';
        case 'DELE':
          return files.delete(name) ? '250 Gone' : '550 None';
        case 'RNFR':
          renaming = name;
          return files.has(name) ? '350 To what' : '550 None';
        case 'RNTO':
          files.set(name, files.get(renaming) ?? 0);
          files.delete(renaming);
          return '250 Renamed';
        case 'EPSV':
          return `229 Here (|||${await passive()}|)`;
        case 'PASV': {
          const port = await passive();
          return `227 Here (127,0,0,1,${port >> 8},${port & 255})`;
        }
        case 'PROT':
          isProtected = true;
          return '200 Protected';
        case 'STOR':
          return void store(name);
        case 'QUIT':
          return '221 Bye';
      }
      return '200 Well';
    };
    let rest = '';
    let queue = Promise.resolve();
    const hear = (): void => {
      socket.on('data', (chunk: Buffer) => {
        rest += chunk.toString('utf8');
        const lines = rest.split('\r\n');
        rest = lines.pop() ?? '';
        for (const line of lines) queue = queue.then(() => obey(line));
      });
    };
    const obey = async (line: string): Promise<void> => {
      commands.push(line);
      const scripted = script(line, session);
      if (scripted !== undefined) return scripted === '' ? undefined : session.say(scripted);
      if (line === 'AUTH TLS') {
        if (tlsMode !== 'explicit') return session.say('500 What');
        session.say('234 Do');
        socket.removeAllListeners('data');
        socket = encrypted(socket);
        return hear();
      }
      const reply = await answer(line);
      if (reply !== undefined) session.say(reply);
    };
    hear();
    for (const [index, line] of greeting.entries()) setTimeout(() => session.say(line), index * 30);
  };

  const listener = await listen(converse);
  return {
    ...listener,
    commands,
    received,
    files,
    close: async () => {
      await listener.close();
      for (const one of dataListeners) await one.close();
    },
  };
};
