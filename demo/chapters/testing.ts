import { readdir } from 'node:fs/promises';
import { TEST_STEPS_SAID } from '../../src/adapters/shared/wording/connection-test.ts';
import { identityText } from '../../src/adapters/shared/wording/settings.ts';
import type { ConnectionTestReport } from '../../src/application/testing-connection/results.ts';
import type { HostIdentity } from '../../src/domain/destination/host-identity.ts';
import { ANNA } from './people.ts';
import { type Chapter, form, nameOf, type Scene } from './scene.ts';

/** What is in the form is tested before it is saved: first up to the identity, and once that is trusted, to the end. */
export const testing: Chapter = async (scene) => {
  const { sftp, tell, words, language } = scene;
  const said = TEST_STEPS_SAID[language];
  tell.chapter(words.testing.title(nameOf(scene, ANNA)));
  const { steps, presented } = await tested(scene, null);
  if (presented?.identity.fingerprint !== sftp.fingerprint) throw new Error('a server shows another identity');
  if (!steps.some(({ status }) => status === 'to-be-trusted')) throw new Error('a test logged in too early');
  tell.say(words.testing.identity);
  tell.show(identityText(presented.identity, language));
  tell.say(words.testing.trust);
  const again = await tested(scene, presented.identity);
  if (!again.isOk) throw new Error(`a test failed: ${JSON.stringify(again.steps)}`);
  if ((await readdir(sftp.folder)).length > 0) throw new Error('a test left something at the server');
  tell.succeeds(words.testing.ok(again.steps.map(({ step }) => said[step])));
};

const tested = async (scene: Scene, trusted: HostIdentity | null): Promise<ConnectionTestReport> => {
  const outcome = await scene.backup.testing.test(form(scene, ANNA, scene.sftp, trusted, scene.sftp));
  if (outcome.outcome !== 'tested') throw new Error(`a test was ${JSON.stringify(outcome)}`);
  return outcome;
};
