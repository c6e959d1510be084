import {
  appendFileSync,
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileCheckpointSink } from '../../../../src/adapters/driven/checkpoint-file/checkpoint-file.ts';
import { CheckpointSinkUnavailable } from '../../../../src/application/ports/checkpoint-sink.ts';
import { aNote, checkpointSinkContract } from '../../../contracts/checkpoint-sink.contract.ts';
import { startChild } from '../../../support/child/child.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'planning-backup-checkpoints-'));
const remove = (path: string): void => rmSync(path, { recursive: true, force: true });

checkpointSinkContract('in a file', async () => {
  const directory = folder();
  return { sink: new FileCheckpointSink(join(directory, 'notes')), close: async () => remove(directory) };
});

describe('the file of checkpoints', () => {
  let directory: string;
  let sink: FileCheckpointSink;
  let file: string;
  beforeEach(() => {
    directory = folder();
    sink = new FileCheckpointSink(directory, { patience: 50 });
    file = join(directory, 'abendblatt.notes');
  });
  afterEach(() => remove(directory));

  it('is its owner’s alone, and only ever grows', async () => {
    await sink.append('abendblatt', null, aNote(1));
    const before = readFileSync(file, 'utf8');
    await sink.append('abendblatt', aNote(1), aNote(2));
    expect(readFileSync(file, 'utf8')).toBe(`${before}${aNote(2)}\n`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(directory)).toEqual(['abendblatt.notes']);
  });

  it('loses no note to one that was cut short at any byte', async () => {
    const torn = Buffer.from(`${aNote(2)}\n`);
    for (let length = 1; length < torn.length; length += 1) {
      writeFileSync(file, `${aNote(1)}\n`);
      appendFileSync(file, torn.subarray(0, length));
      expect(await sink.read('abendblatt'), `${length} bytes`).toEqual([aNote(1)]);
      expect(await sink.append('abendblatt', aNote(1), aNote(3)), `${length} bytes`).toBe('appended');
      expect(await sink.read('abendblatt'), `${length} bytes`).toEqual([aNote(1), aNote(3)]);
    }
  });

  it('is not written while another process writes, and that is said', async () => {
    writeFileSync(`${file}.lock`, `${process.pid}\n`);
    await expect(sink.append('abendblatt', null, aNote(1))).rejects.toThrow(CheckpointSinkUnavailable);
    expect(await sink.read('abendblatt')).toEqual([]);
  });

  it('is taken over from a process that died, or holds it for longer than any needs', async () => {
    writeFileSync(`${file}.lock`, '4194999\n');
    expect(await sink.append('abendblatt', null, aNote(1))).toBe('appended');
    writeFileSync(`${file}.lock`, `${process.pid}\n`);
    utimesSync(`${file}.lock`, 1, 1);
    expect(await sink.append('abendblatt', aNote(1), aNote(2))).toBe('appended');
    expect(readdirSync(directory)).toEqual(['abendblatt.notes']);
  });

  it('takes the notes of many processes in one row', async () => {
    const children = Array.from({ length: 3 }, () => startChild('append-notes.ts', directory, '10'));
    expect(await Promise.all(children.map(({ ended }) => ended))).toEqual([0, 0, 0]);
    expect(await sink.read('abendblatt')).toEqual(Array.from({ length: 30 }, (_, index) => aNote(index + 1)));
    expect(readdirSync(directory)).toEqual(['abendblatt.notes']);
  }, 60_000);

  it('that cannot be made is unavailable, in our words', async () => {
    const blocked = join(directory, 'blocked');
    writeFileSync(blocked, '');
    chmodSync(blocked, 0o600);
    const nowhere = new FileCheckpointSink(join(blocked, 'notes'));
    await expect(nowhere.append('abendblatt', null, aNote(1))).rejects.toThrow(/notes: ENOTDIR$/);
  });
});
