import { type JSONEventType, type JSONRecordedEvent, jsonEvent, type ResolvedEvent } from '@eventstore/db-client';

/** An event to append. */
export const noted = (note: string | number) => jsonEvent({ type: 'noted.v1', data: { note } });

export const noteOf = ({ event }: ResolvedEvent): unknown =>
  (event as JSONRecordedEvent<JSONEventType<string, { readonly note: unknown }>>).data.note;

/** Read to the end. */
export const notes = async (events: AsyncIterable<ResolvedEvent>): Promise<readonly unknown[]> => {
  const found: unknown[] = [];
  for await (const event of events) found.push(noteOf(event));
  return found;
};
