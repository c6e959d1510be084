import type { z } from 'zod';
import type { DomainEvent } from '../../../domain/domain-event.ts';
import { type Reading, read, unreadable } from '../../../domain/reading.ts';
import { ATTEMPT_CODECS } from './attempt-codecs.ts';
import type { CodecsOf, StoredType } from './codec.ts';
import { CONFIGURATION_CODECS } from './configuration-codecs.ts';
import { HEALTH_CODECS } from './health-codecs.ts';
import { NOTICE_CODECS } from './notice-codecs.ts';
import { RUN_CODECS } from './run-codecs.ts';
import { UPCASTERS, type Upcaster } from './upcasters.ts';

/** Every event there is. */
export const CODECS: CodecsOf<DomainEvent> = {
  ...CONFIGURATION_CODECS,
  ...RUN_CODECS,
  ...HEALTH_CODECS,
  ...NOTICE_CODECS,
  ...ATTEMPT_CODECS,
};

interface ByStoredType {
  readonly type: DomainEvent['type'];
  readonly data: z.ZodType;
}

const BY_STORED_TYPE: ReadonlyMap<string, ByStoredType> = new Map(
  Object.entries(CODECS).map(([type, codec]) => [
    codec.storedType,
    { type: type as DomainEvent['type'], data: codec.data },
  ]),
);

/** An event's type and data as they are stored; `data` is what JSON can hold. */
export interface EncodedEvent {
  readonly storedType: StoredType;
  readonly data: unknown;
}

/** An event that today's code would not read back is not written in the first place: a bug, found before it is history. */
export class UnencodableEvent extends Error {
  override readonly name = 'UnencodableEvent';
}

export const encodeEvent = (event: DomainEvent): EncodedEvent => {
  const { type, ...data } = event;
  const { storedType, data: schema } = CODECS[type];
  const checked = schema.safeParse(data);
  if (!checked.success) throw new UnencodableEvent(`${type} cannot be stored: ${whereOf(checked.error)}`);
  return { storedType, data: checked.data };
};

/**
 * Today's event from what is stored, through the upcasters where it is an older version. A problem is said in words
 * that show none of the content.
 */
export const decodeEvent = (
  storedType: string,
  data: unknown,
  upcasters: ReadonlyMap<string, Upcaster> = UPCASTERS,
): Reading<DomainEvent, string> => {
  const upcaster = upcasters.get(storedType);
  if (upcaster !== undefined) {
    const next = upcaster(data);
    return decodeEvent(next.storedType, next.data, upcasters);
  }
  const codec = BY_STORED_TYPE.get(storedType);
  if (codec === undefined) return unreadable('its type is unknown here');
  const parsed = codec.data.safeParse(data);
  if (!parsed.success) return unreadable(whereOf(parsed.error));
  // The table is total and typed entry by entry; only the union's correlation is lost to the compiler.
  return read({ type: codec.type, ...(parsed.data as object) } as DomainEvent);
};

const whereOf = (error: z.ZodError): string =>
  error.issues.map(({ path, code }) => `${['data', ...path.map(String)].join('.')} (${code})`).join(', ');
