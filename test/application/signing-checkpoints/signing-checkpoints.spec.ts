import { beforeEach, describe, expect, it } from 'vitest';
import { InMemoryAuditKeys } from '../../../src/adapters/driven/in-memory/audit-keys.ts';
import { InMemoryCheckpointSink } from '../../../src/adapters/driven/in-memory/checkpoint-sink.ts';
import { InMemoryEventLog } from '../../../src/adapters/driven/in-memory/event-log.ts';
import { KeyedCheckpointSigner } from '../../../src/adapters/shared/checkpoint-signing/keyed-checkpoint-signer.ts';
import type { StoredEvent } from '../../../src/adapters/shared/event-codec/chain.ts';
import { readCheckpoint } from '../../../src/adapters/shared/evidence/checkpoint.ts';
import type { Envelope } from '../../../src/adapters/shared/evidence/envelope.ts';
import { readNote, verifyingKey } from '../../../src/adapters/shared/evidence/signed-note.ts';
import type { PlanningBackup } from '../../../src/application/planning-backup.ts';
import { SigningKeyUnavailable } from '../../../src/application/ports/checkpoint-signer.ts';
import { CheckpointSinkUnavailable } from '../../../src/application/ports/checkpoint-sink.ts';
import { AlteredHistory } from '../../../src/application/ports/event-log.ts';
import { aDestination } from '../../builders/destination.ts';
import { exported, verdictOn } from '../../support/evidence/history.ts';
import { rechained } from '../../support/evidence/tampering.ts';
import { ABENDBLATT, aNightRequest, aSaveRequest, Newsroom } from '../../support/newsroom.ts';

const ID = ABENDBLATT.id;

let newsroom: Newsroom;
let keys: InMemoryAuditKeys;
let backup: PlanningBackup;

const ports = () => ({ checkpointSigner: new KeyedCheckpointSigner(keys) });

beforeEach(async () => {
  newsroom = new Newsroom();
  keys = new InMemoryAuditKeys();
  backup = await newsroom.backup(ports());
  await backup.configuring.save(aSaveRequest());
});

const checkpoints = async () =>
  (await newsroom.checkpointSink.read(ID)).map((note) => readCheckpoint(readNote(note)?.text ?? ''));

/** The same backup on another history, which somebody made of this one behind its back. */
const onHistory = (edit: (stored: readonly StoredEvent[]) => readonly Envelope[]): Promise<PlanningBackup> => {
  const eventLog = new InMemoryEventLog(newsroom.clock, edit(newsroom.eventLog.stored) as readonly StoredEvent[]);
  return newsroom.backup({ ...ports(), eventLog });
};

const move = (directory: string) =>
  backup.configuring.save(aSaveRequest({ credential: null, destination: aDestination({ directory }) }));

describe('a checkpoint', () => {
  it('is signed at each change, over what is new', async () => {
    await move('/elsewhere');
    const [first, second] = await checkpoints();
    expect(first?.grown).toMatchObject([{ stream: 'backupConfiguration-abendblatt', version: 3 }]);
    expect(second?.grown).toMatchObject([{ stream: 'backupConfiguration-abendblatt', version: 5 }]);
  });

  it('is signed at the end of each night, over all streams of the organisation', async () => {
    await backup.notifying.notifyOf(ID, (await backup.history.changes(ID))[0]?.changeId ?? '');
    await backup.nights.run(aNightRequest());
    const last = (await checkpoints()).at(-1);
    const kinds = last?.grown.map(({ stream }) => stream.split('-')[0]);
    expect(kinds).toEqual(['attempts', 'backupRun', 'notice']);
    expect(last?.streams).toBe(4);
    expect(await backup.signing.check(ID)).toMatchObject({ sequence: 2, isBehind: false });
  });

  it('is not signed where nothing was added', async () => {
    await backup.signing.sign(ID);
    await move('/backup/planung');
    expect(await checkpoints()).toHaveLength(1);
  });

  it('names no stream of an organisation whose id begins alike', async () => {
    newsroom.directory.set({ ...ABENDBLATT, id: 'abendblatt2' });
    await backup.configuring.save(aSaveRequest({ organisationId: 'abendblatt2' }));
    await move('/elsewhere');
    expect((await checkpoints()).at(-1)?.streams).toBe(1);
  });

  it('is made up for by the next one where it could not be signed, and that is told', async () => {
    const append = newsroom.checkpointSink.append.bind(newsroom.checkpointSink);
    newsroom.checkpointSink.append = () => Promise.reject(new CheckpointSinkUnavailable('full'));
    expect(await move('/elsewhere')).toMatchObject({ outcome: 'changed' });
    expect(await backup.nights.run(aNightRequest())).toMatchObject({ outcome: 'ended' });
    const failed = newsroom.telemetry.happenings.filter(({ name }) => name === 'checkpoint-failed');
    expect(failed).toHaveLength(2);
    expect(await backup.signing.check(ID)).toMatchObject({ sequence: 1, isBehind: true });
    newsroom.checkpointSink.append = append;
    await backup.configuring.pause(aSaveRequest());
    expect(await backup.signing.check(ID)).toMatchObject({ sequence: 2, isBehind: false });
  });

  it('is one in a row, however many workers sign at once', async () => {
    const workers = await Promise.all(Array.from({ length: 6 }, () => newsroom.backup(ports())));
    await Promise.all(
      workers.map((worker, n) =>
        worker.configuring.save(aSaveRequest({ credential: null, destination: aDestination({ directory: `/d${n}` }) })),
      ),
    );
    const signed = await checkpoints();
    expect(signed.map((one) => one?.sequence)).toEqual(signed.map((_, index) => index + 1));
    const lines = await exported(newsroom, ID, keys);
    expect(await verdictOn(lines, { publicKey: verifyingKey(keys.makeFirst()) })).toMatchObject({
      verdict: 'anchored',
    });
  });
});

