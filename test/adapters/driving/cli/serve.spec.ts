import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { Machine, SIGN_IN_LINK } from './call.ts';

const PLANS = tmpdir();

/** `serve` runs until it is interrupted. */
const served = async (line: string) => {
  const machine = new Machine();
  const interrupted = new AbortController();
  setTimeout(() => interrupted.abort(), 20);
  const called = await machine.call(`serve --plans ${PLANS} ${line}`.trim(), '', interrupted.signal);
  return { machine, ...called };
};

describe('serve', () => {
  it('says where, and ends what it began when it is interrupted', async () => {
    const { machine, exit, out } = await served('');
    expect(exit).toBe('interrupted');
    expect(out).toContain('http://127.0.0.1:8787/');
    expect(machine.served).toMatchObject([{ plan: { folder: PLANS }, port: 8787, trustedProxy: null }]);
    expect(machine.open).toBe(0);
  });

  it('takes a port and a trusted proxy', async () => {
    const { machine } = await served('--port 0 --trusted-user-header X-User --trusted-proxy 10.0.0.0/8');
    expect(machine.served).toMatchObject([{ port: 0, trustedProxy: { header: 'X-User', networks: ['10.0.0.0/8'] } }]);
  });

  it.each<[string, string, string]>([
    ['--port 70000', 'PortMalformed', 'port'],
    ['--port x', 'PortMalformed', 'port'],
    ['--trusted-user-header X-User', 'TrustedProxyIncomplete', 'proxy'],
    ['--trusted-proxy 10.0.0.0/8', 'TrustedProxyIncomplete', 'header'],
    ['--trusted-user-header X:User --trusted-proxy 10.0.0.0/8', 'HeaderMalformed', 'header'],
    ['--trusted-user-header X-User --trusted-proxy everybody', 'NetworkMalformed', 'network'],
    ['--allow-network everybody', 'NetworkMalformed', 'network'],
  ])('is refused: %s', async (line, code) => {
    for (const lang of ['de', 'en']) {
      const { machine, exit, out } = await served(`${line} --lang ${lang} --json`);
      expect([exit, JSON.parse(out).error.code]).toEqual([2, code]);
      expect(machine.served).toEqual([]);
    }
  });

  it('is refused where there is no such folder', async () => {
    const machine = new Machine();
    const { exit, err } = await machine.call('serve --plans /nowhere/at/all');
    expect([exit, machine.served]).toEqual([2, []]);
    expect(err).toContain('/nowhere/at/all');
  });
});

describe('sign-in', () => {
  it('gives a link to the page that is served', async () => {
    const machine = new Machine();
    await machine.setUp();
    machine.served.push({} as never);
    const { exit, out, err } = await machine.call('sign-in --plan plan.json --actor anna');
    expect([exit, out]).toEqual([0, `${SIGN_IN_LINK.url}\n`]);
    expect(err).toContain('within 10 minutes');
    const document = await machine.call('sign-in --plan plan.json --actor anna --json');
    expect(JSON.parse(document.out)).toEqual({ outcome: 'link', ...SIGN_IN_LINK });
  });

  it.each([
    ['nobody serves', 'anna', 1, 'NobodyServes'],
    ['the actor is no administrator', 'zoe', 2, 'ActorNotAnAdministrator'],
  ])('is refused where %s', async (_, actor, exitCode, code) => {
    const { exit, out } = await new Machine().call(`sign-in --plan plan.json --actor ${actor} --json`);
    expect([exit, JSON.parse(out).error.code]).toEqual([exitCode, code]);
  });
});
