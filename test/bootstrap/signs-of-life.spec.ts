import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Connection from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCommandLine } from '../../src/adapters/driving/cli/command-line.ts';
import type { Working } from '../../src/adapters/driving/cli/installation.ts';
import { HeartbeatUrlUnusable, PortUnusable } from '../../src/adapters/driving/cli/unusable.ts';
import { AllowedNetworks } from '../../src/adapters/shared/guarded-network/allowed-networks.ts';
import { Secret } from '../../src/application/secret.ts';
import { embedded } from '../../src/bootstrap/embedded.ts';

vi.setConfig({ testTimeout: 60_000 });

const CHILD = fileURLToPath(new URL('../support/child/signs-of-life.ts', import.meta.url));

/** A minute is a third of a second. */
const TIMES = 180;
const MINUTE = 60_000 / TIMES;

let folder: string;
let watcher: Server;
let url: string;
let beats: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'planning-backup-alive-'));
  mkdirSync(join(folder, 'plans'));
  beats = 0;
  watcher = createServer((_, response) => {
    beats += 1;
    response.end('ok');
  });
  await new Promise<void>((resolve) => watcher.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(watcher.address() as AddressInfo).port}/ping/token`;
});

afterEach(() => {
  watcher.close();
  watcher.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

const beatsIn = async (milliseconds: number): Promise<number> => {
  const before = beats;
  await pass(milliseconds);
  return beats - before;
};

const untilBeats = (): Promise<void> => {
  const before = beats;
  return vi.waitFor(() => expect(beats).toBeGreaterThan(before + 1), { timeout: 20_000 });
};

describe('a worker in a process of its own', () => {
  let child: ChildProcess;
  const store = (): string => join(folder, 'store.sqlite');
  beforeEach(async () => {
    child = spawn(process.execPath, ['--import', 'tsx', CHILD, store(), url, String(TIMES)], { stdio: 'pipe' });
    await untilBeats();
  });
  afterEach(() => void child.kill('SIGKILL'));

  it('beats no more while another process holds the store, and then again', async () => {
    const other = new Connection(store());
    other.exec('BEGIN IMMEDIATE');
    await pass(2 * MINUTE);
    expect(await beatsIn(4 * MINUTE)).toBe(0);
    other.exec('ROLLBACK');
    other.close();
    await untilBeats();
  });

  it('beats no more while its loop is blocked, and then again', async () => {
    child.stdin?.write('3000\n');
    await pass(200);
    expect(await beatsIn(2_000)).toBe(0);
    await untilBeats();
  });

  it('beats no more while it is stopped, and then again', async () => {
    child.kill('SIGSTOP');
    await pass(100);
    expect(await beatsIn(4 * MINUTE)).toBe(0);
    child.kill('SIGCONT');
    await untilBeats();
  });

  it('ends when asked to', async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(await beatsIn(2 * MINUTE)).toBe(0);
  });
});

describe('the health of a worker', () => {
  const working = (changes: { healthPort?: number; heartbeatUrl?: Secret }): Promise<Working> =>
    embedded.work({
      ...{
        dataDirectory: join(folder, 'data'),
        masterKeyFile: null,
        eventStore: null,
        auditKeyFile: null,
        smtp: null,
        mailFrom: null,
      },
      ...{ plan: { folder: join(folder, 'plans') }, allowedNetworks: AllowedNetworks.publicOnly, until: null },
      ...{ telemetry: { happened: () => undefined }, healthPort: null, heartbeatUrl: null, ...changes },
    });

  const freePort = async (): Promise<number> => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    return port;
  };

  it('is answered on its port, and goes with it', async () => {
    const healthPort = await freePort();
    const worker = await working({ healthPort, heartbeatUrl: new Secret(url) });
    const asked = (path: string) => fetch(`http://127.0.0.1:${healthPort}${path}`);
    await vi.waitFor(async () => expect((await asked('/readyz')).status).toBe(200), { timeout: 20_000 });
    const alive = await asked('/healthz');
    expect([alive.status, await alive.text(), alive.headers.get('cache-control')]).toEqual([200, 'ok\n', 'no-store']);
    expect((await asked('/')).status).toBe(404);
    await vi.waitFor(() => expect(beats).toBe(1));
    const closed = worker.close();
    expect((await asked('/readyz').catch(() => ({ status: 503 }))).status).toBe(503);
    await closed;
    await expect(asked('/healthz')).rejects.toThrow();
  });

  it('is refused on a port that is taken, and leaves nothing open', async () => {
    const healthPort = (watcher.address() as AddressInfo).port;
    await expect(working({ healthPort })).rejects.toBeInstanceOf(PortUnusable);
  });

  it('has no heart for a URL that is none, and says it without the URL', async () => {
    const heartbeatUrl = new Secret('ftp://hc.example/token');
    const error = await working({ heartbeatUrl }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(HeartbeatUrlUnusable);
    expect(String(error)).not.toContain('token');
  });

  it.each(['de', 'en'])('is a call that is wrong where the URL is, in words without it: %s', async (lang) => {
    let said = '';
    const stream = { write: (text: string) => (said += text) };
    const end = await runCommandLine(['worker', '--plans', join(folder, 'plans'), '--lang', lang], {
      installation: embedded,
      env: { PLANNING_BACKUP_DATA: join(folder, 'data'), PLANNING_BACKUP_HEARTBEAT_URL: 'https://u:token@hc.example/' },
      stdin: (async function* () {})(),
      ...{
        stdout: stream,
        stderr: stream,
        program: 'planning-backup',
        version: '1.2.3',
        signal: new AbortController().signal,
      },
    });
    expect(end).toBe(2);
    expect(said).toContain('PLANNING_BACKUP_HEARTBEAT_URL');
    expect(said).not.toContain('token');
  });
});
