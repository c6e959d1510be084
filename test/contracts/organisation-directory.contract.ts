import { afterEach, beforeEach, describe, expect } from 'vitest';
import {
  DirectoryUnavailable,
  type Organisation,
  type OrganisationDirectory,
} from '../../src/application/ports/organisation-directory.ts';
import { type ContractOptions, contractTests } from './contract-test.ts';

export interface OrganisationDirectoryHarness {
  readonly directory: OrganisationDirectory;
  put(organisation: Organisation): Promise<void>;
  /** From now on it cannot be read. */
  breakDown(): Promise<void>;
  close(): Promise<void>;
}

const ELBKURIER: Organisation = {
  id: 'elbkurier',
  name: 'Elbkurier „Süd“',
  timeZone: 'Europe/Berlin',
  locale: 'de',
  administrators: [
    { id: 'anna', name: 'Anna Weber', email: 'anna@elbkurier.example', locale: 'de' },
    { id: 'ben@elbkurier', name: 'Ben Ørsted', email: 'ben@elbkurier.example', locale: 'en' },
  ],
};

export const organisationDirectoryContract = (
  name: string,
  makeHarness: () => Promise<OrganisationDirectoryHarness>,
  options: ContractOptions = {},
): void => {
  describe(`organisation directory: ${name}`, () => {
    let harness: OrganisationDirectoryHarness;
    beforeEach(async () => {
      harness = await makeHarness();
    });
    afterEach(() => harness.close());
    contractTests(options, (test) => {
      test('knows an organisation and its administrators', async () => {
        await harness.put(ELBKURIER);
        expect(await harness.directory.organisation('elbkurier')).toEqual(ELBKURIER);
      });

      test('does not know what it was not told of', async () => {
        await harness.put(ELBKURIER);
        expect(await harness.directory.organisation('alsterblatt')).toBeUndefined();
        expect(await harness.directory.organisation('ELBKURIER')).toBeUndefined();
      });

      test('says who belongs to it now, and not who did', async () => {
        await harness.put(ELBKURIER);
        await harness.directory.organisation('elbkurier');
        const without = { ...ELBKURIER, administrators: ELBKURIER.administrators.slice(1) };
        await harness.put(without);
        expect(await harness.directory.organisation('elbkurier')).toEqual(without);
      });

      test('rejects while it cannot be read, and does not say that there is nobody', async () => {
        await harness.put(ELBKURIER);
        await harness.breakDown();
        await expect(harness.directory.organisation('elbkurier')).rejects.toBeInstanceOf(DirectoryUnavailable);
      });
    });
  });
};
