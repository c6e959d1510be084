import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { Output } from '../../../../src/adapters/driving/cli/output.ts';
import { LineView } from '../../../../src/adapters/driving/cli/progress/line-view.ts';
import { ListView } from '../../../../src/adapters/driving/cli/progress/list-view.ts';
import { ProgressTelemetry } from '../../../../src/adapters/driving/cli/progress/progress-telemetry.ts';
import { progressView } from '../../../../src/adapters/driving/cli/progress/view.ts';
import { wordsIn } from '../../../../src/adapters/driving/cli/wording/in.ts';
import { SigningKeyUnavailable } from '../../../../src/application/ports/checkpoint-signer.ts';
import { PlanUnavailable } from '../../../../src/application/ports/planning-source.ts';
import type { Happening, HappeningOfAttempt } from '../../../../src/application/ports/telemetry.ts';

const words = wordsIn('en');

const at = (attempt: number, ...happenings: readonly HappeningOfAttempt[]): readonly Happening[] =>
  happenings.map((happening) => ({ organisationId: 'abendblatt', night: '2026-11-24', attempt, ...happening }));

const WRITTEN: readonly HappeningOfAttempt[] = [
  { name: 'night-claimed' },
  { name: 'plan-collected', stories: 2, events: 1, needsALook: 0 },
  { name: 'workbook-rendered', file: 'story-plan', rows: 2, bytes: 10 },
  { name: 'workbook-rendered', file: 'event-plan', rows: 1, bytes: 10 },
];

const DELIVERED: readonly HappeningOfAttempt[] = [
  ...WRITTEN,
  { name: 'server-reached' },
  { name: 'file-uploaded', file: 'story-plan', bytes: 10 },
  { name: 'file-uploaded', file: 'event-plan', bytes: 10 },
  { name: 'file-replaced', file: 'story-plan' },
  { name: 'file-replaced', file: 'event-plan' },
  { name: 'night-ended', outcome: 'delivered', failures: [] },
];

/** As much of a terminal as listr2 draws on. */
const terminal = () => {
  let text = '';
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 120, rows: 40 });
  stream.on('data', (chunk) => {
    text += chunk;
  });
  return { stream: stream as unknown as NodeJS.WriteStream, text: () => text };
};

test('on a terminal each step is ticked off, and the cursor is shown again', async () => {
  const { stream, text } = terminal();
  const progress = new ProgressTelemetry(new ListView(stream, words), words);
  for (const happening of at(1, ...DELIVERED)) progress.happened(happening);
  await progress.end();
  await progress.end();
  for (const line of ['Wrote the story plan: 2 rows', 'Put the event plan in place.']) expect(text()).toContain(line);
  expect(text()).toContain('\u001b[?25h');
});

test('on a terminal a new attempt begins a new list, and what failed leaves its step open', async () => {
  const { stream, text } = terminal();
  const progress = new ProgressTelemetry(new ListView(stream, words), words);
  const waiting = { name: 'waiting-for-lease', milliseconds: 300_000 } as const;
  for (const happening of [...at(1, waiting), ...at(2, ...WRITTEN), ...at(3, ...WRITTEN)]) progress.happened(happening);
  await progress.end();
  expect(text()).toContain('Waiting 300 s');
  expect(text()).toContain('This is attempt 3 at this night.');
  expect(text()).toContain('Connect and log in');
  expect(text()).not.toContain('Put the story plan in place.');
});

test('elsewhere it is lines, and a fault is one harmless line', async () => {
  const lines: string[] = [];
  const stream = { write: (text: string) => void lines.push(text) };
  const output = new Output(stream, stream, false);
  const view = await progressView({ ...stream, isTTY: true }, { TERM: 'dumb' }, words, output);
  expect(view).toBeInstanceOf(LineView);
  const progress = new ProgressTelemetry(view, words);
  const failure = { step: 'render', code: 'workbook-failed' } as const;
  const ours = { name: 'fault', failure, error: new PlanUnavailable('unreadable', 'a\u001bb\nc') } as const;
  for (const happening of at(1, ...WRITTEN, ours)) progress.happened(happening);
  expect(lines.at(-1)).toBe('Behind the failure workbook-failed: PlanUnavailable: a\\u{1b}b\\u{a}c\n');
  expect(lines).toHaveLength(4);
  // What a library's error says may come from a server.
  const theirs = { name: 'fault', failure, error: new Error('530 tok-3f9a') } as const;
  for (const happening of at(1, theirs)) progress.happened(happening);
  expect(lines.at(-1)).toBe('Behind the failure workbook-failed: Error\n');
});

test.each([
  ['en', 'Read the plan: 1 story, 1 event, 1 in need of a look.', 'Wrote the event plan: 1 row, 1,200 bytes.'],
  ['de', 'Plan gelesen: 1 Thema, 1 Termin, 1 zu prüfen.', 'Terminplanung geschrieben: 1 Zeile, 1.200 Bytes.'],
] as const)('one of a kind is said so (%s)', (locale, ...said) => {
  const { happened } = wordsIn(locale).progress;
  expect(happened({ name: 'plan-collected', stories: 1, events: 1, needsALook: 1 }, 1)).toBe(said[0]);
  expect(happened({ name: 'workbook-rendered', file: 'event-plan', rows: 1, bytes: 1_200 }, 1)).toBe(said[1]);
});

test('why a night could not be signed is said once, without class or place, in the language of the call', () => {
  const lines: string[] = [];
  const stream = { write: (text: string) => void lines.push(text) };
  const german = wordsIn('de');
  const progress = new ProgressTelemetry(new LineView(new Output(stream, stream, false)), german);
  const error = new SigningKeyUnavailable(
    'the checkpoints were signed with the key ab12, and the key here is cd34: put that key back',
  );
  const failed: Happening = { name: 'checkpoint-failed', organisationId: 'abendblatt', error };
  for (const happening of [failed, ...at(1, ...WRITTEN), failed]) progress.happened(happening);
  expect(lines.filter((line) => line.includes('signieren'))).toEqual([
    'Die Aufzeichnung ließ sich nicht signieren: die Prüfpunkte sind mit dem Schlüssel ab12 signiert, und hier liegt der Schlüssel cd34. Legen Sie jenen zurück. Die nächste Signatur holt es nach.\n',
  ]);
});