describe('the signer refuses to go back', () => {
  const isConfiguration = ({ stream }: Envelope): boolean => stream.startsWith('backupConfiguration-');

  const refuses = async (altered: PlanningBackup): Promise<void> => {
    const before = await newsroom.checkpointSink.read(ID);
    await expect(altered.signing.check(ID)).rejects.toThrow(AlteredHistory);
    await expect(altered.signing.sign(ID)).rejects.toThrow(AlteredHistory);
    expect(await newsroom.checkpointSink.read(ID)).toEqual(before);
  };

  beforeEach(async () => {
    await backup.nights.run(aNightRequest());
    await move('/elsewhere');
  });

  it('behind a history that was cut', async () => {
    await refuses(
      await onHistory((stored) => stored.filter((event) => !(isConfiguration(event) && event.version > 3))),
    );
  });

  it('behind a history that was rewritten and chained anew, however long', async () => {
    const rewritten = await onHistory((stored) =>
      rechained(stored.map((event) => (event.version === 1 ? { ...event, actorId: 'eve' } : event))),
    );
    await refuses(rewritten);
  });

  it('behind a dropped stream', async () => {
    await refuses(await onHistory((stored) => stored.filter(({ stream }) => !stream.startsWith('backupRun-'))));
  });

  it('for a change that is recorded on such a history', async () => {
    const cut = await onHistory((stored) => stored.filter((event) => !(isConfiguration(event) && event.version > 3)));
    expect(await cut.configuring.pause(aSaveRequest())).toMatchObject({ outcome: 'changed' });
    expect(newsroom.telemetry.happenings.at(-1)).toMatchObject({
      name: 'checkpoint-failed',
      error: expect.any(AlteredHistory),
    });
    await refuses(cut);
  });

  it.each([
    ['all of them', () => []],
    ['the last one', (notes: readonly string[]) => notes.slice(0, -1)],
  ])('where %s went missing, though what is left is sound', async (_, left) => {
    const sink = new InMemoryCheckpointSink();
    let after: string | null = null;
    for (const note of left(await newsroom.checkpointSink.read(ID))) {
      await sink.append(ID, after, note);
      after = note;
    }
    const robbed = await newsroom.backup({ ...ports(), checkpointSink: sink });
    await expect(robbed.signing.check(ID)).rejects.toThrow(/checkpoint 3 of organisation abendblatt is missing/);
    expect((await robbed.evidence.of(ID))?.altered).toMatch(/checkpoint 3 .* is missing/);
    expect(await robbed.configuring.pause(aSaveRequest())).toMatchObject({ outcome: 'changed' });
    expect(newsroom.telemetry.happenings.at(-1)).toMatchObject({
      name: 'checkpoint-failed',
      error: expect.any(AlteredHistory),
    });
  });

  it('where they were all made anew, with a key that signs as ours does', async () => {
    const twin = new InMemoryAuditKeys();
    twin.makeFirst = () => keys.makeFirst();
    twin.current = () => keys.current();
    const checkpointSink = new InMemoryCheckpointSink();
    const forger = await newsroom.backup({ checkpointSigner: new KeyedCheckpointSigner(twin), checkpointSink });
    for (const directory of ['/1', '/2', '/3']) {
      await forger.configuring.save(aSaveRequest({ credential: null, destination: aDestination({ directory }) }));
    }
    expect(await checkpointSink.read(ID)).toHaveLength(3);
    const robbed = await newsroom.backup({ ...ports(), checkpointSink });
    await expect(robbed.signing.check(ID)).rejects.toThrow(/checkpoint 3 .* is another than the one that was signed/);
  });

  it('and on checkpoints that were taken out, exchanged or signed by another', async () => {
    const notes = await newsroom.checkpointSink.read(ID);
    const foreign = new KeyedCheckpointSigner(new InMemoryAuditKeys());
    const other = await newsroom.backup({ checkpointSigner: foreign, checkpointSink: new InMemoryCheckpointSink() });
    await other.signing.sign(ID);
    const sinkOf = (sunk: readonly string[]) => ({ read: async () => sunk, append: async () => 'appended' as const });
    for (const sunk of [notes.slice(1), notes.toReversed(), [...notes.slice(0, 1), ...notes.slice(2)]]) {
      const checkpointSink = sinkOf(sunk);
      await expect((await newsroom.backup({ ...ports(), checkpointSink })).signing.sign(ID)).rejects.toThrow(
        AlteredHistory,
      );
    }
    const resigned = sinkOf([(notes[0] ?? '').replace(/(?<=— \S+ \S{20})\S/, (sign) => (sign === 'A' ? 'B' : 'A'))]);
    await expect((await newsroom.backup({ ...ports(), checkpointSink: resigned })).signing.sign(ID)).rejects.toThrow(
      AlteredHistory,
    );
    const stranger = new InMemoryAuditKeys();
    const signed = async () =>
      (await newsroom.backup({ checkpointSigner: new KeyedCheckpointSigner(stranger) })).signing.sign(ID);
    await expect(signed()).rejects.toThrow(/signed with the key \w+, which is missing: put it back/);
    stranger.makeFirst();
    await expect(signed()).rejects.toThrow(SigningKeyUnavailable);
  });
});

