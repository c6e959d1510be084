import { systemCodeOf } from '../../shared/own-files/system-code.ts';
import { PageProblem, passingProblem } from './page-problem.ts';

/** What a request is made with. */
export interface PageRequest {
  readonly fetch: typeof globalThis.fetch;
  readonly token: string | null;
  /** Ends the request, and the reading of its answer. */
  readonly signal: AbortSignal;
}

const NDJSON = /^application\/(?:x-)?(?:ndjson|jsonl)\b/i;

/**
 * Asks for one page. A redirect is not followed: the token is for the server that it was entered for.
 * @throws {PageProblem} with nothing of what the server said
 */
export const getPage = async (url: URL, { fetch, token, signal }: PageRequest): Promise<AsyncIterable<Uint8Array>> => {
  const headers = { accept: 'application/x-ndjson', ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
  let response: Response;
  try {
    response = await fetch(url, { headers, signal, redirect: 'manual' });
  } catch (error) {
    throw failed(error);
  }
  if (response.status !== 200) {
    await response.body?.cancel();
    throw refused(response);
  }
  if (!NDJSON.test(response.headers.get('content-type') ?? '')) {
    await response.body?.cancel();
    throw new PageProblem('unreadable', 'it is not sent as application/x-ndjson');
  }
  return response.body === null ? nothing() : chunksOf(response.body);
};

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw failed(error);
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** Errors of `fetch` carry what broke as their cause. */
const failed = (error: unknown): PageProblem =>
  passingProblem(
    `the connection failed (${systemCodeOf(error instanceof Error ? (error.cause ?? error) : error) ?? 'unknown reason'})`,
  );

const refused = ({ status, headers }: Response): PageProblem => {
  if (status === 429 || status >= 500)
    return passingProblem(`the server cannot answer now (${status})`, pauseIn(headers));
  if (status === 401 || status === 403)
    return new PageProblem('unavailable', `the server refused the token (${status})`);
  if (status === 404 || status === 410)
    return new PageProblem('unavailable', `the server has no such plan (${status})`);
  if (status >= 300 && status < 400) {
    return new PageProblem('unavailable', `the server leads to another address (${status}); enter that one`);
  }
  return new PageProblem('unavailable', `the server does not give it (${status})`);
};

/** Milliseconds that the server asks for; its dates are left alone, since its clock may be wrong. */
const pauseIn = (headers: Headers): number => {
  const seconds = headers.get('retry-after') ?? '';
  return /^[0-9]{1,5}$/.test(seconds) ? Number(seconds) * 1000 : 0;
};
