import { bundleLine, FORMAT } from './bundle.ts';
import { CheckpointTrail } from './checkpoint-trail.ts';
import type { Envelope } from './envelope.ts';
import { EventTrail, type WitnessedHead } from './event-trail.ts';
import { linesOf } from './lines.ts';
import type { VerifyingKey } from './signed-note.ts';
import { Altered, Unreadable, type Verdict } from './verdict.ts';

/** What did not come with the bundle, and may therefore prove it. */
export interface Anchors {
  readonly publicKey: VerifyingKey | null;
  readonly heads: readonly WitnessedHead[];
}

/**
 * Verifies a bundle in one pass, line by line, with no store, no network and no other part of the system. Nothing is
 * kept for an event; for a line of a checkpoint what {@link SignedHeads} says, for a change what {@link ChangeIds} does.
 */
export const verifyBundle = async (
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  anchors: Anchors,
): Promise<Verdict> => {
  const verifier = new BundleVerifier(anchors);
  try {
    for await (const { lines, isText } of linesOf(chunks)) {
      for (const line of lines) verifier.add(line);
      if (!isText) throw new Unreadable('no-text');
    }
    return verifier.end();
  } catch (error) {
    const { line } = verifier;
    if (error instanceof Altered) return { verdict: 'altered', line: error.line ?? line, ...error.alteration };
    if (error instanceof Unreadable) return { verdict: 'unreadable', line, problem: error.problem };
    throw error;
  }
};

class BundleVerifier {
  readonly #anchors: Anchors;
  #organisation: string | undefined;
  #checkpoints: CheckpointTrail;
  #events: EventTrail | undefined;
  #areEventsOver = false;
  /** The one at hand; at the end, the one that would come next. */
  line = 1;

  constructor(anchors: Anchors) {
    this.#anchors = anchors;
    this.#checkpoints = new CheckpointTrail('', null);
  }

  add(line: string): void {
    const parsed = parsedLine(line);
    if (this.#organisation === undefined) this.#header(line, parsed);
    else if (typeof parsed.checkpoint === 'string') this.#checkpoint(line, parsed.checkpoint);
    else if (isEnvelope(parsed.event)) this.#event(line, parsed.event);
    else if (typeof parsed.publicKey === 'string') this.#publicKey(line, parsed.publicKey);
    else throw new Altered('line-malformed');
    this.line += 1;
  }

  end(): Verdict {
    if (this.#organisation === undefined) throw new Unreadable('no-bundle');
    this.#endEvents();
    const events = this.#eventTrail();
    const { last, isVouchedFor: byKey } = this.#checkpoints;
    const byHeadUpTo = Math.max(0, ...this.#anchors.heads.map(({ version }) => version));
    return {
      verdict: byKey || byHeadUpTo > 0 ? 'anchored' : 'not-anchored',
      organisation: this.#organisation,
      events: events.events,
      streams: events.streams,
      checkpoints: last?.sequence ?? 0,
      signedAt: last?.signedAt ?? null,
      configuration: events.configuration,
      byKey,
      byHeadUpTo,
    };
  }

  #header(line: string, { format, organisation }: Line): void {
    if (format !== FORMAT || typeof organisation !== 'string') throw new Unreadable('no-bundle');
    isCanonical(line, bundleLine.header(organisation));
    this.#organisation = organisation;
    this.#checkpoints = new CheckpointTrail(organisation, this.#anchors.publicKey);
  }

  #checkpoint(line: string, note: string): void {
    isCanonical(line, bundleLine.checkpoint(note));
    if (this.#events !== undefined) throw new Altered('line-misplaced');
    this.#checkpoints.add(note);
  }

  #event(line: string, event: Envelope): void {
    isCanonical(line, bundleLine.event(event));
    const { stream, version } = event;
    if (this.#areEventsOver) throw new Altered('line-misplaced', { stream, version });
    this.#eventTrail().add(event);
  }

  #publicKey(line: string, key: string): void {
    isCanonical(line, bundleLine.publicKey(key));
    this.#endEvents();
  }

  #eventTrail(): EventTrail {
    this.#events ??= this.#beginEvents();
    return this.#events;
  }

  #beginEvents(): EventTrail {
    this.#checkpoints.end();
    const { last, heads } = this.#checkpoints;
    const signed = last === null ? null : heads;
    return new EventTrail({ organisation: this.#organisation ?? '', signed, witnessed: this.#anchors.heads });
  }

  #endEvents(): void {
    if (this.#areEventsOver) return;
    const { streams, digest } = this.#eventTrail().end();
    this.#areEventsOver = true;
    const { last } = this.#checkpoints;
    if (last !== null && (streams !== last.streams || digest !== last.digest))
      throw new Altered('checkpoint-totals-differ', { checkpoint: last.sequence });
  }
}

type Line = Readonly<Record<string, unknown>>;

const parsedLine = (line: string): Line => {
  try {
    const parsed: unknown = JSON.parse(line);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Line) : {};
  } catch {
    throw new Unreadable('no-json');
  }
};

/** Of surrogates: it has no UTF-8, and its escape is the only way to write it. */
const HALF_A_PAIR = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;

/** One content has one line; so nothing can be hidden in a second member of one name, or in one that is not hashed. */
const isCanonical = (line: string, canonical: string): void => {
  const isSame = line.length + 1 === canonical.length && canonical.startsWith(line);
  if (!isSame || (line.includes('\\ud') && HALF_A_PAIR.test(line))) throw new Altered('line-malformed');
};

const isText = (value: unknown): boolean => typeof value === 'string';
const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string';

const isEnvelope = (value: unknown): value is Envelope => {
  if (typeof value !== 'object' || value === null) return false;
  const { actorId, causationId, changeId, eventId, hash, occurredAt, payload, ...rest } = value as Line;
  const { previousHash, recordedAt, requestId, stream, type, version } = rest;
  const texts = [actorId, changeId, eventId, hash, occurredAt, payload, previousHash, recordedAt, stream, type];
  return texts.every(isText) && isTextOrNull(causationId) && isTextOrNull(requestId) && Number.isSafeInteger(version);
};
