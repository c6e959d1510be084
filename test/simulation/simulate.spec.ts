import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Build, editedTexts } from './run/build.ts';
import { reportOf, textOf } from './run/report.ts';
import { runPart } from './run/seeds.ts';
import { bite } from './run/teeth.ts';
import { simulate } from './simulate.ts';
import { BUGS, type Bug } from './teeth/bugs.ts';

/** As small as it can be, with still two who race and two who must not meet. */
const SHAPE = { organisations: 2, nights: 3, workers: 2 };

const bugNamed = (name: string): Bug => {
  const bug = BUGS.find((one) => one.name === name);
  if (bug === undefined) throw new Error('there is no such mistake');
  return bug;
};

describe('a simulation', () => {
  it.each([1, 6, 11, 16, 21, 26])('breaks no law from seed %i on', { timeout: 120_000 }, async (first) => {
    for (let seed = first; seed < first + 5; seed += 1) {
      const { broken } = await simulate(seed, SHAPE);
      expect(broken, `seed ${seed}`).toBeUndefined();
    }
  });

  it('is the same for the same seed, and another for another', { timeout: 120_000 }, async () => {
    const [first, again, other] = [await simulate(1, SHAPE), await simulate(1, SHAPE), await simulate(2, SHAPE)];
    expect(again).toEqual(first);
    expect(other.traceHash).not.toBe(first.traceHash);
  });
});

describe('a build', () => {
  let build: Build;
  beforeAll(async () => {
    build = await Build.make();
  }, 120_000);
  afterAll(() => build.remove());

  it('simulates in another process what is simulated here', { timeout: 120_000 }, async () => {
    const hashes: string[] = [];
    await runPart(build, { shape: SHAPE, from: 3, to: 3, untilBroken: false }, ({ traceHash }) => {
      hashes.push(traceHash);
    });
    expect(hashes).toEqual([(await simulate(3, SHAPE)).traceHash]);
  });

  it.each([
    'the workbooks are uploaded onto the visible files',
    'the first file is renamed before the second is uploaded',
    'no part file is named before it is uploaded',
  ])('in which %s is caught', { timeout: 240_000 }, async (name) => {
    expect(await bite(build, bugNamed(name), SHAPE)).toMatchObject({ isCaught: true });
  });

  it('is left alone as soon as nobody waits for it', { timeout: 120_000 }, async () => {
    const bug = bugNamed('the workbooks are uploaded onto the visible files');
    expect(await bite(build, bug, SHAPE, AbortSignal.abort())).toBeUndefined();
  });

  it('knows every place that a mistake is planted in', { timeout: 120_000 }, async () => {
    for (const { edits } of BUGS) expect((await editedTexts(edits)).size).toBeGreaterThan(0);
  });
});

describe('a report', () => {
  it('names what was not proven', async () => {
    const { absent } = reportOf(SHAPE, []);
    expect(absent).toContain('all machines down for a day');
    expect(absent).toContain('the outbox is empty');
  });

  it('names the data of time zones that it replays with', () => {
    expect(textOf(reportOf(SHAPE, []))).toContain(`with the time zones of ${process.versions.tz}\n`);
  });
});
