/** Verifies one bundle in a process of its own, to see how much memory that takes. */
import { createReadStream } from 'node:fs';
import { verifyingKeyOf } from '../../src/adapters/shared/evidence/signed-note.ts';
import { verifyBundle } from '../../src/adapters/shared/evidence/verify-bundle.ts';

const [file = '', key = ''] = process.argv.slice(2);
const verdict = await verifyBundle(createReadStream(file, { highWaterMark: 1024 * 1024 }), {
  publicKey: verifyingKeyOf(key) ?? null,
  heads: [],
});
const { verdict: word } = verdict;
process.stdout.write(JSON.stringify({ verdict: word, maxRss: process.resourceUsage().maxRSS }));
