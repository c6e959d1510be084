import { tmpdir } from 'node:os';
import { FTPError } from 'basic-ftp';
import { describe, expect, it } from 'vitest';
import type { Happening } from '../../../../src/application/ports/telemetry.ts';
import { everyHappening } from '../../../support/every-happening.ts';
import { Machine, PASSWORD } from './call.ts';

const PLANS = tmpdir();
const NIGHT = { organisationId: 'abendblatt', night: '2026-11-25', attempt: 1 } as const;

describe('worker', () => {
  it('works through the nights of a folder, and ends what it began', async () => {
    const machine = new Machine();
    const { exit, out, err } = await machine.call(`worker --plans ${PLANS} --until 2026-11-25T05:00:00Z`);
    expect([exit, out, machine.open]).toEqual([0, '', 0]);
    expect(err).toContain('2026-11-25T05:00:00Z');
    expect(machine.worked).toMatchObject([{ plan: { folder: PLANS } }]);
    expect(machine.worked[0]?.until?.toString()).toBe('2026-11-25T05:00:00Z');
  });

  it.each<[string, string]>([
    ['--until tomorrow', 'InstantMalformed'],
    ['--until 2026-11-24T20:00:00Z', 'InstantOver'],
    ['--allow-network everybody', 'NetworkMalformed'],
    ['--log xml', 'ChoiceUnknown'],
    ['--health-port 65536', 'PortMalformed'],
  ])('is refused: %s', async (line, code) => {
    for (const lang of ['de', 'en']) {
      const machine = new Machine();
      const { exit, out } = await machine.call(`worker --plans ${PLANS} ${line} --lang ${lang} --json`);
      expect([exit, JSON.parse(out).error.code, machine.worked]).toEqual([2, code, []]);
    }
  });

  it.each(['de', 'en'])('names the option of a port that is none, in %s', async (lang) => {
    const { err } = await new Machine().call(`worker --plans ${PLANS} --health-port 99999 --log text --lang ${lang}`);
    expect(err).toContain('--health-port');
    expect(err).not.toContain('--port');
  });

  it('says at the level of an error why it cannot begin', async () => {
    const { exit, err } = await new Machine().call(`worker --plans ${PLANS} --health-port 99999 --log json`);
    expect(exit).toBe(2);
    const [first] = err.trimEnd().split('\n');
    expect(JSON.parse(first ?? '')).toMatchObject({ level: 'error', event: 'message' });
  });

  it('is refused where there is no such folder', async () => {
    const { exit } = await new Machine().call('worker --plans /nowhere/at/all');
    expect(exit).toBe(2);
  });

  it.each<[string, Happening, string]>([
    [
      'a night that ended',
      { ...NIGHT, name: 'night-ended', outcome: 'delivered', failures: [] },
      'abendblatt 2026-11-25: delivered',
    ],
    ['what a night does', { ...NIGHT, name: 'server-reached' }, 'abendblatt 2026-11-25: Connected and logged in.'],
    [
      'a fault',
      { organisationId: 'abendblatt', name: 'worker-fault', error: new Error('no disk') },
      'abendblatt: Could',
    ],
    [
      'a checkpoint',
      { organisationId: 'abendblatt', name: 'checkpoint-failed', error: new Error('no disk') },
      'could not be signed: Error',
    ],
    ['a mail', { organisationId: 'abendblatt', name: 'mail-sent', addresses: 1 }, 'abendblatt: A mail was sent.'],
    [
      'a mail that waits',
      { organisationId: 'abendblatt', name: 'mail-not-taken', code: 'mail-refused', attempt: 1 },
      'abendblatt: The mail server refused',
    ],
    ['a mail given up', { organisationId: 'abendblatt', name: 'mail-given-up' }, 'abendblatt: A mail could not'],
    [
      'a fault of the service',
      { name: 'service-fault', part: 'nights', requestId: null, error: new TypeError('no disk') },
      'Could not go on, and is tried again: TypeError',
    ],
    [
      'a fault of the page',
      { name: 'service-fault', part: 'page', requestId: 'r', error: new TypeError('no disk') },
      'A request failed: TypeError',
    ],
  ])('says in one line whose it is: %s', async (_, happening, line) => {
    const machine = new Machine();
    machine.happenings.push(happening);
    expect((await machine.call(`worker --plans ${PLANS} --lang en --log text`)).err).toContain(line);
  });

  it.each(['worker', 'serve'])(
    '%s: the log is JSON where nobody sits at a terminal, with all that is said',
    async (command) => {
      const machine = new Machine();
      const stop = new AbortController();
      machine.happenings.push({ ...NIGHT, name: 'night-ended', outcome: 'delivered', failures: [] });
      const running = machine.call(`${command} --plans ${PLANS} --lang en`, '', stop.signal);
      setImmediate(() => stop.abort());
      const lines = (await running).err
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines).toContainEqual(expect.objectContaining({ event: 'night-ended', organisation: 'abendblatt' }));
      expect(lines.filter(({ event }) => event === 'message').length).toBeGreaterThan(0);
    },
  );

  it.each(['de', 'en'])('no error shows what it holds, in either form, in %s', async (lang) => {
    for (const form of ['text', 'json']) {
      const machine = new Machine();
      const error = new FTPError({ code: 530, message: `530 ${PASSWORD}\r\nnight-ended` });
      machine.happenings.push(...everyHappening(error, 'a\nb'));
      const { err } = await machine.call(`worker --plans ${PLANS} --lang ${lang} --log ${form}`);
      expect(err).toContain('FTPError');
      expect(err).not.toContain(PASSWORD);
      expect(err).not.toMatch(/^(b|night-ended)/m);
    }
  });
});
