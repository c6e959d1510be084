import type { ScheduleClock } from '../../../application/ports/schedule-clock.ts';
import type { Locale } from '../../../domain/backup-configuration/settings.ts';

/** What the host vouches for, for one request. Nothing in the request itself is trusted for any of it. */
export interface PageContext {
  readonly organisationId: string;
  readonly administratorId: string;
  /** The path that the page is mounted at, without a trailing slash: `/security-settings/ftp-backup`, or ``. */
  readonly basePath: string;
  /** The host's opaque id of the request; stands in the history beside what the request changed. */
  readonly requestId: string | null;
  /** Default: the administrator's own. */
  readonly locale?: Locale;
  /** Where a form that ends the reader's session is sent to. Absent: the host has its own way. */
  readonly signOutPath?: string;
}

export interface SettingsPageOptions {
  readonly clock: Pick<ScheduleClock, 'now'>;
  /** 32 random bytes that form tokens are made with, shared by all instances of a host. Default: made at start. */
  readonly forgeryKey?: Uint8Array;
  /** The host's public origins (`https://app.example`), where requests arrive under another one. Default: the request's own. */
  readonly origins?: readonly string[];
  /** Origins that may show the page in a frame. Default: none. */
  readonly frameAncestors?: readonly string[];
  /** Milliseconds that *back up now* waits for the night to end before it answers that it runs. Default: 20,000. */
  readonly patience?: number;
  /** Told of whatever the reader was told only that it happened. Never throws. */
  readonly onFault?: (error: unknown, requestId: string | null) => void;
}
