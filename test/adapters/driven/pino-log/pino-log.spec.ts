import { FTPError } from 'basic-ftp';
import { describe, expect, it } from 'vitest';
import { PinoLog } from '../../../../src/adapters/driven/pino-log/pino-log.ts';
import type { Happening } from '../../../../src/application/ports/telemetry.ts';
import { everyHappening } from '../../../support/every-happening.ts';

const PASSWORD = 'canary-Paßwort-7f3a';

const OF_NOBODY: ReadonlySet<string> = new Set([
  ...['service-fault', 'health-changed', 'overdue-counted', 'heartbeat-failed'],
]);

const logged = (...happenings: readonly Happening[]): readonly string[] => {
  const lines: string[] = [];
  const log = new PinoLog((line) => lines.push(line));
  for (const happening of happenings) log.happened(happening);
  return lines;
};

const NIGHT = { organisationId: 'abendblatt', night: '2026-11-25', attempt: 2 } as const;

describe('the log', () => {
  it('is one line of JSON a happening, with fields that keep their names', () => {
    const [line = ''] = logged({ ...NIGHT, name: 'workbook-rendered', file: 'story-plan', rows: 12, bytes: 34_567 });
    expect(line.endsWith('}\n')).toBe(true);
    expect(JSON.parse(line)).toEqual({
      ...{ level: 'info', time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/), service: 'planning-backup' },
      ...{ pid: process.pid, event: 'workbook-rendered' },
      ...{ organisation: 'abendblatt', night: '2026-11-25', attempt: 2, plan: 'story-plan', rows: 12, bytes: 34_567 },
    });
  });

  it.each<[string, Happening, object]>([
    [
      'why a night failed',
      {
        ...{ ...NIGHT, name: 'night-ended', outcome: 'failed' },
        failures: [{ step: 'log-in', code: 'login-refused' }],
      },
      { level: 'error', outcome: 'failed', failures: [{ step: 'log-in', code: 'login-refused' }] },
    ],
    [
      'that it was delivered',
      { ...NIGHT, name: 'night-ended', outcome: 'delivered', failures: [] },
      { level: 'info', outcome: 'delivered' },
    ],
    ['a retry', { ...NIGHT, name: 'retry-planned', milliseconds: 60_000 }, { level: 'warn', waitMs: 60_000 }],
    [
      'a mail',
      { organisationId: 'abendblatt', name: 'mail-not-taken', code: 'mail-refused', attempt: 3 },
      { level: 'warn', code: 'mail-refused', attempt: 3 },
    ],
    [
      'a fault',
      { name: 'service-fault', part: 'nights', requestId: null, error: new TypeError('x') },
      { level: 'error', part: 'nights', error: { type: 'TypeError' } },
    ],
  ])('says %s', (_, happening, fields) => {
    expect(JSON.parse(logged(happening)[0] ?? '')).toMatchObject({ event: happening.name, ...fields });
  });

  it('leaves out what only measuring needs', () => {
    const measured = logged(
      { ...NIGHT, name: 'stage-begun', stage: 'upload' },
      { organisationId: 'abendblatt', night: '2026-11-25', name: 'night-due', milliseconds: 1 },
      { name: 'outbox-looked-through', waiting: 0 },
    );
    expect(measured).toEqual([]);
  });

  it('never shows what an error holds: the password, what a server said', () => {
    const error = new FTPError({ code: 530, message: `530 ${PASSWORD}\r\n{"event":"night-ended"}` });
    const lines = logged(...everyHappening(error, 'abendblatt'));
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) {
      expect(line).not.toContain(PASSWORD);
      expect(line.indexOf('\n')).toBe(line.length - 1);
    }
  });

  it.each(['a\r\nb', 'a\u2028b', 'a\u0085b', '\u001b[31m', '"},{"', '\ud800', '\u202e'])(
    'keeps an organisation called %j in its field, and reads back the same',
    (organisation) => {
      for (const line of logged(...everyHappening(new Error('x'), organisation))) {
        for (const sign of ['\u0085', '\u2028', '\u001b', '\u202e', '\r', '\ud800']) expect(line).not.toContain(sign);
        expect(line.indexOf('\n')).toBe(line.length - 1);
        const { organisation: read, event } = JSON.parse(line);
        if (!OF_NOBODY.has(event)) expect(read).toBe(organisation);
      }
    },
  );

  it('has what the command says in words', () => {
    const lines: string[] = [];
    new PinoLog((line) => lines.push(line)).said('Working\nuntil …');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ event: 'message', message: 'Working\nuntil …' }]);
  });
});
