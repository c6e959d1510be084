import { type Heartbeat, HeartbeatNotTaken } from '../../../application/ports/heartbeat.ts';
import { Secret } from '../../../application/secret.ts';

/** Milliseconds for one answer. */
const DEADLINE = 10_000;

/** Gets a URL. Whoever is behind it raises the alarm when that stops. */
export class HttpHeartbeat implements Heartbeat {
  /** Its path or query often is all that keeps others from beating in our name. */
  readonly #url: Secret;
  readonly #deadline: number;

  constructor({ url, deadline = DEADLINE }: { readonly url: Secret; readonly deadline?: number }) {
    this.#url = url;
    this.#deadline = deadline;
  }

  async beat(): Promise<void> {
    const signal = AbortSignal.timeout(this.#deadline);
    let response: Response;
    try {
      response = await fetch(this.#url.reveal(), { signal, redirect: 'manual' });
    } catch {
      // What fetch says names the address.
      throw new HeartbeatNotTaken(signal.aborted ? 'no-answer' : 'unreachable');
    }
    // Nothing that it says is read, however much it is.
    await response.body?.cancel().catch(() => undefined);
    if (!response.ok) throw new HeartbeatNotTaken('refused');
  }
}

/** `http:` or `https:`, without a user: fetch takes none, and none is logged by mistake. Undefined for anything else. */
export const readHeartbeatUrl = (text: string): Secret | undefined => {
  if (!URL.canParse(text)) return undefined;
  const { protocol, username, password } = new URL(text);
  const isHttp = protocol === 'https:' || protocol === 'http:';
  return isHttp && username === '' && password === '' ? new Secret(text) : undefined;
};
