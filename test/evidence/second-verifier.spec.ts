import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anchors, type Case, checkpoints, rewritten, singleEvents } from '../support/evidence/cases.ts';
import { aPast, bytesOf, type LivingPast, verdictOn } from '../support/evidence/history.ts';

const SCRIPT = fileURLToPath(new URL('../support/evidence/verify.py', import.meta.url));

interface Judged {
  readonly verdict: string;
  readonly line: number | null;
  readonly stream: string | null;
  readonly version: number | null;
}

/** The verifier in Python, written from the format's page alone, asked one bundle after the other. */
let python: ChildProcessWithoutNullStreams;
let answers: AsyncIterator<string>;
let [past, fork, other]: LivingPast[] = [];

beforeAll(async () => {
  python = spawn('python3', [SCRIPT, '--batch']);
  python.stderr.pipe(process.stderr);
  answers = createInterface({ input: python.stdout })[Symbol.asyncIterator]();
  past = await aPast({ events: 200 });
  fork = await aPast({ events: 200, directory: '/backup/fork' });
  other = await aPast({ events: 200, organisationId: 'morgen-post' });
});

afterAll(() => python.kill());

const inPython = async ({ lines, publicKey, heads }: Case): Promise<Judged> => {
  const bundle = Buffer.from(lines.length === 0 ? '' : bytesOf(lines)).toString('base64');
  python.stdin.write(`${JSON.stringify({ bundle, publicKey: publicKey?.raw ?? null, heads })}\n`);
  const { value, done } = await answers.next();
  if (done === true) throw new Error('the verifier in Python has ended');
  return JSON.parse(value) as Judged;
};

const inTypeScript = async (one: Case): Promise<Judged> => {
  const verdict = await verdictOn(one.lines, one);
  const nowhere = { line: null, stream: null, version: null };
  switch (verdict.verdict) {
    case 'altered': {
      const { line, stream, version } = verdict;
      return { verdict: 'altered', line, stream, version };
    }
    case 'unreadable':
      return { ...nowhere, verdict: 'unreadable', line: verdict.line };
    case 'anchored':
    case 'not-anchored':
      return { ...nowhere, verdict: verdict.verdict };
    default:
      return verdict satisfies never;
  }
};

const disagreements = async (cases: AsyncIterable<Case> | Iterable<Case>): Promise<readonly unknown[]> => {
  const found: unknown[] = [];
  for await (const one of cases) {
    const [here, there] = [await inTypeScript(one), await inPython(one)];
    if (!isDeepStrictEqual(here, there)) found.push({ name: one.name, here, there });
  }
  return found;
};

describe('two verifiers that share no line of code agree', () => {
  it('on what was done to single events', async () => {
    expect(await disagreements(singleEvents(past as LivingPast, other as LivingPast))).toEqual([]);
  });

  it('on what was rewritten, cut or dropped', async () => {
    expect(await disagreements(rewritten(past as LivingPast))).toEqual([]);
  });

  it('on what was done to checkpoints', async () => {
    expect(await disagreements(checkpoints(past as LivingPast, other as LivingPast))).toEqual([]);
  });

  it('on keys, mails, forks and files that are none', async () => {
    expect(await disagreements(anchors(past as LivingPast, fork as LivingPast, other as LivingPast))).toEqual([]);
  });
});
