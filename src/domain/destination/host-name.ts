import { type Reading, read, unreadable } from '../reading.ts';
import { readIpv6 } from './ipv6.ts';

declare const hostName: unique symbol;

/**
 * A server's name or IP address in its one canonical writing: lower case, without a trailing dot;
 * IPv4 as four decimal numbers, IPv6 as RFC 5952 writes it and without brackets.
 */
export type HostName = string & { readonly [hostName]: true };

export type HostProblem = 'host-missing' | 'host-malformed';

/** RFC 1123, section 2.1: letters, digits and inner hyphens, 63 characters at most. */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** RFC 3696, section 2: a last label is not all digits. WHATWG URL: `0x…` there makes an IPv4 number of the whole. */
const NUMBER = /^(?:[0-9]+|0x[0-9a-f]*)$/;

/** Letters such as the Kelvin sign become ASCII in lower case, and would be another name than the one written. */
const BEYOND_ASCII = /[^\u0020-\u007e]/;

const OCTET = /^(?:0|[1-9][0-9]{0,2})$/;

/**
 * Reads a host strictly: a DNS name, four decimal octets, or an IPv6 address (with or without brackets).
 * The odd writings that resolvers accept (`127.1`, `0x7f000001`, `2130706433`, `010.0.0.1`) are no hosts here.
 * Names with letters beyond ASCII arrive in their ASCII form (`xn--…`).
 */
export const readHostName = (text: string): Reading<HostName, HostProblem> => {
  if (text === '') return unreadable('host-missing');
  if (BEYOND_ASCII.test(text)) return unreadable('host-malformed');
  const lower = text.toLowerCase();
  if (lower.includes(':')) return readIpv6Host(lower);
  const name = lower.endsWith('.') ? lower.slice(0, -1) : lower;
  if (name.length > 253) return unreadable('host-malformed');
  const labels = name.split('.');
  if (NUMBER.test(name.slice(name.lastIndexOf('.') + 1)))
    return isIpv4(labels) ? read(name as HostName) : unreadable('host-malformed');
  return labels.every((label) => LABEL.test(label)) ? read(name as HostName) : unreadable('host-malformed');
};

const isIpv4 = (octets: readonly string[]): boolean =>
  octets.length === 4 && octets.every((octet) => OCTET.test(octet) && Number(octet) <= 255);

const readIpv6Host = (text: string): Reading<HostName, HostProblem> => {
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  const canonical = readIpv6(bare);
  return canonical === undefined ? unreadable('host-malformed') : read(canonical as HostName);
};
