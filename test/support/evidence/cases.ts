import type { Envelope } from '../../../src/adapters/shared/evidence/envelope.ts';
import type { VerifyingKey } from '../../../src/adapters/shared/evidence/signed-note.ts';
import type { Past, Quoted } from './history.ts';
import { edited, eventLine, firstEventLine, linesOf, type Parts, partsOf, rechained, resigned } from './tampering.ts';

/** One bundle, what an auditor holds it against, and what must come of it. */
export interface Case {
  readonly name: string;
  readonly lines: readonly string[];
  readonly publicKey: VerifyingKey | null;
  readonly heads: readonly Quoted[];
  readonly expected: 'anchored' | 'not-anchored' | 'unreadable' | AlteredBetween;
}

/** The first line at which it may be found, and the last. */
export interface AlteredBetween {
  readonly from: number;
  readonly to: number;
}

const FIELDS: readonly (keyof Envelope)[] = [
  ...(['actorId', 'causationId', 'changeId', 'eventId', 'hash', 'occurredAt', 'payload'] as const),
  ...(['previousHash', 'recordedAt', 'requestId', 'stream', 'type', 'version'] as const),
];

/** What can be done to one event of a bundle that an auditor verifies with the key: each is found where it was done. */
export function* singleEvents(past: Past, other: Past): Generator<Case, void> {
  const { lines, publicKey } = past;
  const parts = partsOf(lines);
  const first = firstEventLine(parts) - 1;
  const foreign = partsOf(other.lines).events;
  const at = (name: string, index: number, changed: readonly string[], found = first + index + 1): Case => {
    const expected = { from: found, to: found };
    return { name: `${name} at event ${index}`, lines: changed, publicKey, heads: [], expected };
  };
  const spliced = (index: number, remove: number, ...insert: readonly string[]): readonly string[] => {
    const changed = [...lines];
    changed.splice(first + index, remove, ...insert);
    return changed;
  };
  for (const [index, event] of parts.events.entries()) {
    const line = eventLine(event);
    const next = lines[first + index + 1] ?? '';
    const field = FIELDS[index % FIELDS.length] ?? 'payload';
    yield at(`${field} edited`, index, spliced(index, 1, eventLine(edited(event, field))));
    yield at('deleted', index, spliced(index, 1));
    yield at('another inserted', index, spliced(index, 0, lines[first + ((index + 7) % parts.events.length)] ?? ''));
    yield at('duplicated', index, spliced(index, 0, line), first + index + 2);
    yield at('of another organisation', index, spliced(index, 1, eventLine(foreign[index] ?? event)));
    if (index + 1 < parts.events.length) yield at('swapped with the next', index, spliced(index, 2, next, line));
    const invented = rechained([...parts.events.slice(0, index), { ...event, eventId: 'invented' }]).at(-1) ?? event;
    const found = first + index + 1;
    yield {
      ...at('one invented that follows', index, spliced(index, 0, eventLine(invented))),
      expected: { from: found, to: found + 1 },
    };
  }
}

