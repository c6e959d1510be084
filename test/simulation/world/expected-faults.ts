import { CheckpointSinkUnavailable } from '../../../src/application/ports/checkpoint-sink.ts';
import { EventLogUnavailable } from '../../../src/application/ports/event-log.ts';
import { DirectoryUnavailable } from '../../../src/application/ports/organisation-directory.ts';
import { PlanUnavailable } from '../../../src/application/ports/planning-source.ts';
import { SecretUnavailable } from '../../../src/application/ports/secret-store.ts';
import { StoreAway } from '../process/stores.ts';

const EXPECTED = [
  CheckpointSinkUnavailable,
  EventLogUnavailable,
  DirectoryUnavailable,
  PlanUnavailable,
  SecretUnavailable,
  StoreAway,
];

/** Whether a process may meet this error here; every other one is a mistake of ours. */
export const isExpected = (error: unknown): boolean => EXPECTED.some((kind) => error instanceof kind);
