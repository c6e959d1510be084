import { createPublicKey } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { type VerifyingKey, verifyingKey } from '../../../shared/evidence/signed-note.ts';
import type { Summary, Verdict } from '../../../shared/evidence/verdict.ts';
import { type Anchors, verifyBundle } from '../../../shared/evidence/verify-bundle.ts';
import { systemCodeOf } from '../../../shared/own-files/system-code.ts';
import { CallFailed, type ExitCode } from '../call-failed.ts';
import type { CallContext, CliCommand } from '../command.ts';
import { aligned } from '../table.ts';
import type { Words } from '../wording/words.ts';

/** Small enough that what was read is soon garbage: pieces of a megabyte took 20 to 40 MB more, and were no faster. */
const PIECE = 64 * 1024;
const LARGEST_KEY_FILE = 4_096;
const HEAD = /^([1-9]\d{0,14}):([0-9a-f]{64})$/i;

/** Checks a bundle with nothing but what is named: no store, no network, no key that came inside it. */
export const auditVerify: CliCommand = {
  name: 'audit verify',
  argument: 'bundle',
  required: [],
  optional: ['publicKey', 'head'],
  run: async (context, { bundle = '', publicKey, head = [] }) => {
    const { words } = context;
    const anchors: Anchors = {
      publicKey: publicKey === undefined ? null : readPublicKey(publicKey, words),
      heads: head.map((text) => readHead(text, words)),
    };
    return report(bundle, await verdictOn(bundle, anchors, words), anchors, context);
  },
};

const verdictOn = async (file: string, anchors: Anchors, words: Words): Promise<Verdict> => {
  const chunks = createReadStream(file, { highWaterMark: PIECE });
  let failure: unknown;
  chunks.on('error', (error) => {
    failure = error;
  });
  try {
    return await verifyBundle(chunks, anchors);
  } catch (error) {
    if (error !== failure) throw error;
    throw new CallFailed(2, 'BundleUnreadable', words.audit.fileUnreadable(file, systemCodeOf(error) ?? 'unknown'));
  }
};

const readPublicKey = (file: string, words: Words): VerifyingKey => {
  try {
    const text = statSync(file).size > LARGEST_KEY_FILE ? '' : readFileSync(file, 'utf8');
    // A private key has a public half too, but an auditor must never have it.
    if (!text.includes('PRIVATE KEY')) return verifyingKey(createPublicKey(text));
  } catch {
    // Said below: what is no key, and what cannot be read, are mended in the same way.
  }
  throw new CallFailed(2, 'PublicKeyUnreadable', words.audit.publicKeyUnreadable(file));
};

const readHead = (text: string, words: Words): { readonly version: number; readonly head: string } => {
  const [, version, head] = HEAD.exec(text) ?? [];
  if (version === undefined || head === undefined)
    throw new CallFailed(2, 'HeadMalformed', words.audit.headMalformed(text));
  return { version: Number(version), head: head.toLowerCase() };
};

const report = (file: string, verdict: Verdict, anchors: Anchors, { words, output }: CallContext): ExitCode => {
  const { audit } = words;
  const document = { file, ...verdict };
  switch (verdict.verdict) {
    case 'anchored':
      output.result(document, [audit.anchored, ...summaryLines(verdict, anchors, words)]);
      return 0;
    case 'not-anchored': {
      const lines = summaryLines(verdict, anchors, words);
      throw new CallFailed(1, 'NotAnchored', audit.notAnchored, { document, lines });
    }
    case 'unreadable':
      throw new CallFailed(2, 'BundleUnreadable', audit.unreadable(verdict.problem, verdict.line), {
        document,
        lines: [],
      });
    case 'altered':
      throw new CallFailed(3, 'Altered', audit.altered(verdict), { document, lines: [] });
    default:
      return verdict satisfies never;
  }
};

const summaryLines = (summary: Summary, anchors: Anchors, { audit }: Words): readonly string[] => {
  const { organisation, events, streams, checkpoints, signedAt, configuration, byKey, byHeadUpTo } = summary;
  const { labels } = audit;
  const isInPart = byHeadUpTo > 0 && !byKey;
  return [
    ...aligned([
      [labels.organisation, organisation],
      [labels.events, audit.eventsIn(events, streams)],
      [labels.checkpoints, signedAt === null ? String(checkpoints) : `${checkpoints}, ${signedAt}`],
      ...(configuration === null ? [] : [[labels.configuration, `${configuration.version}:${configuration.head}`]]),
      ...(byKey && anchors.publicKey !== null ? [[labels.byKey, audit.keyVouches(anchors.publicKey.keyId)]] : []),
      ...(byHeadUpTo > 0 ? [[labels.byHead, audit.headVouches(byHeadUpTo)]] : []),
    ]).map((line) => `  ${line}`),
    ...(isInPart ? [audit.beyondHead(byHeadUpTo)] : []),
  ];
};