/** A history that is chained anew behind what was done: only what was signed or quoted contradicts it. */
export async function* rewritten(past: Past): AsyncGenerator<Case, void> {
  const { publicKey, mails } = past;
  const parts = partsOf(past.lines);
  const first = firstEventLine(parts);
  const end = first + parts.events.length;
  const last = mails.at(-1);
  const configuration = parts.events.filter(({ stream }) => stream.startsWith('backupConfiguration-'));
  for (const [index, event] of parts.events.entries()) {
    const events = rechained(parts.events.with(index, edited(event, 'actorId')));
    const lines = await linesOf({ ...parts, events });
    const expected = { from: first + index, to: end };
    yield { name: `event ${index} rewritten, all chained anew`, lines, publicKey, heads: [], expected };
    if (!configuration.includes(event) || last === undefined) continue;
    const unsigned = await linesOf({ ...parts, events, notes: [] });
    yield {
      name: `event ${index} rewritten, against a mail`,
      lines: unsigned,
      publicKey: null,
      heads: [last],
      expected: anywhere,
    };
  }
  for (let cut = 1; cut <= configuration.length; cut += 1) {
    const kept = new Set(configuration.slice(0, -cut));
    const events = parts.events.filter((event) => !configuration.includes(event) || kept.has(event));
    const name = `the last ${cut} events of the configuration cut`;
    yield { name, lines: await linesOf({ ...parts, events }), publicKey, heads: [], expected: anywhere };
    const unsigned = await linesOf({ ...parts, events, notes: [] });
    if (last !== undefined)
      yield { name: `${name}, against a mail`, lines: unsigned, publicKey: null, heads: [last], expected: anywhere };
  }
  for (const stream of new Set(parts.events.map((event) => event.stream))) {
    const place = parts.events.findIndex((event) => event.stream === stream);
    const events = parts.events.filter((event) => event.stream !== stream);
    const lines = await linesOf({ ...parts, events });
    const expected = { from: first + place, to: first + place };
    yield { name: `stream ${stream} dropped`, lines, publicKey, heads: [], expected };
    const ofStream = parts.events.filter((event) => event.stream === stream);
    const cut = parts.events.filter((event) => event !== ofStream.at(-1));
    const at = first + place + ofStream.length - 1;
    yield {
      name: `end of ${stream} cut`,
      lines: await linesOf({ ...parts, events: cut }),
      publicKey,
      heads: [],
      expected: { from: at, to: at },
    };
  }
}

const anywhere: AlteredBetween = { from: 1, to: Number.POSITIVE_INFINITY };

/** What can be done to the checkpoints themselves. */
export async function* checkpoints(past: Past, other: Past): AsyncGenerator<Case, void> {
  const { publicKey, lines } = past;
  const parts = partsOf(lines);
  const { notes } = parts;
  const foreign = partsOf(other.lines).notes;
  const of = async (name: string, changed: readonly string[], found: number): Promise<Case> => ({
    ...{ name, lines: await linesOf({ ...parts, notes: changed }), publicKey, heads: [] },
    // What names its hash shows it, or, for the last one, its signature.
    expected: { from: found, to: found + 1 },
  });
  for (const [index, note] of notes.entries()) {
    const line = index + 2;
    const flipped = note.replace(/(?<=\n— \S+ \S{20})\S/, (sign) => (sign === 'A' ? 'B' : 'A'));
    yield of(`signature ${index} altered`, notes.with(index, flipped), line);
    const dated = note.replace(/\n2026-/, '\n2025-');
    yield of(`text of ${index} altered`, notes.with(index, dated), line);
    yield of(`checkpoint ${index} of another organisation`, notes.with(index, foreign[index] ?? ''), line);
    yield of(`checkpoint ${index} doubled`, [...notes.slice(0, index + 1), ...notes.slice(index)], line + 1);
    if (index + 1 === notes.length) continue;
    yield of(`checkpoint ${index} dropped`, notes.toSpliced(index, 1), line);
  }
  yield {
    name: 'the last checkpoint dropped',
    lines: await linesOf({ ...parts, notes: notes.slice(0, -1) }),
    publicKey,
    heads: [],
    expected: anywhere,
  };
  yield {
    name: 'all checkpoints dropped',
    lines: await linesOf({ ...parts, notes: [] }),
    publicKey,
    heads: [],
    expected: anywhere,
  };
}

