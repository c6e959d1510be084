import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** An example as its script starts it. */
const start = (name: string, ...args: readonly string[]) => {
  const child = spawn(process.execPath, ['--import', 'tsx', `examples/${name}/main.ts`, ...args]);
  started.push(child);
  let said = '';
  let complained = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complained += text;
  });
  const line = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('\n')) resolve(said.split('\n')[0] ?? '');
    });
    child.once('close', () => reject(new Error(complained)));
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, said, complained }));
  return { child, line, ended };
};

describe('the examples', () => {
  it('Fastify: its own sessions, the page, and a worker; it ends when it is told to', async () => {
    const data = mkdtempSync(join(tmpdir(), 'example-'));
    const { child, line, ended } = start('fastify', '--data', data, '--port', '0');
    const signIn = new URL(await line);
    const pagePath = new URL('/security/ftp-backup', signIn);
    expect((await fetch(pagePath)).status).toBe(401);
    const signedIn = await fetch(signIn, { redirect: 'manual' });
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const shown = await fetch(pagePath, { headers: { cookie } });
    expect(shown.status).toBe(200);
    expect(shown.headers.get('cache-control')).toContain('no-store');
    expect(await shown.text()).toContain('ftp');
    const forged = await fetch(`${pagePath}/save`, {
      method: 'POST',
      headers: { cookie },
      body: new URLSearchParams(),
    });
    expect(forged.status).toBe(403);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0, complained: '' });
    expect(readdirSync(data)).toContain('planning.sqlite');
    rmSync(data, { recursive: true });
  });

  it('Express: EventStoreDB, and two workers that are well', async () => {
    const { child, line, ended } = start('express');
    const pagePath = new URL(await line);
    const shown = await fetch(pagePath);
    expect(shown.status).toBe(200);
    expect(await shown.text()).toContain('ftp');
    const alive = (await (await fetch(new URL('/alive', pagePath))).json()) as readonly object[];
    expect(alive).toHaveLength(2);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0, complained: '' });
  });

  it("own adapters: a night is delivered, and its events lie in the host's own log", async () => {
    const { code, said } = await start('own-adapters').ended;
    expect(code).toBe(0);
    expect(said).toMatch(/night: delivered\nfiles: \S+story-plan\.xlsx, \S+event-plan\.xlsx\nmails to: ben@/);
    expect(said).toMatch(/own log: \d{2}\n$/);
  });
});
