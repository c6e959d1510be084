import ipaddr from 'ipaddr.js';

/**
 * What `unicast` of ipaddr.js lets through and is nobody's server on the internet. 168.63.129.16 is the platform
 * address that Azure answers inside every virtual machine.
 */
const DENIED_IPV4 = ['168.63.129.16/32'];

/** RFC 4291, section 2.4, and IANA: the only block from which global unicast IPv6 addresses were ever given out. */
const GLOBAL_IPV6 = '2000::/3';

/**
 * Whether a public server may have this address: global unicast, in its plain writing, in none of the ranges that
 * lead elsewhere (private, link-local with the clouds' metadata, shared, NAT64, 6to4, Teredo, IPv4-mapped,
 * documentation, benchmarking). What cannot be read as an address is not public.
 */
export const isPublicAddress = (address: string): boolean => {
  const parsed = readAddress(address);
  if (parsed === undefined || parsed.range() !== 'unicast') return false;
  if (parsed instanceof ipaddr.IPv6) return parsed.match(ipaddr.IPv6.parseCIDR(GLOBAL_IPV6));
  return !DENIED_IPV4.some((range) => parsed.match(ipaddr.IPv4.parseCIDR(range)));
};

/** Reads strictly: `127.1`, `0x7f.1` and `010.0.0.1`, which resolvers take, are no addresses here. */
export const readAddress = (address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined => {
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return ipaddr.IPv4.parse(address);
  return ipaddr.IPv6.isValid(address) ? ipaddr.IPv6.parse(address) : undefined;
};

/** Whether two writings mean the same address. */
export const isSameAddress = (a: string, b: string): boolean => {
  const [left, right] = [readAddress(a), readAddress(b)];
  return left !== undefined && right !== undefined && left.toNormalizedString() === right.toNormalizedString();
};
