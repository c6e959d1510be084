import type { Aliveness } from '../../../application/proving-alive/proving-alive.ts';

const LIVENESS_PATH = '/healthz';
const READINESS_PATH = '/readyz';

export interface HealthAnswer {
  readonly status: 200 | 405 | 503;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * What a supervisor gets: yes or no, and nothing that would help anybody else; the log says why. Undefined for any
 * other path.
 */
export const healthAnswer = (
  { method = 'GET', url = '/' }: { readonly method?: string | undefined; readonly url?: string | undefined },
  alive: { now(): Aliveness },
): HealthAnswer | undefined => {
  const [path] = url.split('?', 1);
  if (path !== LIVENESS_PATH && path !== READINESS_PATH) return undefined;
  if (method !== 'GET' && method !== 'HEAD') return answer(405, { Allow: 'GET, HEAD' });
  const { isAlive, isReady } = alive.now();
  return answer((path === LIVENESS_PATH ? isAlive : isReady) ? 200 : 503);
};

const answer = (status: HealthAnswer['status'], headers: HealthAnswer['headers'] = {}): HealthAnswer => ({
  status,
  headers: {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...headers,
  },
  body: status === 200 ? 'ok\n' : 'no\n',
});
