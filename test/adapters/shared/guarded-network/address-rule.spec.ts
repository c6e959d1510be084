import { describe, expect, it } from 'vitest';
import { isPublicAddress, isSameAddress } from '../../../../src/adapters/shared/guarded-network/address-rule.ts';
import { AllowedNetworks, NetworkMalformed } from '../../../../src/adapters/shared/guarded-network/allowed-networks.ts';
import { BLOCKED, PUBLIC } from './addresses.ts';

describe('the address rule', () => {
  it('has enough to go by', () => {
    expect(BLOCKED.length).toBeGreaterThanOrEqual(300);
    expect(new Set(PUBLIC).size).toBeGreaterThanOrEqual(50);
  });

  it.each(BLOCKED)('blocks %j', (address) => {
    expect(isPublicAddress(address)).toBe(false);
    expect(AllowedNetworks.publicOnly.allows(address)).toBe(false);
  });

  it.each(PUBLIC)('lets %s pass', (address) => {
    expect(isPublicAddress(address)).toBe(true);
    expect(AllowedNetworks.publicOnly.allows(address)).toBe(true);
  });

  it('knows an address in another writing', () => {
    expect(isSameAddress('2001:470::1', '2001:0470:0:0:0:0:0:1')).toBe(true);
    expect(isSameAddress('127.0.0.1', '127.0.0.2')).toBe(false);
    expect(isSameAddress('127.0.0.1', '::ffff:127.0.0.1')).toBe(false);
    expect(isSameAddress('', '')).toBe(false);
  });
});

describe('the networks that an operator allows', () => {
  it('allow what lies in them, and public addresses as ever', () => {
    const allowed = AllowedNetworks.parse(['127.0.0.0/8', '10.20.0.0/16', 'fd12:3456::/32', '168.63.129.16/32']);
    for (const inside of ['127.0.0.1', '10.20.255.255', 'fd12:3456:1::1', '168.63.129.16', '8.8.8.8']) {
      expect(allowed.allows(inside)).toBe(true);
    }
    for (const outside of ['10.21.0.0', '::1', '169.254.169.254', 'fd12:3457::1', '::ffff:127.0.0.1', '127.1', '']) {
      expect(allowed.allows(outside)).toBe(false);
    }
  });

  it.each([
    ...['10.0.0.1', '10.0.0.0/', '/8', '10.0.0.0/33', '10.0.0.0/08', '10.0.0.0/-1', '10.0.0.0/8/8', '10.0.0.0/8 '],
    ...['10.0.0.1/8', '10/8', '0x0a.0.0.0/8', '010.0.0.0/8', 'fd00::/129', 'fd00::1/8', 'localhost', '', '10.0.0.0/a'],
  ])('are refused when written as %j, in words that show it', (text) => {
    expect(() => AllowedNetworks.parse(['127.0.0.0/8', text])).toThrow(NetworkMalformed);
    expect(() => AllowedNetworks.parse([text])).toThrow(`${JSON.stringify(text)} is no network`);
  });
});
