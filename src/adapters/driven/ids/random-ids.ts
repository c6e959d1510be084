import { randomUUID } from 'node:crypto';
import type { IdSource } from '../../../application/ports/id-source.ts';

/** UUIDs of version 4: 122 random bits. */
export class RandomIds implements IdSource {
  newId(): string {
    return randomUUID();
  }
}
