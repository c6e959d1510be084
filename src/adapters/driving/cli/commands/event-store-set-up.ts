import { CallFailed } from '../call-failed.ts';
import type { CliCommand } from '../command.ts';
import { readCredential } from '../credential.ts';

/** Makes the user that the connection string names, with the rights that it needs; as an administrator of the cluster. */
export const eventStoreSetUp: CliCommand = {
  name: 'event-store set-up',
  required: ['user'],
  optional: ['passwordStdin'],
  run: async ({ installation, place, env, stdin, words, output }, { user = '', passwordStdin = false }) => {
    if (place.eventStore === null) throw new CallFailed(2, 'EventStoreMissing', words.eventStore.missing);
    const credential = await readCredential({ isOnStdin: passwordStdin, privateKeyFile: undefined, env, stdin }, words);
    if (credential?.method !== 'password')
      throw new CallFailed(2, 'PasswordRequired', words.eventStore.passwordMissing);
    const done = await installation.setUpEventStore(place.eventStore, { user, password: credential.password });
    if (done === undefined) throw new CallFailed(1, 'OtherAcl', words.eventStore.otherAcl);
    output.result({ outcome: 'set up', ...done }, words.eventStore.done(done));
    return 0;
  },
};
