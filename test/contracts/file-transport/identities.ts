import { expect } from 'vitest';
import { LIMITS, type Suite } from './suite.ts';

/** The password goes to a server that has proved who it is. */
export const whomItTrusts = (suite: Suite): void => {
  suite.test('shows the identity of a server without a login', async () => {
    const before = suite.harness.loginAttempts?.();
    const presented = await suite.harness.transport.identify(suite.harness.request().destination, LIMITS);
    expect(presented?.identity ?? null).toEqual(suite.harness.identity);
    expect(suite.harness.loginAttempts?.()).toBe(before);
    const inside = await suite.inSession(async (session) => session.presented);
    expect(inside?.identity ?? null).toEqual(suite.harness.identity);
  });

  suite.test('stops before the login at an identity that is not trusted', async () => {
    const before = suite.harness.loginAttempts?.();
    for (const { title, change, code, transport } of suite.harness.distrusted) {
      expect(await suite.opening(change, LIMITS, transport), title).toEqual({ step: 'secure', code });
    }
    expect(suite.harness.loginAttempts?.()).toBe(before);
  });
};
