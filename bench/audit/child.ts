/** Verifies one bundle in a process of its own, to see how much memory that takes. Needs `--expose-gc`. */
import { createReadStream } from 'node:fs';
import { verifyingKeyOf } from '../../src/adapters/shared/evidence/signed-note.ts';
import { verifyBundle } from '../../src/adapters/shared/evidence/verify-bundle.ts';

const [file = '', key = ''] = process.argv.slice(2);

/** Bytes that are still in use, of the heap and outside of it. */
const inUse = (): number => {
  if (globalThis.gc === undefined) throw new Error('run it with --expose-gc');
  for (let pass = 0; pass < 2; pass += 1) globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

const before = inUse();
let retained = 0;

async function* pieces(): AsyncGenerator<Uint8Array, void> {
  yield* createReadStream(file) as AsyncIterable<Uint8Array>;
  // All has been read, and the verifier still holds whatever it holds.
  retained = inUse() - before;
}

const { verdict } = await verifyBundle(pieces(), { publicKey: verifyingKeyOf(key) ?? null, heads: [] });
process.stdout.write(JSON.stringify({ verdict, retained, maxRss: process.resourceUsage().maxRSS }));
