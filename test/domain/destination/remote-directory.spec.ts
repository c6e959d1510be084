import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasUnsendableCharacters, readRemoteDirectory } from '../../../src/domain/destination/remote-directory.ts';

describe('a remote directory', () => {
  it.each([
    ['', '/'],
    ['/', '/'],
    ['//', '/'],
    ['/backup', '/backup'],
    ['/backup/', '/backup'],
    ['//backup//planung//', '/backup/planung'],
    ['/Büro Süd/Überblick', '/Büro Süd/Überblick'],
    ['/計画/🗞️', '/計画/🗞️'],
    ['/.hidden/..b/c..', '/.hidden/..b/c..'],
    ['/...', '/...'],
    [`/${'d'.repeat(254)}`, `/${'d'.repeat(254)}`],
  ])('%j is %s', (text, directory) => {
    expect(readRemoteDirectory(text)).toEqual({ ok: true, value: directory });
  });

  it.each([
    ['backup', 'directory-not-absolute'],
    ['./backup', 'directory-not-absolute'],
    [' /backup', 'directory-not-absolute'],
    ['~/backup', 'directory-not-absolute'],
    ['/..', 'directory-has-dot-segments'],
    ['/a/../b', 'directory-has-dot-segments'],
    ['/a/.', 'directory-has-dot-segments'],
    ['/./a', 'directory-has-dot-segments'],
    ['/ a', 'directory-has-outer-spaces'],
    ['/a /b', 'directory-has-outer-spaces'],
    ['/a/ ', 'directory-has-outer-spaces'],
    ['/a\u00a0', 'directory-has-outer-spaces'],
    [`/${'d'.repeat(255)}`, 'directory-too-long'],
    ['/a\r\nDELE b', 'directory-has-control-characters'],
    ['a\n', 'directory-has-control-characters'],
    ['/a\0', 'directory-has-control-characters'],
    ['/a\t', 'directory-has-control-characters'],
    ['/\ud800', 'directory-has-control-characters'],
    ['/\udc00a', 'directory-has-control-characters'],
  ])('%j is none: %s', (text, problem) => {
    expect(readRemoteDirectory(text)).toEqual({ ok: false, problem });
  });
});

describe('what may not be sent in a command', () => {
  it.each([
    '\u0000',
    '\u0009',
    '\u000a',
    '\u000d',
    '\u001f',
    '\u007f',
    '\u0080',
    '\u0085',
    '\u009f',
    '\u2028',
    '\u2029',
    '\ud800',
    '\udfff',
  ])('%j, anywhere in a text', (sign) => {
    for (const text of [sign, `${sign}a`, `a${sign}`, `a${sign}b`]) expect(hasUnsendableCharacters(text)).toBe(true);
  });

  it.each([' ', '~', '\u00a0', 'ÿ', '\u2027', '\u202a', '🗞️', '\ufffd', ''])('but %j may', (text) => {
    expect(hasUnsendableCharacters(text)).toBe(false);
  });
});

describe('whatever is read as a directory', () => {
  it('is one line, absolute, without steps up, and reads as itself', () => {
    const pieces = fc.constantFrom('/', '/', '.', '..', ' ', 'a', 'ü', '\r', '\n', '\0', '\\', '~', '\u2028', '🗞');
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const reading = readRemoteDirectory(parts.join(''));
        if (!reading.ok) return;
        accepted += 1;
        const bytes = Buffer.from(reading.value, 'utf8');
        expect(bytes.some((byte) => byte < 0x20 || byte === 0x7f)).toBe(false);
        expect(bytes.toString('utf8')).toBe(reading.value);
        expect(reading.value).toMatch(/^\/(?:[^/]+(?:\/[^/]+)*)?$/);
        expect(reading.value.split('/')).not.toContain('..');
        expect(readRemoteDirectory(reading.value)).toEqual(reading);
      }),
      { numRuns: 2_000 },
    );
    expect(accepted).toBeGreaterThan(50);
  });
});
