import { describe, expect, it } from 'vitest';
import { TransportFailure } from '../../../src/application/ports/file-transport.ts';
import { leavesOpenWhatHappened } from '../../../src/application/publishing-files/reopening-session.ts';
import type { FailureCode } from '../../../src/domain/backup-run/failure.ts';
import { bytes, EVENTS, failures, LAST_NIGHT, NEW, NOTHING, PARTS, rejecting, STORIES, stage } from './stage.ts';

const refused = new TransportFailure({ step: 'clean-up', code: 'remove-refused' });

describe('what publishing comes to', () => {
  it('is published without failures, or the objection', async () => {
    expect(await stage().publish()).toEqual({ outcome: 'published', failures: new Map() });
    const journal = { ...NOTHING, objection: async () => 'paused' };
    expect(await stage().publish({ journal })).toEqual({ outcome: 'objected', objection: 'paused' });
  });

  it('is in the same session where a failure leaves nothing open', async () => {
    const { newsroom, publish, sessions } = stage();
    newsroom.server.plan({ on: 'size', file: PARTS[0], reportedTooLargeBy: 1 });
    expect(failures(await publish())).toMatchObject({ 'story-plan': 'size: size-differs' });
    expect(sessions()).toBe(1);
    expect(newsroom.files()).toEqual(LAST_NIGHT);
  });

  it('knows of no part file where there was none', async () => {
    const { told, publish } = stage();
    await publish({ replacement: 'overwrite' });
    expect(told.filter((what) => what.startsWith('gone'))).toEqual([]);
  });
});

describe('part files that are to go', () => {
  it('go in a new session where one was lost over it', async () => {
    const { newsroom, told, publish, sessions } = stage();
    for (const name of ['a.part', 'b.part']) newsroom.server.files.set(`/backup/planung/${name}`, bytes('half'));
    newsroom.server.plan({ on: 'remove', file: 'a.part', connectionBreaks: 'before-it-is-done' });
    expect(failures(await publish({ leftovers: ['a.part', 'b.part'] }))).toEqual({});
    expect(told).toContain('gone b.part');
    expect(sessions()).toBe(2);
    // Tried once more at the end, and only then gone.
    expect(told.at(-1)).toBe(`gone ${PARTS.join(' ')} a.part`);
    expect(newsroom.files()).toEqual(NEW);
  });

  it('stay where the server refuses that, and nothing else is kept back', async () => {
    const { newsroom, told, publish, openSession, sessions } = stage();
    newsroom.server.files.set('/backup/planung/a.part', bytes('half'));
    const open = async () => rejecting(await openSession(), 'remove', 'a.part', refused);
    expect(failures(await publish({ open, leftovers: ['a.part'] }))).toEqual({});
    expect(newsroom.files()).toEqual({ ...NEW, 'a.part': 'half' });
    expect(told.at(-1)).toBe(`gone ${PARTS.join(' ')}`);
    expect(sessions()).toBe(1);
  });

  it('do not hide a bug', async () => {
    const { publish, openSession } = stage();
    const open = async () => rejecting(await openSession(), 'remove', 'a.part', new TypeError('a bug'));
    await expect(publish({ open, leftovers: ['a.part'] })).rejects.toThrow('a bug');
  });

  it('go in the last session, too', async () => {
    const { newsroom, publish, openSession, sessions } = stage();
    newsroom.server.plan({ on: 'rename', file: PARTS[0], connectionBreaks: 'before-it-is-done', times: 2 });
    const failed = new TransportFailure({ step: 'replace', code: 'rename-failed' });
    const open = async () => rejecting(await openSession(), 'rename', PARTS[1], failed);
    expect(failures(await publish({ open }))).toEqual({ 'event-plan': 'replace: rename-failed' });
    expect(sessions()).toBe(3);
    expect(newsroom.files()).toEqual({ [STORIES]: NEW[STORIES], [EVENTS]: LAST_NIGHT[EVENTS] });
  });
});

describe('a rename whose answer is lost', () => {
  it('is repeated if it was not done, after asking before the upload anew, and again after that', async () => {
    const { newsroom, told, publish } = stage();
    newsroom.server.plan({ on: 'rename', file: PARTS[1], connectionBreaks: 'before-it-is-done' });
    expect(failures(await publish())).toEqual({});
    expect(newsroom.files()).toEqual(NEW);
    expect(told.filter((what) => what === 'asked')).toHaveLength(3);
  });

  it('puts no part file there anew that whoever has overtaken the attempt has removed', async () => {
    const { newsroom, publish } = stage();
    newsroom.server.plan({ on: 'rename', file: PARTS[0], connectionBreaks: 'before-it-is-done' });
    newsroom.server.plan({ on: 'remove', connectionBreaks: 'before-it-is-done', times: 9 });
    const objections = [undefined, 'overtaken'];
    const journal = {
      ...NOTHING,
      objection: async () => objections.shift(),
      leftOpen: () => {
        for (const part of PARTS) newsroom.server.files.delete(`/backup/planung/${part}`);
      },
    };
    expect(failures(await publish({ journal }))).toMatchObject({ 'story-plan': 'replace: attempt-overtaken' });
    expect(newsroom.files()).toEqual(LAST_NIGHT);
  });

  it('has each file whole again before one is replaced, where somebody has removed all of them and is gone', async () => {
    const { newsroom, publish } = stage();
    newsroom.server.plan({ on: 'rename', file: PARTS[0], connectionBreaks: 'before-it-is-done' });
    const leftOpen = (): void => {
      for (const part of PARTS) newsroom.server.files.delete(`/backup/planung/${part}`);
    };
    expect(failures(await publish({ journal: { ...NOTHING, leftOpen } }))).toEqual({});
    expect(newsroom.files()).toEqual(NEW);
  });

  it.each([
    ['before the upload anew', [undefined, 'overtaken']],
    ['after that', [undefined, undefined, 'overtaken']],
  ])('is not repeated where there is an objection %s', async (_when, asked) => {
    const { newsroom, publish } = stage();
    newsroom.server.plan({ on: 'rename', file: PARTS[0], connectionBreaks: 'before-it-is-done' });
    const objections = [...asked];
    const journal = { ...NOTHING, objection: async () => objections.shift() };
    expect(failures(await publish({ journal }))).toEqual({
      'story-plan': 'replace: attempt-overtaken',
      'event-plan': 'replace: other-file-failed',
    });
    expect(newsroom.files()).toEqual(LAST_NIGHT);
  });
});

describe('a failure', () => {
  it.each<[FailureCode, boolean]>([
    ['connection-lost', true],
    ['deadline-passed', true],
    ['no-answer', true],
    ['rename-failed', false],
    ['replacing-refused', false],
    ['disk-full', false],
  ])('%s leaves open what the server did: %s', (code, isOpen) => {
    expect(leavesOpenWhatHappened(new TransportFailure({ step: 'replace', code }))).toBe(isOpen);
  });

  it('that is none of a server leaves nothing open', () => {
    expect(leavesOpenWhatHappened({ failure: { step: 'replace', code: 'connection-lost' } })).toBe(false);
  });
});
