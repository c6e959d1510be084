import { expect, it } from 'vitest';
import { healthAnswer } from '../../../../src/adapters/driving/health/health-answer.ts';

const alive = (isAlive: boolean, isReady: boolean) => ({ now: () => ({ isAlive, isReady }) });

it.each([
  ['/healthz', true, false, 200],
  ['/healthz', false, false, 503],
  ['/readyz', true, true, 200],
  ['/readyz?verbose', true, false, 503],
])('%s, alive %s, ready %s: %i', (url, isAlive, isReady, status) => {
  const answer = healthAnswer({ method: 'GET', url }, alive(isAlive, isReady));
  expect(answer).toMatchObject({ status, headers: { 'Cache-Control': 'no-store' } });
  expect(answer?.body).toMatch(/^(ok|no)\n$/);
});

it('answers nothing else', () => {
  for (const url of ['/', '/healthz/', '/healthz/..', '/settings', '//healthz', '/HEALTHZ'])
    expect(healthAnswer({ method: 'GET', url }, alive(true, true))).toBeUndefined();
  expect(healthAnswer({ method: 'POST', url: '/readyz' }, alive(true, true))?.status).toBe(405);
});
