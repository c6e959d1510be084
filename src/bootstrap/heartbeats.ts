import { HttpHeartbeat, readHeartbeatUrl } from '../adapters/driven/heartbeat-url/http-heartbeat.ts';
import { HeartbeatUrlUnusable } from '../adapters/driving/cli/unusable.ts';
import type { Heartbeat } from '../application/ports/heartbeat.ts';
import type { Secret } from '../application/secret.ts';

/** As an option of the planning backup, where one is set. Throws {@link HeartbeatUrlUnusable}. */
export const heartbeatFor = (url: Secret | null): { readonly heartbeat?: Heartbeat } => {
  if (url === null) return {};
  const readable = readHeartbeatUrl(url.reveal());
  if (readable === undefined) throw new HeartbeatUrlUnusable();
  return { heartbeat: new HttpHeartbeat({ url: readable }) };
};
