import { readFileSync } from 'node:fs';
import { FTPError } from 'basic-ftp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OpenTelemetryTelemetry } from '../../../../src/adapters/driven/opentelemetry/opentelemetry-telemetry.ts';
import type { HappeningOfAttempt, NightStage } from '../../../../src/application/ports/telemetry.ts';
import { everyHappening } from '../../../support/every-happening.ts';
import { Newsroom } from '../../../support/newsroom.ts';
import { RecordingProvider } from './recording-provider.ts';

const PASSWORD = 'canary-Paßwort-7f3a';
const STAGES: readonly NightStage[] = ['collect', 'render', 'connect', 'upload', 'replace'];

let provider: RecordingProvider;
let now: number;
beforeEach(() => {
  now = 0;
  provider = new RecordingProvider();
  provider.register();
});
afterEach(() => provider.unregister());

const made = (): OpenTelemetryTelemetry => new OpenTelemetryTelemetry({ clock: { monotonic: () => now } });

const night =
  (telemetry: OpenTelemetryTelemetry, attempt = 1) =>
  (happening: HappeningOfAttempt): void =>
    telemetry.happened({ organisationId: 'abendblatt', night: '2026-11-25', attempt, ...happening });

describe('metrics and traces', () => {
  it('of a night through the use cases are its outcome, and a span with one for each part', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    const telemetry = made();
    await newsroom.run({}, { telemetry });
    expect(provider.of('night.outcomes')).toMatchObject([
      { value: 1, attributes: { 'planning_backup.outcome': 'delivered' } },
    ]);
    expect(provider.spans.map(({ name, parent }) => [name, parent])).toEqual([
      ['night', undefined],
      ...STAGES.map((stage) => [stage, 'night']),
    ]);
    expect(provider.spans.every(({ isEnded, status }) => isEnded && status === undefined)).toBe(true);
    expect(provider.spans[0]?.attributes).toMatchObject({ 'planning_backup.organisation.id': 'abendblatt' });
    expect(provider.of('upload.bytes')).toHaveLength(2);
    expect(telemetry.nightsUnderWay).toBe(0);
  });

  it('have the seconds that the night and each part of it took', () => {
    const tell = night(made());
    tell({ name: 'night-claimed' });
    for (const stage of STAGES) {
      tell({ name: 'stage-begun', stage });
      now += 250;
    }
    tell({ name: 'night-ended', outcome: 'delivered', failures: [] });
    expect(provider.of('night.stage.duration').map(({ value }) => value)).toEqual([0.25, 0.25, 0.25, 0.25, 0.25]);
    expect(provider.of('night.duration')).toMatchObject([{ value: 1.25 }]);
  });

  it('of a failed night are its cause, on the part at which it failed', () => {
    const tell = night(made());
    tell({ name: 'night-claimed' });
    tell({ name: 'stage-begun', stage: 'connect' });
    const failure = { step: 'log-in', code: 'login-refused' } as const;
    tell({ name: 'night-ended', outcome: 'failed', failures: [failure, failure] });
    expect(provider.of('night.failures').map(({ attributes }) => attributes)).toEqual(
      Array(2).fill({ 'planning_backup.step': 'log-in', 'error.type': 'login-refused' }),
    );
    expect(provider.spans.map(({ name, status }) => [name, status?.code])).toEqual([
      ['night', 2],
      ['connect', 2],
    ]);
  });

  it('have one span for a night that is begun anew, or abandoned, and keep nothing of it', () => {
    const telemetry = made();
    night(telemetry, 1)({ name: 'night-claimed' });
    night(telemetry, 1)({ name: 'stage-begun', stage: 'collect' });
    night(telemetry, 2)({ name: 'night-claimed' });
    expect(telemetry.nightsUnderWay).toBe(1);
    night(telemetry, 2)({ name: 'stage-begun', stage: 'collect' });
    night(telemetry, 1)({ name: 'night-abandoned' });
    expect(telemetry.nightsUnderWay).toBe(0);
    expect(provider.spans.map(({ name, isEnded }) => [name, isEnded])).toEqual([
      ['night', true],
      ['collect', true],
      ['collect', true],
    ]);
    expect(provider.spans[0]?.events).toMatchObject([{ name: 'attempt' }]);
  });

  it('count a missed night, which nobody began', () => {
    night(made(), 0)({ name: 'night-ended', outcome: 'missed', failures: [] });
    expect(provider.of('night.outcomes')).toHaveLength(1);
    expect(provider.of('night.duration')).toEqual([]);
  });

  it('are few: no attribute of a metric says whose night it is, or what an error or a server said', () => {
    const telemetry = made();
    const error = new FTPError({ code: 530, message: `530 ${PASSWORD}` });
    for (const happening of everyHappening(error, 'abendblatt')) telemetry.happened(happening);
    expect(JSON.stringify(provider.measured)).not.toContain('abendblatt');
    expect(JSON.stringify([provider.measured, provider.spans])).not.toContain(PASSWORD);
    const keys = new Set(provider.measured.flatMap(({ attributes }) => Object.keys(attributes)));
    expect([...keys].sort()).toEqual(
      ['error.type', ...['outcome', 'part', 'plan', 'stage', 'step'].map((name) => `planning_backup.${name}`)].sort(),
    );
  });

  it('have the names that docs/operations.md lists', () => {
    made();
    expect([...provider.instruments].sort()).toEqual([
      ['planning_backup.faults', '{fault}'],
      ['planning_backup.mail.tries', '{mail}'],
      ['planning_backup.mail.waiting', '{mail}'],
      ['planning_backup.night.duration', 's'],
      ['planning_backup.night.failures', '{file}'],
      ['planning_backup.night.lag', 's'],
      ['planning_backup.night.outcomes', '{night}'],
      ['planning_backup.night.retries', '{retry}'],
      ['planning_backup.night.stage.duration', 's'],
      ['planning_backup.overdue', '{organisation}'],
      ['planning_backup.troubles', '{trouble}'],
      ['planning_backup.upload.bytes', 'By'],
      ['planning_backup.workbook.rows', '{row}'],
    ]);
  });

  it('are all in docs/operations.md, and so are all lines of the log', () => {
    made();
    const docs = readFileSync(new URL('../../../../docs/operations.md', import.meta.url), 'utf8');
    const onlyMeasured = ['stage-begun', 'night-due', 'outbox-looked-through'];
    const events = everyHappening(new Error('x'), 'abendblatt').map(({ name }) => name);
    const names = [...provider.instruments.keys(), ...events.filter((name) => !onlyMeasured.includes(name))];
    expect(names.filter((name) => !docs.includes(`\`${name}\``))).toEqual([]);
  });

  it('are nothing where nobody has registered a provider', () => {
    provider.unregister();
    const telemetry = made();
    for (const happening of everyHappening(new Error('x'), 'abendblatt')) telemetry.happened(happening);
    expect([provider.measured, provider.spans]).toEqual([[], []]);
  });
});
