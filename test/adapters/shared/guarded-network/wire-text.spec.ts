import { describe, expect, it } from 'vitest';
import { isPlainName, isSendable } from '../../../../src/adapters/shared/guarded-network/wire-text.ts';

describe('text for the wire', () => {
  it.each(['a\r', 'a\n', 'a\0', '\t', '\u001f', '\u007f', '\ud800', 'a\udc00', '\udc00\ud800'])('is not %j', (text) => {
    expect(isSendable(text)).toBe(false);
    expect(isPlainName(text)).toBe(false);
  });

  it.each(['', ' ', 'Pä:@/%#? geheim', '東京', '😀', 'čĊ', '..', '/'])('may be %j', (text) => {
    expect(isSendable(text)).toBe(true);
  });

  it.each(['', '.', '..', 'a/b', 'a\\b', ' a', 'a ', '/', '\u00a0a'])('is no name if it is %j', (text) => {
    expect(isPlainName(text)).toBe(false);
  });

  it.each(['Themenplanung.xlsx', 'Themenplanung.xlsx.20261124-2.part', '...', '.a', 'Ü „b“.x'])(
    'is a name: %j',
    (text) => {
      expect(isPlainName(text)).toBe(true);
    },
  );
});