describe('a rotation of the audit key', () => {
  it('leads whoever trusts the old key, or the new one, to all of the history', async () => {
    const old = verifyingKey(keys.makeFirst());
    await backup.nights.run(aNightRequest());
    await backup.rotateAuditKey();
    await move('/elsewhere');
    await backup.rotateAuditKey();
    await backup.configuring.pause(aSaveRequest());
    const lines = await exported(newsroom, ID, keys);
    const [latest, stranger] = [verifyingKey(keys.makeFirst()), verifyingKey(new InMemoryAuditKeys().makeFirst())];
    expect(latest.raw).not.toBe(old.raw);
    for (const publicKey of [old, latest])
      expect(await verdictOn(lines, { publicKey })).toMatchObject({ verdict: 'anchored', byKey: true });
    expect(await verdictOn(lines, { publicKey: stranger })).toMatchObject({ found: 'signed-by-another-key' });
  });

  it('that was cut between two organisations goes on when it is called again', async () => {
    newsroom.directory.set({ ...ABENDBLATT, id: 'morgenpost' });
    await backup.configuring.save(aSaveRequest({ organisationId: 'morgenpost' }));
    const append = newsroom.checkpointSink.append.bind(newsroom.checkpointSink);
    newsroom.checkpointSink.append = (id, after, note) =>
      id === 'morgenpost' ? Promise.reject(new CheckpointSinkUnavailable('cut')) : append(id, after, note);
    await expect(backup.rotateAuditKey()).rejects.toThrow('cut');
    newsroom.checkpointSink.append = append;
    // Both go on meanwhile, each with the key that its own checkpoints name.
    await move('/elsewhere');
    await backup.configuring.pause(aSaveRequest({ organisationId: 'morgenpost' }));
    await backup.rotateAuditKey();
    for (const id of [ID, 'morgenpost']) {
      const lines = await exported(newsroom, id, keys);
      expect(await verdictOn(lines, { publicKey: verifyingKey(keys.makeFirst()) })).toMatchObject({
        verdict: 'anchored',
      });
    }
  });
});

describe('the evidence', () => {
  it('of an organisation without a history is none', async () => {
    expect(await backup.evidence.of('nobody')).toBeUndefined();
    expect(await newsroom.checkpointSink.read('nobody')).toEqual([]);
  });

  it('ends where the last checkpoint does, whatever is recorded while it is read', async () => {
    const evidence = await backup.evidence.of(ID);
    await move('/elsewhere');
    const versions: number[] = [];
    for await (const { version } of evidence?.events ?? []) versions.push(version);
    expect(versions).toEqual([1, 2, 3]);
  });
});
