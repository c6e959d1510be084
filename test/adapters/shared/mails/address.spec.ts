import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMailAddress, readSender } from '../../../../src/adapters/shared/mails/address.ts';

describe('a mail address', () => {
  it.each([
    ['ben@abendblatt.example', 'ben@abendblatt.example'],
    ['Ben.O+planung@Abendblatt.Example', 'Ben.O+planung@abendblatt.example'],
    ["o'hara@x.example", "o'hara@x.example"],
    ['ben@müller.example', 'ben@xn--mller-kva.example'],
    [`${'x'.repeat(64)}@x.example`, `${'x'.repeat(64)}@x.example`],
  ])('is %s', (text, address) => {
    expect(readMailAddress(text)).toBe(address);
  });

  it.each([
    '',
    'ben',
    '@x.example',
    'ben@',
    'ben@x..example',
    'ben@x.example\r\nBcc: eve@evil.example',
    'ben@x.example\nRCPT TO:<eve@evil.example>',
    'ben\r\n@x.example',
    'ben@x.example>',
    '<ben@x.example>',
    'Ben <ben@x.example>',
    'ben@x.example, eve@evil.example',
    'ben@x.example;eve@evil.example',
    'ben eve@x.example',
    '"ben eve"@x.example',
    'ben@[127.0.0.1]',
    'ben@2001:db8::1',
    'bén@x.example',
    'ben@x.example\u0000',
    'ben@x\u200b\u0000.example',
    '.ben@x.example',
    'be..n@x.example',
    `${'x'.repeat(65)}@x.example`,
    `ben@${'x.'.repeat(130)}example`,
  ])('is not %j', (text) => {
    expect(readMailAddress(text)).toBeUndefined();
  });

  it('has no sign in it that ends or splits anything, whatever is read', () => {
    const part = fc.string({
      unit: fc.constantFrom('a', '.', '@', '<', '>', ',', '"', ' ', '\r', '\n', '\0', 'é', '('),
    });
    fc.assert(
      fc.property(fc.oneof(part, fc.string({ unit: 'binary' })), (text) => {
        for (const candidate of [text, `ben@${text}`, `${text}@x.example`])
          expect(readMailAddress(candidate) ?? 'a@b').toMatch(/^[!-~]+@[a-z0-9.-]+$/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the sender', () => {
  it.each([
    ['planung@dienst.example', { name: '', address: 'planung@dienst.example' }],
    ['Planung <planung@dienst.example>', { name: 'Planung', address: 'planung@dienst.example' }],
    [' "Planung, Abt. 1" <planung@dienst.example> ', { name: 'Planung, Abt. 1', address: 'planung@dienst.example' }],
  ])('is %s', (text, sender) => {
    expect(readSender(text)).toEqual(sender);
  });

  it.each(['', 'Planung', 'Planung <planung>', 'a@x.example, b@x.example', '<a@x.example> <b@x.example>'])(
    'is not %j',
    (text) => {
      expect(readSender(text)).toBeUndefined();
    },
  );
});
