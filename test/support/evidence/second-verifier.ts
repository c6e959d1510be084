import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { verifyBundle } from '../../../src/adapters/shared/evidence/verify-bundle.ts';
import type { Mutant } from './mutations.ts';

const SCRIPT = fileURLToPath(new URL('verify.py', import.meta.url));

export interface Judged {
  readonly verdict: string;
  readonly line: number | null;
  readonly stream: string | null;
  readonly version: number | null;
}

/** The verifier in Python, written from the format's page alone, asked one bundle after the other. */
export class SecondVerifier {
  readonly #python: ChildProcessWithoutNullStreams = spawn('python3', [SCRIPT, '--batch']);
  readonly #answers: AsyncIterator<string>;

  constructor() {
    this.#python.stderr.pipe(process.stderr);
    this.#answers = createInterface({ input: this.#python.stdout })[Symbol.asyncIterator]();
  }

  async judge({ bytes, publicKey, heads }: Mutant): Promise<Judged> {
    const bundle = Buffer.from(bytes).toString('base64');
    this.#python.stdin.write(`${JSON.stringify({ bundle, publicKey: publicKey?.raw ?? null, heads })}\n`);
    const { value, done } = await this.#answers.next();
    if (done === true) throw new Error('the verifier in Python has ended');
    return JSON.parse(value) as Judged;
  }

  end(): void {
    this.#python.kill();
  }
}

export const judgedHere = async ({ bytes, publicKey, heads }: Mutant): Promise<Judged> => {
  const verdict = await verifyBundle([bytes], { publicKey, heads });
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

/** What the two say of one bundle, where it is not the same; undefined where it is. */
export const disagreementOn = async (second: SecondVerifier, mutant: Mutant): Promise<unknown> => {
  const [here, there] = [await judgedHere(mutant), await second.judge(mutant)];
  return isDeepStrictEqual(here, there) ? undefined : { name: mutant.name, here, there };
};
