/** The disk that this process itself writes to: an embedded store, signed checkpoints, mails that are files. */
export interface DiskSpace {
  /** Whether there is room for what comes next, and it may be written. A rejection counts as no. */
  isLeft(): Promise<boolean>;
}
