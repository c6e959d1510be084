import { CallFailed } from '../call-failed.ts';
import type { CallContext, CliCommand } from '../command.ts';
import { PortUnusable, type ServeOptions, type Serving } from '../installation.ts';
import type { GivenOptions } from '../options.ts';
import { plansFolder } from '../plans-folder.ts';
import { serviceLog } from '../progress/service-log.ts';
import { allowedNetworks, isNetwork } from '../reading-options.ts';

const DEFAULT_PORT = 8787;
const PORT = /^[0-9]{1,5}$/;

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
      port: portOf(options, context),
      trustedProxy: trustedProxyOf(options, context),
      allowedNetworks: allowed,
      telemetry,
    };
    const serving = await installation.serve(serveOptions).catch((error: unknown): Serving => {
      if (!(error instanceof PortUnusable)) throw error;
      throw new CallFailed(1, 'PortUnusable', words.serve.portUnusable(error.port, error.code));
    });
    context.atEnd(() => serving.close());
    const { origin } = serving;
    output.result({ outcome: 'serving', url: `${origin}/` }, [words.serve.serving(`${origin}/`)]);
    await new Promise<void>((end) => signal.addEventListener('abort', () => end(), { once: true }));
    return 0;
  },
};

const portOf = ({ port }: GivenOptions, { words }: CallContext): number => {
  if (port === undefined) return DEFAULT_PORT;
  if (PORT.test(port) && Number(port) <= 65_535) return Number(port);
  throw new CallFailed(2, 'PortMalformed', words.serve.portMalformed);
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
