import type { Telemetry } from '../../../application/ports/telemetry.ts';
import type { Locale } from '../../../domain/backup-configuration/settings.ts';
import type { ExitCode } from './call-failed.ts';
import type { InputStream } from './credential.ts';
import type { Installation, OpenedBackup, Place, PlanInHand, Use } from './installation.ts';
import type { ArgumentName, CommandName, GivenOptions, OptionName } from './options.ts';
import type { Output, OutputStream } from './output.ts';
import type { Words } from './wording/words.ts';

/** What is around one call of the command line. */
export interface Surroundings {
  readonly installation: Installation;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: InputStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** As a user types it to call the program, so that a call to go on with can be shown. */
  readonly program: string;
  /** What `--version` answers. */
  readonly version: string;
  /** Aborts when the user interrupts: what was opened is closed, and the call ends. */
  readonly signal: AbortSignal;
}

/** What a command works with. */
export interface CallContext extends Surroundings {
  readonly argv: readonly string[];
  readonly output: Output;
  readonly locale: Locale;
  readonly words: Words;
  readonly place: Place;
  /** Done when the command has ended or is interrupted, the latest first; must not reject. */
  atEnd(work: () => Promise<void>): void;
  /** Opens the state, to change it unless another use is named; it is closed at the end. */
  open(options: {
    readonly plan: PlanInHand | null;
    readonly allowed?: readonly string[] | undefined;
    readonly telemetry?: Telemetry;
    readonly use?: Use;
  }): Promise<OpenedBackup>;
}

/** One command: a file of its own, listed in commands/all.ts. Failures are thrown. */
export interface CliCommand {
  readonly name: CommandName;
  /** What it takes without an option's name; it must be given. */
  readonly argument?: ArgumentName;
  readonly required: readonly OptionName[];
  readonly optional: readonly OptionName[];
  run(context: CallContext, options: GivenOptions): Promise<ExitCode>;
}
