import { CallFailed } from '../call-failed.ts';
import type { CliCommand } from '../command.ts';
import { rejectedCall } from '../failing.ts';

/** A one-time link to the page of a running `serve`. */
export const signIn: CliCommand = {
  name: 'sign-in',
  required: ['plan', 'actor'],
  optional: [],
  run: async (context, { plan: planFile = '', actor = '' }) => {
    const { installation, place, output, words, locale } = context;
    const { organisation } = await installation.readPeople(planFile);
    const ids = organisation.administrators.map(({ id }) => id);
    if (!ids.includes(actor)) throw rejectedCall({ reason: 'ActorNotAnAdministrator' }, ids, locale);
    const link = installation.hasState(place)
      ? await installation.signInLink(place, { organisationId: organisation.id, administratorId: actor })
      : undefined;
    if (link === undefined) throw new CallFailed(1, 'NobodyServes', words.serve.nobodyServes(place.dataDirectory));
    output.message(words.serve.linkNote);
    output.result({ outcome: 'link', ...link }, [link.url]);
    return 0;
  },
};
