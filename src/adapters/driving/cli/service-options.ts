import { Secret } from '../../../application/secret.ts';
import { CallFailed } from './call-failed.ts';
import type { CallContext, Surroundings } from './command.ts';
import { type PortOption, PortUnusable } from './unusable.ts';
import type { Words } from './wording/words.ts';

const PORT = /^[0-9]{1,5}$/;

export const portIn = (text: string, option: PortOption, { serve }: Words): number => {
  if (PORT.test(text) && Number(text) <= 65_535) return Number(text);
  throw new CallFailed(2, 'PortMalformed', serve.portMalformed(option));
};

/** From the environment only: it may hold a token, and every user of a machine sees its processes' arguments. */
export const heartbeatUrlIn = ({ PLANNING_BACKUP_HEARTBEAT_URL: url }: Surroundings['env']): Secret | null =>
  url === undefined || url === '' ? null : new Secret(url);

/** What went wrong at the beginning of a service, as the end of a call. */
export const portProblem =
  ({ words }: CallContext, option: PortOption) =>
  (error: unknown): never => {
    if (!(error instanceof PortUnusable)) throw error;
    throw new CallFailed(1, 'PortUnusable', words.serve.portUnusable(error.port, error.code, option));
  };