/** Keys, mails, forks, and files that are none. */
export async function* anchors(past: Past, fork: Past, other: Past): AsyncGenerator<Case, void> {
  const { lines, publicKey, mails } = past;
  const parts = partsOf(lines);
  const plain = { lines, publicKey: null, heads: [] };
  const unsigned = await linesOf({ ...parts, notes: [] });
  yield { ...plain, name: 'nothing from elsewhere', expected: 'not-anchored' };
  yield { ...plain, name: 'the key', publicKey, expected: 'anchored' };
  yield { ...plain, name: 'every mail', heads: mails, expected: 'anchored' };
  yield { ...plain, name: 'the key and a mail', publicKey, heads: mails.slice(-1), expected: 'anchored' };
  yield {
    ...plain,
    name: 'a mail, without checkpoints',
    lines: unsigned,
    heads: mails.slice(2, 3),
    expected: 'anchored',
  };
  yield { ...plain, name: 'without checkpoints', lines: unsigned, expected: 'not-anchored' };
  yield { ...plain, name: 'another key', publicKey: other.publicKey, expected: { from: 2, to: 2 } };

  const forged = await linesOf(resigned(parts));
  yield { ...plain, name: 'signed anew by a forger', lines: forged, expected: 'not-anchored' };
  yield {
    ...plain,
    name: 'signed anew by a forger, with the key',
    lines: forged,
    publicKey,
    expected: { from: 2, to: 2 },
  };
  const events = rechained(parts.events.with(3, edited(parts.events[3] as Envelope, 'actorId')));
  const rewritten = await linesOf(resigned({ ...parts, events } as Parts));
  yield { ...plain, name: 'rewritten and signed by a forger', lines: rewritten, expected: 'not-anchored' };
  yield { ...plain, name: 'rewritten and signed, with the key', lines: rewritten, publicKey, expected: anywhere };

  const [mine, theirs] = [mails.at(-1) as Quoted, fork.mails.at(-1) as Quoted];
  yield { ...plain, name: 'a fork and its own mail', lines: fork.lines, heads: [theirs], expected: 'anchored' };
  yield { ...plain, name: "a fork and the other's mail", lines: fork.lines, heads: [mine], expected: anywhere };
  yield { ...plain, name: 'a history and the mail of a fork', heads: [theirs], expected: anywhere };
  yield {
    ...plain,
    name: 'a mail of a later change',
    heads: [{ ...mine, version: mine.version + 1 }],
    expected: anywhere,
  };

  const [header = '', ...rest] = lines;
  yield { ...plain, name: 'no lines', lines: [], expected: 'unreadable' };
  yield { ...plain, name: 'no header', lines: rest, expected: 'unreadable' };
  yield { ...plain, name: 'another format', lines: [header.replace('/v1', '/v2'), ...rest], expected: 'unreadable' };
  yield {
    ...plain,
    name: 'another name on it',
    publicKey,
    lines: [header.replace('abend', 'morgen'), ...rest],
    expected: anywhere,
  };
  yield {
    ...plain,
    name: 'a cut line',
    lines: [...lines.slice(0, 60), (lines[60] ?? '').slice(0, 99)],
    expected: 'unreadable',
  };
  yield { ...plain, name: 'an empty line', lines: lines.toSpliced(50, 0, ''), expected: 'unreadable' };
  const at = { from: 51, to: 51 };
  yield { ...plain, name: 'an unknown line', lines: lines.toSpliced(50, 0, '{"note":"x"}'), expected: at };
  const line = lines[50] ?? '';
  yield {
    ...plain,
    name: 'a second member of one name',
    lines: lines.with(50, line.replace('{"actorId":', '{"actorId":"eve","actorId":')),
    expected: at,
  };
  yield { ...plain, name: 'a member more', lines: lines.with(50, line.replace(/\}\}$/, ',"x":1}}')), expected: at };
  yield { ...plain, name: 'white space', lines: lines.with(50, `${line} `), expected: at };
  yield {
    ...plain,
    name: 'half of a surrogate pair',
    lines: lines.with(50, line.replace(/"actorId":"[^"]*"/, '"actorId":"\\ud800"')),
    expected: at,
  };
  yield {
    ...plain,
    name: 'a version that is no whole number',
    lines: lines.with(50, line.replace(/"version":(\d+)/, '"version":$1.0')),
    expected: at,
  };
  yield {
    ...plain,
    name: 'a checkpoint among the events',
    lines: lines.toSpliced(50, 0, lines[1] ?? ''),
    expected: at,
  };
}
