import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { HttpHeartbeat, readHeartbeatUrl } from '../../../../src/adapters/driven/heartbeat-url/http-heartbeat.ts';
import { Secret } from '../../../../src/application/secret.ts';

const TOKEN = 'kanarienvogel-7';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

const asked: string[] = [];

const beating = async (listener: RequestListener): Promise<HttpHeartbeat> => {
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    listener(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return new HttpHeartbeat({ url: new Secret(`http://127.0.0.1:${port}/ping/${TOKEN}`), deadline: 300 });
};

const rejection = (heartbeat: HttpHeartbeat): Promise<unknown> =>
  heartbeat.beat().then(
    () => 'taken',
    (error: unknown) => error,
  );

describe('a heartbeat by HTTP', () => {
  it('is one GET, and taken with any 2xx', async () => {
    asked.length = 0;
    const heartbeat = await beating((_, response) => response.writeHead(204).end());
    await heartbeat.beat();
    expect(asked).toEqual([`GET /ping/${TOKEN}`]);
  });

  it.each<[string, RequestListener]>([
    ['an error', (_, response) => response.writeHead(500).end()],
    ['a redirection, which is not followed', (_, response) => response.writeHead(302, { Location: '/login' }).end()],
  ])('is refused by %s', async (_, listener) => {
    asked.length = 0;
    expect(await rejection(await beating(listener))).toMatchObject({ name: 'HeartbeatNotTaken', code: 'refused' });
    expect(asked).toHaveLength(1);
  });

  it('has no answer in time where nothing comes', async () => {
    expect(await rejection(await beating(() => undefined))).toMatchObject({ code: 'no-answer' });
  });

  it('does not read what is answered, however much it is', async () => {
    const heartbeat = await beating((_, response) => {
      const flood = setInterval(() => response.write('x'.repeat(65_536)), 1);
      response.on('close', () => clearInterval(flood));
    });
    await heartbeat.beat();
  });

  it('is unreachable where nobody listens, and its error names no address', async () => {
    const heartbeat = await beating(() => undefined);
    servers.splice(0)[0]?.close();
    const error = await rejection(heartbeat);
    expect(error).toMatchObject({ code: 'unreachable' });
    expect(`${JSON.stringify(error)} ${(error as Error).stack}`).not.toContain(TOKEN);
    expect((error as Error).cause).toBeUndefined();
  });
});

describe('a heartbeat URL', () => {
  it.each(['https://hc.example/ping/1?token=2', 'http://127.0.0.1:8080/'])('is %s', (text) => {
    expect(readHeartbeatUrl(text)?.reveal()).toBe(text);
    expect(String(readHeartbeatUrl(text))).toBe('***');
  });

  it.each([
    '',
    'hc.example',
    'ftp://hc.example',
    'file:///etc/passwd',
    'javascript:1',
    'https://u:p@hc.example/',
    'http://',
  ])('is not %j', (text) => expect(readHeartbeatUrl(text)).toBeUndefined());
});
