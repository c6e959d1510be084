import { ChangeIds } from './change-ids.ts';
import { encodedId, HeadsDigest } from './checkpoint.ts';
import { type Envelope, hashOfEnvelope, NOTHING_BEFORE } from './envelope.ts';
import type { SignedHead, SignedHeads } from './signed-heads.ts';
import { Altered } from './verdict.ts';

/** A head of the configuration's stream that did not come with the bundle: a mail, a workbook, a page quotes it. */
export interface WitnessedHead {
  readonly version: number;
  readonly head: string;
}

/** What the events are held against. */
export interface Expectations {
  readonly organisation: string;
  /** As the checkpoints say; null where there are no checkpoints. */
  readonly signed: SignedHeads | null;
  readonly witnessed: readonly WitnessedHead[];
}

/** Follows the events of one organisation, stream by stream in the order of their names. Keeps none of them. */
export class EventTrail {
  readonly #organisation: string;
  readonly #signed: Expectations['signed'];
  readonly #pendingStreams: string[];
  readonly #witnessed: readonly WitnessedHead[];
  readonly #changeIds = new ChangeIds();
  readonly #digest = new HeadsDigest();
  /** Null before the first; a text could be the name of one. */
  #stream: string | null = null;
  #version = 0;
  #head = NOTHING_BEFORE;
  #pending: Iterator<SignedHead, void> | undefined;
  /** What the stream at hand must reach next. */
  #next: SignedHead | undefined;
  #events = 0;
  #streams = 0;
  #configuration: WitnessedHead | null = null;

  constructor({ organisation, signed, witnessed }: Expectations) {
    this.#organisation = encodedId(organisation);
    this.#signed = signed;
    // The next one is the last of the array.
    this.#pendingStreams = (signed?.names() ?? []).reverse();
    this.#witnessed = witnessed;
  }

  get events(): number {
    return this.#events;
  }

  get streams(): number {
    return this.#streams;
  }

  get configuration(): WitnessedHead | null {
    return this.#configuration;
  }

  /** Throws {@link Altered}. */
  add(event: Envelope): void {
    const { stream, version } = event;
    if (stream !== this.#stream) this.#begin(event);
    const expected = this.#version + 1;
    if (version !== expected) throw new Altered('version-out-of-order', { stream, version: expected });
    if (event.previousHash !== this.#head) throw new Altered('chain-broken', { stream, version });
    if (event.hash !== hashOfEnvelope(event)) throw new Altered('hash-differs', { stream, version });
    this.#compareWithCheckpoints(event);
    if (stream === this.#configurationStream) this.#configurationEvent(event);
    if (stream === this.#configurationStream || stream === this.#healthStream) this.#changeIds.add(event.changeId);
    this.#version = version;
    this.#head = event.hash;
    this.#events += 1;
  }

  /** After the last event. Throws {@link Altered}; returns what a checkpoint's `streams` line says. */
  end(): { readonly streams: number; readonly digest: string } {
    this.#endStream();
    const missing = this.#pendingStreams.at(-1);
    if (missing !== undefined) throw this.#dropped(missing);
    const [reached, last] = [this.#configuration?.version ?? 0, this.#witnessed.map(({ version }) => version)];
    if (last.some((version) => version > reached))
      throw new Altered('ends-before-head', { stream: this.#configurationStream, version: reached + 1 });
    return this.#digest.result();
  }

  get #configurationStream(): string {
    return `backupConfiguration-${this.#organisation}`;
  }

  get #healthStream(): string {
    return `backupHealth-${this.#organisation}`;
  }

  #begin({ stream, changeId }: Envelope): void {
    if (this.#stream !== null && stream < this.#stream)
      throw new Altered('stream-out-of-order', { stream, version: null });
    this.#endStream();
    if (!this.#isOwn(stream, changeId)) throw new Altered('stream-foreign', { stream, version: 1 });
    const next = this.#pendingStreams.at(-1);
    if (next !== undefined && next < stream) throw this.#dropped(next);
    // One that no checkpoint names has no version that it may reach.
    if (next === stream) this.#pendingStreams.pop();
    this.#pending = this.#signed?.of(stream);
    this.#goOn();
    this.#stream = stream;
    this.#version = 0;
    this.#head = NOTHING_BEFORE;
    this.#streams += 1;
  }

  #endStream(): void {
    if (this.#stream === null) return;
    const { checkpoint } = this.#next ?? {};
    const [stream, version] = [this.#stream, this.#version + 1];
    if (checkpoint !== undefined) throw new Altered('ends-before-checkpoint', { stream, version, checkpoint });
    this.#digest.add({ stream, version: this.#version, head: this.#head });
  }

  #dropped(stream: string): Altered {
    const [first] = this.#signed?.of(stream) ?? [];
    const checkpoint = first?.checkpoint ?? null;
    return new Altered('ends-before-checkpoint', { stream, version: 1, checkpoint });
  }

  #compareWithCheckpoints({ stream, version, hash }: Envelope): void {
    if (this.#signed === null) return;
    const next = this.#next;
    if (next === undefined) throw new Altered('goes-beyond-checkpoint', { stream, version });
    if (version < next.version) return;
    const { checkpoint } = next;
    if (hash !== next.head) throw new Altered('checkpoint-differs', { stream, version, checkpoint });
    this.#goOn();
  }

  #goOn(): void {
    this.#next = this.#pending?.next().value ?? undefined;
  }

  #configurationEvent({ stream, version, hash }: Envelope): void {
    for (const witnessed of this.#witnessed)
      if (witnessed.version === version && witnessed.head !== hash)
        throw new Altered('head-differs', { stream, version });
    this.#configuration = { version, head: hash };
  }

  /**
   * Whole names, because an id may be empty. Configuration and health come before notices, so what they are to tell is
   * known by then.
   */
  #isOwn(stream: string, changeId: string): boolean {
    if ([`attempts-${this.#organisation}`, this.#configurationStream, this.#healthStream].includes(stream)) return true;
    if (stream.startsWith(`backupRun-${this.#organisation}-`)) return true;
    return stream === `notice-${encodedId(changeId)}` && this.#changeIds.has(changeId);
  }
}
