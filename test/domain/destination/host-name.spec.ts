import { isIPv4, isIPv6 } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHostName } from '../../../src/domain/destination/host-name.ts';

/** How the WHATWG URL parser, which reads as browsers and resolvers do, writes a host; undefined if it refuses it. */
const asUrlsReadIt = (host: string): string | undefined => {
  try {
    return new URL(`http://${host}/`).hostname.replace(/^\[(.*)\]$/, '$1');
  } catch {
    return undefined;
  }
};

const readable = (text: string): string | undefined => {
  const reading = readHostName(text);
  return reading.ok ? reading.value : undefined;
};

const LONGEST_LABEL = 'a'.repeat(63);
/** 253 characters: three labels of 63 and one of 61. */
const LONGEST_NAME = [LONGEST_LABEL, LONGEST_LABEL, LONGEST_LABEL, 'a'.repeat(61)].join('.');

describe('a host is read into its one canonical writing', () => {
  it.each([
    ['ftp.abendblatt.example', 'ftp.abendblatt.example'],
    ['FTP.Abendblatt.Example', 'ftp.abendblatt.example'],
    ['ftp.abendblatt.example.', 'ftp.abendblatt.example'],
    ['localhost', 'localhost'],
    ['a', 'a'],
    ['a-b.c--d.e1', 'a-b.c--d.e1'],
    ['1st.example', '1st.example'],
    ['1.2.3.example', '1.2.3.example'],
    ['xn--bro-hoa.example', 'xn--bro-hoa.example'],
    ['0xa.example', '0xa.example'],
    ['a.0xg', 'a.0xg'],
    ['a.x0', 'a.x0'],
    [LONGEST_NAME, LONGEST_NAME],
    [`${LONGEST_NAME}.`, LONGEST_NAME],
    ['192.0.2.1', '192.0.2.1'],
    ['192.0.2.1.', '192.0.2.1'],
    ['0.0.0.0', '0.0.0.0'],
    ['255.255.255.255', '255.255.255.255'],
    ['100.10.1.0', '100.10.1.0'],
    ['2001:db8::1', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['2001:0DB8:0000:0000:0000:0000:0000:0001', '2001:db8::1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:db8::0:1:1:1:1:1', undefined],
    ['2001:db8::1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['::', '::'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['::1', '::1'],
    ['1::', '1::'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
    ['::2:3:4:5:6:7:8', '0:2:3:4:5:6:7:8'],
    ['1:2:3:4:5:6::', '1:2:3:4:5:6::'],
    ['ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ])('%s → %s', (text, canonical) => {
    expect(readable(text)).toBe(canonical);
  });
});

describe('what is no host here', () => {
  it('is missing where there is nothing', () => {
    expect(readHostName('')).toEqual({ ok: false, problem: 'host-missing' });
  });

  it.each([
    // Numbers that resolvers take for addresses.
    '127.1',
    '127.0.1',
    '0x7f000001',
    '0x7F.0.0.1',
    '0x7f.1',
    '127.0.0.0x1',
    '0x',
    'a.0x',
    '2130706433',
    '017700000001',
    '010.0.0.1',
    '10.0.0.01',
    '00.0.0.0',
    '256.0.0.1',
    '1.2.3.999',
    '1.2.3.4.5',
    '1.2.3',
    'example.1',
    '1.2.3.4..',
    // IPv6 in forms of which a part is something else.
    '::ffff:10.0.0.1',
    '[::ffff:10.0.0.1]',
    '::127.0.0.1',
    'fe80::1%eth0',
    'fe80::1%25eth0',
    '[::1',
    '::1]',
    '[::11',
    '1::1]',
    '[[::1]]',
    '[::1]:22',
    '[192.0.2.1]',
    ':',
    ':::',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    '1::2::3',
    ':1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:',
    '12345::',
    'g::',
    '::-1',
    ':: 1',
    // Names that no DNS has.
    '.',
    '..',
    '.example',
    'a..example',
    'ftp.example..',
    'under_score.example',
    '-a.example',
    'a-.example',
    'a.-b',
    `${LONGEST_LABEL}a.example`,
    `${LONGEST_NAME}a`,
    `a.${LONGEST_NAME}`,
    'büro.example',
    'ban\u212a.example',
    'ｅxample',
    'example。com',
    // What is more than a host.
    ' ftp.example',
    'ftp.example ',
    'ftp example',
    'ftp.example\n',
    'ftp.example\0',
    'ftp.example:21',
    'user@ftp.example',
    'ftp://ftp.example',
    'ftp.example/dir',
    'ftp.example%2e',
    '*.example',
  ])('%j is malformed', (text) => {
    expect(readHostName(text)).toEqual({ ok: false, problem: 'host-malformed' });
  });
});

describe('whatever is written, compared with how URLs are read', () => {
  it('an IPv6 address is canonical by RFC 5952, in all its writings', () => {
    const zeros = fc.constant(0);
    const groups = fc.array(fc.oneof(zeros, zeros, fc.integer({ min: 0, max: 0xffff })), {
      minLength: 8,
      maxLength: 8,
    });
    const padding = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(groups, padding, fc.boolean(), (numbers, widths, upper) => {
        const written = numbers.map((group, at) => group.toString(16).padStart(widths[at] ?? 1, '0')).join(':');
        const text = upper ? written.toUpperCase() : written;
        const canonical = readable(text);
        expect(canonical).toBe(asUrlsReadIt(`[${text}]`));
        expect(readable(canonical ?? '')).toBe(canonical);
      }),
      { numRuns: 500 },
    );
  });

  it('a text of hex digits and colons is an IPv6 address or not, as Node says', () => {
    const pieces = fc.constantFrom(':', '::', '0', '1', 'ab', 'FFFF', '00001', ':0', '1:');
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 17 }), (parts) => {
        const text = `:${parts.join('')}`.replace(/^:(?!:)/, '1:');
        expect(readable(text) !== undefined).toBe(isIPv6(text));
        expect(readable(text)).toBe(asUrlsReadIt(`[${text}]`));
      }),
      { numRuns: 2_000 },
    );
  });

  it('a host that is accepted is read by URLs as exactly that, and never as another address', () => {
    const characters = fc.constantFrom(...'aAzZ0189xXfF.-_:');
    const pieces = fc.oneof(characters, fc.constantFrom('0x', '127', '255', '.', '0'));
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 12 }), (parts) => {
        const text = parts.join('');
        fc.pre(!text.includes(':') && !/xn--/i.test(text));
        const host = readable(text);
        if (host === undefined) return;
        accepted += 1;
        expect(asUrlsReadIt(host)).toBe(host);
        if (/^[0-9.]+$/.test(host)) expect(isIPv4(host)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  it('a dotted quad of plain numbers is an address exactly if each is at most 255', () => {
    const octets = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(octets, (numbers) => {
        const text = numbers.join('.');
        expect(readable(text)).toBe(isIPv4(text) ? text : undefined);
      }),
    );
  });
});
