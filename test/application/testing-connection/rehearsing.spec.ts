import { beforeEach, describe, expect, it } from 'vitest';
import { TransportFailure } from '../../../src/application/ports/file-transport.ts';
import type { ConnectionTestRequest } from '../../../src/application/testing-connection/results.ts';
import { aCertificate, aDestination } from '../../builders/destination.ts';
import { Newsroom } from '../../support/newsroom.ts';
import { aTest, steps, watched } from './form.ts';

const ALL_OK = ['host', 'reach', 'secure', 'log-in', 'directory', 'upload', 'size', 'replace', 'clean-up'].map(
  (step) => ({ step, status: 'ok' }),
);

let newsroom: Newsroom;
beforeEach(() => {
  newsroom = new Newsroom();
});

const test = async (watching: ReturnType<typeof watched>, changes: Partial<ConnectionTestRequest> = {}) =>
  (await newsroom.backup({ transports: watching.transports })).testing.test(aTest(changes));

const withMisplaced = (call: string, error: unknown, when: (name: string) => boolean = () => true) =>
  watched(newsroom, (asked) => {
    if (asked.call === call && when(asked.name ?? '')) throw error;
  });

const refused = new TransportFailure({ step: 'clean-up', code: 'remove-refused' });
const lost = new TransportFailure({ step: 'reach', code: 'connection-lost' });

describe('a rehearsal', () => {
  it('logs in once, and closes its session', async () => {
    const watching = watched(newsroom);
    expect(await test(watching)).toMatchObject({ isOk: true, steps: ALL_OK });
    const calls = watching.asked.map(({ call }) => call);
    expect(calls.filter((call) => call === 'open')).toHaveLength(1);
    expect(calls.at(-1)).toBe('close');
  });

  it('touches nothing but its own probe, which no other test has', async () => {
    await newsroom.setUp();
    await newsroom.run();
    const [one, two] = [watched(newsroom), watched(newsroom)];
    await test(one);
    await test(two);
    const [names, others] = [one, two].map(({ asked }) => asked.flatMap(({ name }) => name ?? []));
    for (const name of [...(names ?? []), ...(others ?? [])]) {
      expect(name).toMatch(/^planning-backup-test-[^/]+$/);
      expect(names?.includes(name) && others?.includes(name)).toBe(false);
    }
  });

  it('takes one wrong size for a failure', async () => {
    newsroom.server.plan({ on: 'size', reportedTooLargeBy: 1 });
    const outcome = await test(watched(newsroom));
    expect(steps(outcome)).toMatchObject({ size: 'size-differs' });
    expect(outcome).toMatchObject({ isOk: false, capability: null });
  });

  it.each([1, 2])('goes on in a new session where the answer to rename %i was lost, as a night does', async (nth) => {
    let renames = 0;
    const watching = watched(newsroom, ({ call }) => {
      if (call === 'rename') renames += 1;
      if (call === 'rename' && renames === nth)
        newsroom.server.plan({ on: 'rename', connectionBreaks: 'before-it-is-done' });
    });
    expect(await test(watching)).toMatchObject({ isOk: true, capability: 'atomic', warnings: [] });
    expect(newsroom.files()).toEqual({});
    const calls = watching.asked.map(({ call }) => call);
    expect(calls.filter((call) => call === 'close')).toHaveLength(calls.filter((call) => call === 'open').length);
  });

  it('tries the wanted way, though a better one works', async () => {
    newsroom = new Newsroom({ uploadOver: 'refused' });
    const outcome = await test(watched(newsroom), { replacement: 'overwrite' });
    expect(steps(outcome)).toEqual({ ...NOT_TRIED_AFTER_UPLOAD, upload: 'replacing-refused' });
    expect(outcome).toMatchObject({ isOk: false, capability: 'atomic' });
  });

  it('looks for no other way where it is not the replacing that failed', async () => {
    // Room for the first probe, but not for the second beside it.
    newsroom = new Newsroom({ directories: { '/backup/planung': { writable: true, capacity: 60 } } });
    const outcome = await test(watched(newsroom));
    expect(steps(outcome)).toEqual({ ...NOT_TRIED_AFTER_UPLOAD, upload: 'disk-full' });
    expect(outcome).toMatchObject({ capability: null, warnings: [] });
  });
});

/** The probe was removed all the same, and that is said. */
const NOT_TRIED_AFTER_UPLOAD = { size: 'not-tried', replace: 'not-tried' };

