/** What goes wrong on demand. `file` narrows it to one name (of a rename, the old one); `times` is 1 by default. */
export type FileServerFault = {
  readonly file?: string;
  readonly times?: number;
} & (
  | {
      readonly on: 'connect';
      /** `stays-silent` and `trickles` accept and never get anywhere. */
      readonly server: 'is-unreachable' | 'refuses' | 'stays-silent' | 'trickles';
    }
  | {
      readonly on: 'upload';
      /** The connection breaks, and so many bytes lie on the server. */
      readonly cutAfterBytes: number;
    }
  | {
      readonly on: 'size';
      /** Added to the size that is reported. */
      readonly reportedTooLargeBy: number;
    }
  | {
      readonly on: 'rename';
      /** The connection breaks after, or before, the server has renamed: the caller cannot tell which. */
      readonly connectionBreaks: 'after-it-is-done' | 'before-it-is-done';
    }
  | {
      readonly on: 'remove';
      readonly connectionBreaks: 'after-it-is-done' | 'before-it-is-done';
    }
);

export type FaultOn = FileServerFault['on'];

/** Faults in the order in which they were planned. */
export class FaultPlan {
  readonly #planned: { readonly fault: FileServerFault; left: number }[] = [];

  add(fault: FileServerFault): void {
    this.#planned.push({ fault, left: fault.times ?? 1 });
  }

  take<On extends FaultOn>(on: On, file?: string): Extract<FileServerFault, { on: On }> | undefined {
    const due = this.#planned.find(
      ({ fault, left }) => left > 0 && fault.on === on && (fault.file === undefined || fault.file === file),
    );
    if (due === undefined) return undefined;
    due.left -= 1;
    return due.fault as Extract<FileServerFault, { on: On }>;
  }
}
