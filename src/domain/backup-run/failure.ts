/**
 * Where and why a night, or a test of the connection, could not go on. These are our own words: what a server says
 * is never stored or shown. Each code has a remedy in both languages.
 */
export interface Failure {
  readonly step: FailureStep;
  readonly code: FailureCode;
}

/** In the order in which they happen. */
export type FailureStep =
  | 'collect'
  | 'render'
  | 'unlock'
  | 'host'
  | 'reach'
  | 'secure'
  | 'log-in'
  | 'directory'
  | 'upload'
  | 'size'
  | 'replace'
  | 'clean-up'
  | 'record';

export type FailureCode =
  // collect, render, unlock
  | 'plan-unavailable'
  | 'plan-unreadable'
  | 'records-need-a-look'
  | 'workbook-failed'
  | 'password-unavailable'
  // host, reach: blocked, unknown and unroutable read the same (SECURITY row 4)
  | 'host-not-reachable'
  | 'connection-refused'
  | 'no-answer'
  | 'connection-lost'
  | 'deadline-passed'
  | 'other-protocol'
  // secure
  | 'tls-not-offered'
  | 'tls-failed'
  | 'certificate-untrusted'
  | 'certificate-for-other-name'
  | 'certificate-expired'
  | 'certificate-changed'
  | 'host-key-changed'
  | 'no-common-algorithm'
  // log-in
  | 'login-refused'
  | 'private-key-unreadable'
  // directory, upload, size, replace, clean-up
  | 'directory-missing'
  | 'directory-not-writable'
  | 'disk-full'
  | 'passive-mode-refused'
  | 'upload-failed'
  | 'size-unavailable'
  | 'size-differs'
  | 'replacing-refused'
  | 'rename-failed'
  | 'remove-refused'
  // record: the other file's failure kept this one from being published, or the attempt was overtaken
  | 'other-file-failed'
  | 'attempt-overtaken';
