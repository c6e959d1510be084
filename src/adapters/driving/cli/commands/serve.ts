import { CallFailed } from '../call-failed.ts';
import type { CallContext, CliCommand } from '../command.ts';
import type { ServeOptions } from '../installation.ts';
import type { GivenOptions } from '../options.ts';
import { plansFolder } from '../plans-folder.ts';
import { serviceLog } from '../progress/service-log.ts';
import { allowedNetworks, isNetwork } from '../reading-options.ts';
import { heartbeatUrlIn, portIn, portProblem } from '../service-options.ts';

const DEFAULT_PORT = 8787;

/** RFC 9110, section 5.6.2. */
const HEADER = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;

/** The settings page on this machine, until the call is interrupted. */
export const serve: CliCommand = {
  name: 'serve',
  required: ['plans'],
  optional: ['port', 'trustedUserHeader', 'trustedProxy', 'allowNetwork', 'log'],
  run: async (context, options) => {
    const { installation, place, output, words, signal } = context;
    const telemetry = await serviceLog(context, options);
    const allowed = allowedNetworks(options.allowNetwork, context.env, words);
    const serveOptions: ServeOptions = {
      ...place,
      plan: plansFolder(options, words),
      port: options.port === undefined ? DEFAULT_PORT : portIn(options.port, '--port', words),
      heartbeatUrl: heartbeatUrlIn(context.env),
      trustedProxy: trustedProxyOf(options, context),
      allowedNetworks: allowed,
      telemetry,
    };
    const serving = await installation.serve(serveOptions).catch(portProblem(context, '--port'));
    context.atEnd(() => serving.close());
    const { origin } = serving;
    output.result({ outcome: 'serving', url: `${origin}/` }, [words.serve.serving(`${origin}/`)]);
    const interrupted = new Promise<undefined>((end) =>
      signal.addEventListener('abort', () => end(undefined), { once: true }),
    );
    const moved = await Promise.race([interrupted, serving.ended]);
    if (moved !== undefined) throw moved;
    return 0;
  },
};

/** Both or neither: a header that anybody may send would let anybody in. */
const trustedProxyOf = (
  { trustedUserHeader: header, trustedProxy: networks }: GivenOptions,
  { words }: CallContext,
): ServeOptions['trustedProxy'] => {
  if (header === undefined && networks === undefined) return null;
  if (header === undefined || networks === undefined)
    throw new CallFailed(2, 'TrustedProxyIncomplete', words.serve.proxyIncomplete);
  if (!HEADER.test(header)) throw new CallFailed(2, 'HeaderMalformed', words.serve.headerMalformed);
  const malformed = networks.find((network) => !isNetwork(network));
  if (malformed !== undefined) throw new CallFailed(2, 'NetworkMalformed', words.networkMalformed(malformed));
  return { header, networks };
};