describe('the probe', () => {
  it('that a server does not let us remove is told by name, and asked for once', async () => {
    const watching = withMisplaced('remove', refused);
    const outcome = await test(watching);
    const [name] = Object.keys(newsroom.files());
    expect(outcome).toMatchObject({ isOk: false, warnings: [{ warning: 'probe-left-behind', name }] });
    expect(steps(outcome)).toEqual({ 'clean-up': 'remove-refused' });
    expect(watching.asked.filter(({ call }) => call === 'open')).toHaveLength(1);
  });

  it('is looked for in a new session, which is closed, after the first was lost', async () => {
    newsroom.server.plan({ on: 'upload', cutAfterBytes: 4 });
    const watching = watched(newsroom);
    const outcome = await test(watching);
    expect(outcome).toMatchObject({ warnings: [] });
    expect(steps(outcome)).toEqual({ ...NOT_TRIED_AFTER_UPLOAD, upload: 'connection-lost' });
    expect(newsroom.files()).toEqual({});
    const calls = watching.asked.map(({ call }) => call);
    expect(calls.filter((call) => call === 'close')).toHaveLength(calls.filter((call) => call === 'open').length);
  });

  it('is told of, where the server cannot be reached again', async () => {
    newsroom.server.plan({ on: 'upload', cutAfterBytes: 4 });
    const once = watched(newsroom, ({ call }, before) => {
      if (call === 'open' && before.length > 0) throw lost;
    });
    const outcome = await test(once);
    expect(steps(outcome)).toMatchObject({ upload: 'connection-lost', 'clean-up': 'remove-refused' });
    expect(outcome).toMatchObject({ warnings: [{ warning: 'probe-left-behind' }] });
  });
});

describe('what the server shows', () => {
  it('is seen by whoever looked, also where the login was refused: nothing', async () => {
    expect(await test(watched(newsroom), { user: 'somebody' })).toMatchObject({ presented: null });
  });

  it('ends a test before any login where it is not trusted yet, after what went before', async () => {
    const outcome = await test(watched(newsroom), { trustedIdentity: null });
    expect(outcome).toMatchObject({
      steps: ALL_OK.map((ok, index) =>
        index < 2 ? ok : { ...ok, status: index === 2 ? 'to-be-trusted' : 'not-tried' },
      ),
    });
  });

  it('is nothing where it was not reached', async () => {
    const elsewhere = { destination: aDestination({ host: 'elsewhere.example' }), trustedIdentity: null };
    const outcome = await test(watched(newsroom), elsewhere);
    expect(outcome).toMatchObject({ isOk: false, presented: null, capability: null, warnings: [] });
    expect(steps(outcome)).toMatchObject({ reach: 'host-not-reachable', secure: 'not-tried' });
  });

  it('is nothing where it does not show it a second time', async () => {
    newsroom = new Newsroom({ protocol: 'ftp', tlsMode: 'explicit', identity: aCertificate(), port: 21 });
    const ftps = {
      destination: aDestination({ protocol: 'ftp', tlsMode: 'explicit', port: 21 }),
      trustedIdentity: null,
    };
    const outcome = await test(withMisplaced('identify', lost), ftps);
    expect(steps(outcome)).toMatchObject({ secure: 'certificate-untrusted' });
    expect(outcome).toMatchObject({ presented: null, warnings: [] });
  });
});

describe('the walk', () => {
  it('gives each session half a minute', async () => {
    const [sftp, unknownKey] = [watched(newsroom), watched(newsroom)];
    await test(sftp);
    await test(unknownKey, { trustedIdentity: null });
    newsroom = new Newsroom({ protocol: 'ftp', tlsMode: 'explicit', identity: aCertificate(), port: 21 });
    const ftps = watched(newsroom);
    const destination = aDestination({ protocol: 'ftp', tlsMode: 'explicit', port: 21 });
    await test(ftps, { destination, trustedIdentity: null });
    const began = [sftp, unknownKey, ftps].flatMap(({ asked }) =>
      asked.filter(({ deadline }) => deadline !== undefined),
    );
    expect(began.map(({ call, deadline }) => `${call} ${deadline}`)).toEqual([
      'open 30000',
      'identify 30000',
      'open 30000',
      'identify 30000',
    ]);
  });

  it('goes on where it cannot be seen whether a workbook is there', async () => {
    const unavailable = new TransportFailure({ step: 'size', code: 'size-unavailable' });
    const outcome = await test(withMisplaced('size', unavailable, (name) => name.endsWith('.xlsx')));
    expect(outcome).toMatchObject({ isOk: true, warnings: [] });
  });

  it.each(['open', 'size', 'upload', 'remove'])('does not take a bug at %s for an answer', async (call) => {
    await expect(test(withMisplaced(call, new TypeError('a bug')))).rejects.toThrow('a bug');
  });

  it('does not take a bug for a workbook that cannot be seen', async () => {
    const isWorkbook = (name: string): boolean => name.endsWith('.xlsx');
    await expect(test(withMisplaced('size', new TypeError('a bug'), isWorkbook))).rejects.toThrow('a bug');
  });

  it('closes the session after a bug, too', async () => {
    const watching = withMisplaced('size', new TypeError('a bug'));
    await expect(test(watching)).rejects.toThrow('a bug');
    expect(watching.asked.at(-1)).toEqual({ call: 'close' });
  });
});
