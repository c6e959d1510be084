import { AllowedNetworks } from '../../shared/guarded-network/allowed-networks.ts';
import { CallFailed } from './call-failed.ts';
import type { Words } from './wording/words.ts';

/** One of a few words, or undefined where the option was not given. */
export const oneOf = <Choice extends string>(
  option: string,
  choices: readonly Choice[],
  given: string | undefined,
  words: Words,
): Choice | undefined => {
  if (given === undefined) return undefined;
  const choice = choices.find((candidate) => candidate === given);
  if (choice === undefined) throw new CallFailed(2, 'ChoiceUnknown', words.call.choice(option, choices));
  return choice;
};

/** The options, and after them the variable, where networks stand behind each other with commas or spaces. */
export const allowedNetworks = (
  given: readonly string[] | undefined,
  env: Readonly<Record<string, string | undefined>>,
  words: Words,
): AllowedNetworks => {
  const fromEnv = (env.PLANNING_BACKUP_ALLOW_NETWORKS ?? '').split(/[\s,]+/).filter((text) => text !== '');
  const networks = [...(given ?? []), ...fromEnv];
  const malformed = networks.find((network) => !isNetwork(network));
  if (malformed !== undefined) throw new CallFailed(2, 'NetworkMalformed', words.networkMalformed(malformed));
  return AllowedNetworks.parse(networks);
};

export const isNetwork = (text: string): boolean => {
  try {
    AllowedNetworks.parse([text]);
    return true;
  } catch {
    return false;
  }
};
