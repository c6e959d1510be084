export interface IdSource {
  /** Unique for ever, and not to be guessed; a UUID in the adapters here. */
  newId(): string;
}
