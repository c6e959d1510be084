import { afterAll, beforeAll, describe, it } from 'vitest';
import { whatBreaks } from './file-transport/breaks.ts';
import { whatAFileGoesThrough } from './file-transport/files.ts';
import type { FileTransportHarness } from './file-transport/harness.ts';
import { whomItTrusts } from './file-transport/identities.ts';
import { whatAServerRefuses } from './file-transport/refusals.ts';
import { type Declare, Suite } from './file-transport/suite.ts';

export interface FileTransportContractOptions {
  /** Also uploads of 20 MB. */
  readonly large?: boolean;
  readonly skip?: readonly { readonly test: string; readonly reason: string }[];
}

/** What every transport promises, on whatever server it is run. */
export const fileTransportContract = (
  name: string,
  makeHarness: () => Promise<FileTransportHarness>,
  { large = false, skip = [] }: FileTransportContractOptions = {},
): void => {
  describe(`${name} as a file transport`, () => {
    let harness: FileTransportHarness | undefined;
    beforeAll(async () => {
      harness = await makeHarness();
    });
    afterAll(() => harness?.close?.());
    const unlessSkipped =
      (declare: Declare): Declare =>
      (title, body) => {
        const skipped = skip.find((one) => one.test === title);
        if (skipped === undefined) declare(title, body);
        else it.skip(`${title} (${skipped.reason})`, () => {});
      };
    const waiting: Declare = (title, body) => it.concurrent(title, body);
    const suite = new Suite(unlessSkipped(it), unlessSkipped(waiting), () => {
      if (harness === undefined) throw new Error('The harness could not be made.');
      return harness;
    });
    whatAFileGoesThrough(suite, large);
    whatAServerRefuses(suite);
    whatBreaks(suite);
    whomItTrusts(suite);
  });
};
