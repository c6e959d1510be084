import { readCheckpoint } from './checkpoint.ts';
import type { Envelope } from './envelope.ts';
import { readNote, verifierKeyText, verifyingKeyOf } from './signed-note.ts';

/**
 * The evidence bundle: JSON Lines in UTF-8. Each line is one object in the canonical form of RFC 8785 (members in the
 * order of their names, no white space), ended by a line feed, in this order:
 *
 *     {"format":"planning-backup/evidence/v1","organisation":"<id>"}
 *     {"checkpoint":"<signed note>"}     all there are, from the first
 *     {"event":{…}}                      the fields of {@link Envelope}; by stream's name, then version
 *     {"publicKey":"<verifier key>"}     for convenience; proves nothing
 *
 * The checkpoints stand before the events so that one pass is enough.
 */
export const FORMAT = 'planning-backup/evidence/v1';

/** Each is a whole line, with its end. */
export const bundleLine = {
  header: (organisation: string): string => `${JSON.stringify({ format: FORMAT, organisation })}\n`,
  checkpoint: (note: string): string => `${JSON.stringify({ checkpoint: note })}\n`,
  event: (event: Envelope): string => `{"event":${eventJson(event)}}\n`,
  publicKey: (verifierKey: string): string => `${JSON.stringify({ publicKey: verifierKey })}\n`,
} as const;

const text = (value: string | null): string => (value === null ? 'null' : JSON.stringify(value));

/** One envelope as canonical JSON, its members in the order of their names; whatever else it holds is left out. */
const eventJson = (event: Envelope): string => {
  const { actorId, causationId, changeId, eventId, hash, occurredAt, payload } = event;
  const { previousHash, recordedAt, requestId, stream, type, version } = event;
  // Written out, because this runs for every event that is ever verified: a third of the time of an object made anew.
  return (
    `{"actorId":${text(actorId)},"causationId":${text(causationId)},"changeId":${text(changeId)},` +
    `"eventId":${text(eventId)},"hash":${text(hash)},"occurredAt":${text(occurredAt)},"payload":${text(payload)},` +
    `"previousHash":${text(previousHash)},"recordedAt":${text(recordedAt)},"requestId":${text(requestId)},` +
    `"stream":${text(stream)},"type":${text(type)},"version":${version}}`
  );
};

/** The lines of a bundle, one after the other. */
export async function* bundleLines(evidence: {
  readonly organisationId: string;
  readonly notes: readonly string[];
  readonly events: AsyncIterable<Envelope> | Iterable<Envelope>;
}): AsyncGenerator<string, void> {
  yield bundleLine.header(evidence.organisationId);
  for (const note of evidence.notes) yield bundleLine.checkpoint(note);
  for await (const event of evidence.events) yield bundleLine.event(event);
  for (const note of evidence.notes) {
    const key = readCheckpoint(readNote(note)?.text ?? '')?.key ?? null;
    const named = key === null ? undefined : verifyingKeyOf(key);
    if (named !== undefined) yield bundleLine.publicKey(verifierKeyText(named));
  }
}
