import { expect } from 'vitest';
import { bytesOf, hasSameBytes } from './harness.ts';
import { LIMITS, type Suite } from './suite.ts';

/** Connections that do not come about, break or hang. */
export const whatBreaks = (suite: Suite): void => {
  suite.test('cut in the middle of an upload, leaves the old file whole', async () => {
    const { writable } = suite.harness.folders;
    await suite.harness.write(writable, 'last-night.bin', bytesOf(500));
    const { step } = await suite.inSession(async (session) => {
      await session.remove('last-night.bin.part');
      suite.harness.cutDuring(writable, 'last-night.bin.part');
      const uploading = session.upload('last-night.bin.part', bytesOf(suite.harness.cuttable));
      return suite.failure(uploading);
    });
    expect(step).toBe('upload');
    expect(hasSameBytes(await suite.harness.read(writable, 'last-night.bin'), bytesOf(500))).toBe(true);
  });

  suite.test('fails all that comes after the session was closed', async () => {
    const session = await suite.harness.transport.open(suite.harness.request(), LIMITS);
    await session.close();
    await session.close();
    expect(await suite.failure(session.size('plan.bin'))).toEqual({ step: 'size', code: 'connection-lost' });
    expect(await suite.failure(session.upload('plan.bin', bytesOf(1)))).toEqual({
      step: 'upload',
      code: 'connection-lost',
    });
  });

  suite.test('says the same of a host that is unknown, blocked or without a route', async () => {
    const { unknown, blocked, unroutable } = suite.harness.trouble;
    for (const change of [unknown, blocked, unroutable]) {
      expect(await suite.opening(change)).toEqual({ step: 'reach', code: 'host-not-reachable' });
    }
  });

  suite.test('is refused at a port where nobody listens', async () => {
    expect(await suite.opening(suite.harness.trouble.refused)).toEqual({ step: 'reach', code: 'connection-refused' });
  });

  for (const kind of ['silent', 'trickling'] as const) {
    suite.waiting(`ends at its deadline with a server that is ${kind}`, async () => {
      const started = performance.now();
      const { code } = await suite.opening(suite.harness.trouble[kind], { deadline: suite.harness.loginTakes });
      expect(code).toBe('deadline-passed');
      expect(performance.now() - started).toBeLessThan(suite.harness.loginTakes + 1_000);
      expect(performance.now() - started).toBeGreaterThan(suite.harness.loginTakes - 10);
    });
  }

  suite.waiting('ends a session at its deadline, whatever is asked of it then', async () => {
    const started = performance.now();
    await suite.inSession(async () => undefined);
    // Room for a log-in, however busy the machine is just now.
    const deadline = Math.ceil(Math.max(suite.harness.loginTakes, 3 * (performance.now() - started)));
    await suite.inSession(
      async (session) => {
        await new Promise((resolve) => setTimeout(resolve, deadline + 20));
        expect(await suite.failure(session.size('plan.bin'))).toEqual({ step: 'size', code: 'deadline-passed' });
      },
      {},
      { deadline },
    );
  });

  suite.waiting('ends when its signal aborts, before, while it waits and in a session', async () => {
    expect((await suite.opening({}, { ...LIMITS, signal: AbortSignal.abort() })).code).toBe('connection-lost');
    const started = performance.now();
    const waiting = await suite.opening(suite.harness.trouble.silent, { ...LIMITS, signal: AbortSignal.timeout(100) });
    expect(waiting.code).toBe('connection-lost');
    expect(performance.now() - started).toBeLessThan(1_100);
    const caller = new AbortController();
    await suite.inSession(
      async (session) => {
        caller.abort();
        expect(await suite.failure(session.size('plan.bin'))).toEqual({ step: 'size', code: 'connection-lost' });
      },
      {},
      { ...LIMITS, signal: caller.signal },
    );
  });
};
