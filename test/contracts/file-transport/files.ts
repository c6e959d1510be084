import { expect } from 'vitest';
import { bytesOf, hasSameBytes } from './harness.ts';
import type { Suite } from './suite.ts';

/** Files arrive as they were, and nothing but them. */
export const whatAFileGoesThrough = (suite: Suite, large: boolean): void => {
  const sizes: readonly [string, number][] = [
    ['0 bytes', 0],
    ['60 kB', 60_000],
    ...(large ? [['20 MB', 20_000_000] as [string, number]] : []),
  ];
  for (const [title, length] of sizes) {
    suite.test(`brings ${title} unchanged`, async () => {
      const bytes = bytesOf(length);
      const size = await suite.inSession(async (session) => {
        await session.remove('bytes.bin');
        await session.upload('bytes.bin', bytes);
        return session.size('bytes.bin');
      });
      expect(size).toBe(length);
      expect(hasSameBytes(await suite.harness.read(suite.harness.folders.writable, 'bytes.bin'), bytes)).toBe(true);
    });
  }

  suite.test('brings several files in one session, and a part of a larger buffer', async () => {
    const whole = bytesOf(1_000);
    await suite.inSession(async (session) => {
      for (const name of ['one.bin', 'two.bin', 'three.bin']) await session.remove(name);
      await session.upload('one.bin', whole.subarray(10, 300));
      await session.upload('two.bin', whole);
      await session.upload('three.bin', whole.subarray(990));
    });
    expect(
      hasSameBytes(await suite.harness.read(suite.harness.folders.writable, 'one.bin'), whole.subarray(10, 300)),
    ).toBe(true);
    expect(hasSameBytes(await suite.harness.read(suite.harness.folders.writable, 'two.bin'), whole)).toBe(true);
    expect(
      hasSameBytes(await suite.harness.read(suite.harness.folders.writable, 'three.bin'), whole.subarray(990)),
    ).toBe(true);
  });

  suite.test('overwrites a longer file with a shorter one, or says that the server refuses', async () => {
    const { folders, uploadOver } = suite.harness;
    await suite.harness.write(folders.writable, 'longer.bin', bytesOf(9_000));
    await suite.inSession(async (session) => {
      const uploading = session.upload('longer.bin', bytesOf(7));
      if (uploadOver === 'replaces') await uploading;
      else expect(await suite.failure(uploading)).toEqual({ step: 'upload', code: 'replacing-refused' });
    });
    const left = bytesOf(uploadOver === 'replaces' ? 7 : 9_000);
    expect(hasSameBytes(await suite.harness.read(folders.writable, 'longer.bin'), left)).toBe(true);
  });

  suite.test('gives a file a new name', async () => {
    await suite.inSession(async (session) => {
      await session.upload('old-name.bin', bytesOf(10));
      await session.remove('new-name.bin');
      await session.rename('old-name.bin', 'new-name.bin');
      expect(await session.size('old-name.bin')).toBe('absent');
    });
    expect(hasSameBytes(await suite.harness.read(suite.harness.folders.writable, 'new-name.bin'), bytesOf(10))).toBe(
      true,
    );
  });

  suite.test('replaces a file by a rename, or says that the server refuses and leaves both', async () => {
    const { writable } = suite.harness.folders;
    await suite.harness.write(writable, 'plan.xlsx', bytesOf(100));
    await suite.inSession(async (session) => {
      await session.remove('plan.xlsx.part');
      await session.upload('plan.xlsx.part', bytesOf(200));
      const renaming = session.rename('plan.xlsx.part', 'plan.xlsx');
      if (suite.harness.renameOver === 'replaces') await renaming;
      else expect(await suite.failure(renaming)).toEqual({ step: 'replace', code: 'replacing-refused' });
      expect(await session.size('plan.xlsx')).toBe(suite.harness.renameOver === 'replaces' ? 200 : 100);
      expect(await session.size('plan.xlsx.part')).toBe(suite.harness.renameOver === 'replaces' ? 'absent' : 200);
    });
    const left = bytesOf(suite.harness.renameOver === 'replaces' ? 200 : 100);
    expect(hasSameBytes(await suite.harness.read(writable, 'plan.xlsx'), left)).toBe(true);
  });

  suite.test('takes names and a directory beyond ASCII', async () => {
    const { nonAscii } = suite.harness.folders;
    await suite.inSession(
      async (session) => {
        await session.upload('Übersicht Köln – „heute“ 東京.xlsx.part', bytesOf(60));
        await session.remove('Übersicht Köln – „heute“ 東京.xlsx');
        await session.rename('Übersicht Köln – „heute“ 東京.xlsx.part', 'Übersicht Köln – „heute“ 東京.xlsx');
        expect(await session.size('Übersicht Köln – „heute“ 東京.xlsx')).toBe(60);
      },
      { directory: nonAscii },
    );
    expect(hasSameBytes(await suite.harness.read(nonAscii, 'Übersicht Köln – „heute“ 東京.xlsx'), bytesOf(60))).toBe(
      true,
    );
  });

  suite.test('tells an absent file from one that is there, in size and in removal', async () => {
    await suite.inSession(async (session) => {
      expect(await session.size('never-there.bin')).toBe('absent');
      expect(await session.remove('never-there.bin')).toBe('absent');
      await session.upload('soon-gone.bin', bytesOf(5));
      expect(await session.size('soon-gone.bin')).toBe(5);
      expect(await session.remove('soon-gone.bin')).toBe('removed');
      expect(await session.size('soon-gone.bin')).toBe('absent');
    });
    expect(await suite.harness.read(suite.harness.folders.writable, 'soon-gone.bin')).toBeUndefined();
  });

  suite.test('fails to rename an absent file, and goes on', async () => {
    await suite.harness.write(suite.harness.folders.writable, 'stays.bin', bytesOf(20));
    await suite.inSession(async (session) => {
      const renaming = session.rename('never-there.bin', 'stays.bin');
      expect(await suite.failure(renaming)).toEqual({ step: 'replace', code: 'rename-failed' });
      expect(await session.size('stays.bin')).toBe(20);
    });
  });

  suite.test('sends no name that is a path or could be a command', async () => {
    const names = ['../plan.bin', 'a/b', '', '.', '..', 'a\r\nDELE stays.bin', 'a\0b', ' a', 'a\ud800'];
    await suite.inSession(async (session) => {
      for (const bad of names) {
        expect(await suite.failure(session.upload(bad, bytesOf(1)))).toEqual({ step: 'upload', code: 'upload-failed' });
        expect(await suite.failure(session.size(bad))).toEqual({ step: 'size', code: 'size-unavailable' });
        expect(await suite.failure(session.rename('x', bad))).toEqual({ step: 'replace', code: 'rename-failed' });
        expect(await suite.failure(session.rename(bad, 'x'))).toEqual({ step: 'replace', code: 'rename-failed' });
        expect(await suite.failure(session.remove(bad))).toEqual({ step: 'clean-up', code: 'remove-refused' });
      }
    });
  });
};
