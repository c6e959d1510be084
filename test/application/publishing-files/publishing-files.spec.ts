import { describe, expect, it } from 'vitest';
import { TransportFailure, type TransportSession } from '../../../src/application/ports/file-transport.ts';
import { bytes, failures, LAST_NIGHT, NEW, NOTHING, PARTS, rejecting, STORIES, stage } from './stage.ts';

describe('publishing files', () => {
  it('names the part files before it uploads, and replaces nothing before all are whole', async () => {
    const { newsroom, told, publish } = stage();
    expect(failures(await publish())).toEqual({});
    expect(newsroom.files()).toEqual(NEW);
    expect(told).toEqual([
      'reached',
      `named ${PARTS.join(' ')}`,
      'uploaded story-plan',
      'uploaded event-plan',
      'asked',
      'replaced story-plan',
      'replaced event-plan',
      `gone ${PARTS.join(' ')}`,
    ]);
  });

  it.each([0, 5])('leaves the old files whole where the second upload is cut after %i bytes', async (cutAfterBytes) => {
    const { newsroom, publish } = stage();
    newsroom.server.plan({ on: 'upload', file: PARTS[1], cutAfterBytes });
    expect(failures(await publish())).toEqual({
      'story-plan': 'upload: other-file-failed',
      'event-plan': 'upload: connection-lost',
    });
    expect(newsroom.files()).toEqual(LAST_NIGHT);
  });

  it('leaves the old files where a size differs', async () => {
    const { newsroom, told, publish } = stage();
    newsroom.server.plan({ on: 'size', file: PARTS[1], reportedTooLargeBy: 1 });
    expect(failures(await publish())).toMatchObject({ 'event-plan': 'size: size-differs' });
    expect(newsroom.files()).toEqual(LAST_NIGHT);
    expect(told.at(-1)).toBe(`gone ${PARTS.join(' ')}`);
  });

  it('replaces nothing where there is an objection, and cleans up', async () => {
    const { newsroom, publish } = stage();
    const journal = { ...NOTHING, objection: async () => 'paused' };
    expect(failures(await publish({ journal }))).toEqual({ objection: 'paused' });
    expect(newsroom.files()).toEqual(LAST_NIGHT);
  });

  it('looks after a lost answer, and makes sure of a rename that was done', async () => {
    const { newsroom, publish, sessions } = stage();
    newsroom.server.plan({ on: 'rename', file: PARTS[0], connectionBreaks: 'after-it-is-done' });
    expect(failures(await publish())).toEqual({});
    expect(newsroom.files()).toEqual(NEW);
    expect(sessions()).toBe(2);
  });

  it("takes no file of last night for tonight's because it is as large", async () => {
    const { newsroom, publish, openSession } = stage();
    newsroom.server.files.set(`/backup/planung/${STORIES}`, bytes('STORIES TONIGHT'));
    newsroom.server.plan({ on: 'rename', file: PARTS[0], connectionBreaks: 'before-it-is-done' });
    const open = async (): Promise<TransportSession> => {
      // The server heard half of the new name before the connection broke, and renamed to that.
      newsroom.server.files.delete(`/backup/planung/${PARTS[0]}`);
      return openSession();
    };
    expect(failures(await publish({ open }))).toEqual({});
    expect(newsroom.files()).toEqual(NEW);
  });

  it('gives up after three sessions', async () => {
    const { newsroom, publish, sessions } = stage();
    newsroom.server.plan({ on: 'rename', connectionBreaks: 'before-it-is-done', times: 9 });
    expect(failures(await publish())).toMatchObject({ 'story-plan': 'replace: connection-lost' });
    expect(sessions()).toBe(3);
    expect(newsroom.files()).toMatchObject(LAST_NIGHT);
  });

  it('tells the half that was delivered from the half that was not', async () => {
    const { newsroom, publish } = stage();
    newsroom.server.plan({ on: 'rename', file: PARTS[1], connectionBreaks: 'before-it-is-done', times: 9 });
    expect(failures(await publish())).toEqual({ 'event-plan': 'replace: connection-lost' });
    expect(newsroom.files()).toMatchObject({ ...LAST_NIGHT, [STORIES]: NEW[STORIES] });
  });

  it('never falls back by itself where the server refuses to rename over a file', async () => {
    const { newsroom, publish } = stage({ renameOver: 'refused' });
    expect(failures(await publish())).toEqual({
      'story-plan': 'replace: replacing-refused',
      'event-plan': 'replace: other-file-failed',
    });
    expect(newsroom.files()).toEqual(LAST_NIGHT);
  });

  it.each([
    ['atomic', 'rename', 'rename-failed', false],
    ['delete-then-rename', 'rename', 'rename-failed', true],
    ['delete-then-rename', 'remove', 'remove-refused', false],
    ['overwrite', 'upload', 'disk-full', true],
  ] as const)(
    '%s: says where a step failed that something may be done (%s, %s)',
    async (replacement, step, code, isOpen) => {
      const { told, publish, openSession } = stage();
      const failed = new TransportFailure({ step: 'replace', code });
      const open = async () => rejecting(await openSession(), step, step === 'rename' ? PARTS[0] : STORIES, failed);
      expect(failures(await publish({ open, replacement }))).toMatchObject({ 'story-plan': `replace: ${code}` });
      expect(told.includes('left open')).toBe(isOpen);
    },
  );

  it.each(['delete-then-rename', 'overwrite'] as const)('%s replaces there, as chosen', async (replacement) => {
    const { newsroom, told, publish } = stage({ renameOver: 'refused' });
    expect(failures(await publish({ replacement }))).toEqual({});
    expect(newsroom.files()).toEqual(NEW);
    expect(told.some((what) => what.startsWith('named'))).toBe(replacement !== 'overwrite');
  });

  it('finds its part file after a lost answer to the deletion, and ends with the new file', async () => {
    const { newsroom, publish } = stage({ renameOver: 'refused' });
    newsroom.server.plan({ on: 'remove', file: STORIES, connectionBreaks: 'after-it-is-done' });
    expect(failures(await publish({ replacement: 'delete-then-rename' }))).toEqual({});
    expect(newsroom.files()).toEqual(NEW);
  });

  it('overwrites once more after a cut, because half a file is worse than a repeated one', async () => {
    const { newsroom, publish } = stage();
    newsroom.server.plan({ on: 'upload', file: STORIES, cutAfterBytes: 3 });
    expect(failures(await publish({ replacement: 'overwrite' }))).toEqual({});
    expect(newsroom.files()).toEqual(NEW);
  });

  it('removes leftovers by their recorded names, and touches nothing else', async () => {
    const { newsroom, told, publish } = stage();
    newsroom.server.files.set('/backup/planung/old.part', bytes('half'));
    newsroom.server.files.set('/backup/planung/foreign.part', bytes('not ours'));
    await publish({ leftovers: ['old.part', 'gone-already.part'] });
    expect(newsroom.files()).toEqual({ ...NEW, 'foreign.part': 'not ours' });
    expect(told).toContain('gone old.part gone-already.part');
  });

  it('asks a server that refused the login no second time', async () => {
    const { newsroom, publish, sessions } = stage({ password: 'another' });
    expect(failures(await publish({ leftovers: ['old.part'] }))).toEqual({
      'story-plan': 'log-in: login-refused',
      'event-plan': 'log-in: login-refused',
    });
    expect(sessions()).toBe(1);
    expect(newsroom.server.loginAttempts).toBe(1);
  });

  it.each(['partFilesNamed', 'objection', 'replaced', 'partFilesGone'] as const)(
    'rejects with what the journal rejects with at %s, and has closed the session',
    async (method) => {
      const { publish, opened } = stage();
      const journal = { ...NOTHING, [method]: async () => Promise.reject(new Error('the log is down')) };
      await expect(publish({ journal })).rejects.toThrow('the log is down');
      const [session] = opened;
      await expect(session?.size(STORIES)).rejects.toBeInstanceOf(TransportFailure);
    },
  );

  it('keeps a server failure apart from a bug', async () => {
    const { publish } = stage();
    const open = async (): Promise<TransportSession> => Promise.reject(new TypeError('a bug'));
    await expect(publish({ open })).rejects.toBeInstanceOf(TypeError);
    const failing = async (): Promise<TransportSession> =>
      Promise.reject(new TransportFailure({ step: 'reach', code: 'no-answer' }));
    expect(failures(await publish({ open: failing }))).toMatchObject({ 'story-plan': 'reach: no-answer' });
  });
});
