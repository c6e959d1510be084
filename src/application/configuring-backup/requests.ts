import type { BackupConfigurationRejection } from '../../domain/backup-configuration/rejections.ts';
import type { ConfidentialRecords, Replacement } from '../../domain/backup-configuration/settings.ts';
import type { Destination } from '../../domain/destination/destination.ts';
import type { HostIdentity } from '../../domain/destination/host-identity.ts';
import type { StreamEnd } from '../ports/event-log.ts';
import type { Credential } from '../ports/file-transport.ts';

/** Who asks. Organisation and actor come from the host's session, never from what was filled in. */
export interface ConfiguringRequest {
  readonly organisationId: string;
  readonly actorId: string;
  readonly requestId: string | null;
  /** The version that the form was drawn from, or null where no form was. */
  readonly expectedVersion: number | null;
}

/** A form as a whole. */
export interface SaveRequest extends ConfiguringRequest {
  readonly destination: Destination;
  readonly user: string;
  /** Null keeps the stored password or key. */
  readonly credential: Credential | null;
  readonly trustedIdentity: HostIdentity | null;
  readonly replacement: Replacement;
  readonly confidentialRecords: ConfidentialRecords;
  readonly filePrefix: string | null;
}

export type ConfiguringOutcome =
  | {
      readonly outcome: 'changed';
      readonly changeId: string;
      readonly end: StreamEnd;
      readonly recipientIds: readonly string[];
    }
  /** Nothing differs: nothing was recorded, nobody is told. */
  | { readonly outcome: 'unchanged'; readonly version: number }
  | { readonly outcome: 'rejected'; readonly rejection: BackupConfigurationRejection }
  /** Nothing was changed; it may be tried again. */
  | { readonly outcome: 'unavailable'; readonly what: 'directory' | 'event log' };
