import { describe, expect, it } from 'vitest';
import { aDestination, aHostKey } from '../../builders/destination.ts';
import { Newsroom } from '../../support/newsroom.ts';

describe('identifying a server', () => {
  it('shows its key, and logs in nowhere', async () => {
    const newsroom = new Newsroom();
    const { identifying } = await newsroom.backup();
    expect(await identifying.identify(aDestination())).toEqual({ identity: aHostKey() });
    expect(newsroom.server.loginAttempts).toBe(0);
  });

  it('ends after half a minute', async () => {
    const newsroom = new Newsroom();
    newsroom.server.plan({ on: 'connect', server: 'stays-silent' });
    const identified = (await newsroom.backup()).identifying.identify(aDestination()).catch((error: unknown) => error);
    await newsroom.clock.advance(29_999);
    expect(newsroom.clock.waiting).toBe(1);
    await newsroom.clock.advance(1);
    expect(await identified).toMatchObject({ failure: { step: 'reach', code: 'deadline-passed' } });
  });

  it('needs a transport that speaks its protocol', async () => {
    const { identifying } = await new Newsroom().backup({ transports: [] });
    await expect(identifying.identify(aDestination())).rejects.toThrow('No file transport for sftp was given');
  });
});
