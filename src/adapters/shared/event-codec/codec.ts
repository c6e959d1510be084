import type { z } from 'zod';

/** Literal, with a version: `backup-configuration.destination-changed.v1`. It never changes what it means. */
export type StoredType = `${string}.${string}.v${number}`;

/** How one type of event is stored, and read by today's code. */
export interface Codec<Event extends { readonly type: string }> {
  readonly storedType: StoredType;
  /** Strict: a field that it does not know is neither written nor skipped over, but refused. */
  readonly data: z.ZodType<Omit<Event, 'type'>>;
}

/** Total: an event type without a codec does not compile. */
export type CodecsOf<Event extends { readonly type: string }> = {
  readonly [Type in Event['type']]: Codec<Extract<Event, { readonly type: Type }>>;
};
