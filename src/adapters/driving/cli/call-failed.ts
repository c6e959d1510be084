import type { Said } from '../../shared/wording/said.ts';

/** 0 done; 1 tried and failed; 2 the call or its input is wrong; 3 something verified was found altered. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Why a call ends without its result, in the words of the user's language. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly exitCode: Exclude<ExitCode, 0>;
  readonly code: string;
  readonly said: Said;
  /** What stands beside the error in the JSON document. */
  readonly document: object;
  /** The same as lines, for standard output. */
  readonly lines: readonly string[];

  constructor(
    exitCode: Exclude<ExitCode, 0>,
    code: string,
    said: Said,
    result: { readonly document: object; readonly lines: readonly string[] } = { document: {}, lines: [] },
  ) {
    super(said.what);
    this.exitCode = exitCode;
    this.code = code;
    this.said = said;
    this.document = result.document;
    this.lines = result.lines;
  }
}
