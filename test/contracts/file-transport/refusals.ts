import { expect } from 'vitest';
import { bytesOf } from './harness.ts';
import type { Suite } from './suite.ts';

/** Logins and folders that do not work, each with its own code. */
export const whatAServerRefuses = (suite: Suite): void => {
  suite.waiting('is refused with a wrong password', async () => {
    expect(await suite.opening({ password: `${suite.harness.password}x` })).toEqual({
      step: 'log-in',
      code: 'login-refused',
    });
  });

  suite.waiting('is refused as an unknown user', async () => {
    expect(await suite.opening({ user: 'nobody-at-all' })).toEqual({ step: 'log-in', code: 'login-refused' });
  });

  suite.test('sends no user or password that could be a command', async () => {
    for (const change of [{ user: 'a\r\nDELE stays.bin' }, { password: 'a\nb' }, { user: 'a\0' }]) {
      expect(await suite.opening(change)).toEqual({ step: 'log-in', code: 'login-refused' });
    }
  });

  suite.test('misses a directory that is not there', async () => {
    expect(await suite.opening({ directory: '/not/there' })).toEqual({ step: 'directory', code: 'directory-missing' });
  });

  suite.test('cannot write into a directory that may only be read', async () => {
    await suite.inSession(
      async (session) => {
        const uploading = session.upload('plan.bin', bytesOf(9));
        expect(await suite.failure(uploading)).toEqual({ step: 'upload', code: 'directory-not-writable' });
        expect(await session.size('plan.bin')).toBe('absent');
      },
      { directory: suite.harness.folders.readOnly },
    );
    expect(await suite.harness.read(suite.harness.folders.readOnly, 'plan.bin')).toBeUndefined();
  });

  suite.test('cannot remove from a directory that may only be read', async () => {
    await suite.harness.write(suite.harness.folders.readOnly, 'existing.txt', bytesOf(3));
    await suite.inSession(
      async (session) => {
        expect(await suite.failure(session.remove('existing.txt'))).toEqual({
          step: 'clean-up',
          code: 'remove-refused',
        });
      },
      { directory: suite.harness.folders.readOnly },
    );
  });

  suite.test('finds a full disk, and goes on in the same session', async () => {
    await suite.inSession(
      async (session) => {
        const uploading = session.upload('plan.bin.part', bytesOf(1_000_000));
        expect(await suite.failure(uploading)).toEqual({ step: 'upload', code: 'disk-full' });
        expect(await session.remove('plan.bin.part')).toBe('removed');
        expect(await session.size('plan.bin.part')).toBe('absent');
        await session.upload('small.bin', bytesOf(1_000));
        expect(await session.size('small.bin')).toBe(1_000);
        await session.remove('small.bin');
      },
      { directory: suite.harness.folders.full },
    );
  });
};
