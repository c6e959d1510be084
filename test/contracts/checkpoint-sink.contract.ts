import { afterEach, beforeEach, describe, expect } from 'vitest';
import type { CheckpointSink } from '../../src/application/ports/checkpoint-sink.ts';
import { type ContractOptions, contractTests } from './contract-test.ts';

export interface CheckpointSinkHarness {
  readonly sink: CheckpointSink;
  close(): Promise<void>;
}

/** As signed notes are: several lines, an empty one among them, characters of more than one byte. */
export const aNote = (sequence: number): string =>
  `planning-backup/checkpoint/v1\nabendblatt\n${sequence}\n\n— planning-backup/audit ${'A'.repeat(91)}=\n`;

export const checkpointSinkContract = (
  name: string,
  makeHarness: () => Promise<CheckpointSinkHarness>,
  options: ContractOptions = {},
): void => {
  describe(`checkpoint sink: ${name}`, () => {
    let harness: CheckpointSinkHarness;
    beforeEach(async () => {
      harness = await makeHarness();
    });
    afterEach(() => harness.close());
    contractTests(options, (test) => {
      test('has no notes of an organisation that has none', async () => {
        expect(await harness.sink.read('abendblatt')).toEqual([]);
      });

      test('gives back all notes as they were, in their order', async () => {
        const notes = [1, 2, 3].map(aNote);
        for (const [index, note] of notes.entries())
          expect(await harness.sink.append('abendblatt', notes[index - 1] ?? null, note)).toBe('appended');
        expect(await harness.sink.read('abendblatt')).toEqual(notes);
      });

      test('takes a note behind the last one only', async () => {
        await harness.sink.append('abendblatt', null, aNote(1));
        await harness.sink.append('abendblatt', aNote(1), aNote(2));
        for (const after of [null, aNote(1), aNote(3)])
          expect(await harness.sink.append('abendblatt', after, aNote(4))).toBe('conflict');
        expect(await harness.sink.append('morgenpost', aNote(1), aNote(2))).toBe('conflict');
        expect(await harness.sink.read('abendblatt')).toEqual([aNote(1), aNote(2)]);
      });

      test('takes one of many that come at once', async () => {
        const all = Array.from({ length: 20 }, (_, index) => aNote(index + 1));
        const outcomes = await Promise.all(all.map((note) => harness.sink.append('abendblatt', null, note)));
        expect(outcomes.filter((outcome) => outcome === 'appended')).toHaveLength(1);
        expect(await harness.sink.read('abendblatt')).toHaveLength(1);
      });

      test('keeps organisations apart, whatever their ids', async () => {
        const ids = ['a', 'A/../b', '..', '.', '', 'ä💥', 'a'.repeat(300), '%2E'];
        for (const id of ids) await harness.sink.append(id, null, aNote(id.length + 1));
        for (const id of ids) expect(await harness.sink.read(id)).toEqual([aNote(id.length + 1)]);
      });
    });
  });
};
