import { generateKeyPairSync, randomBytes, sign, X509Certificate } from 'node:crypto';

export interface SelfSignedCertificate {
  readonly key: string;
  readonly cert: string;
  /** SHA-256 over the DER, upper-case hex pairs with colons. */
  readonly fingerprint: string;
}

const DAY = 86_400_000;

/**
 * A certificate for 127.0.0.1 that nobody vouches for, good for a week. Node makes keys but no certificates, and a
 * demo must not need a tool that may be missing: so the fields of RFC 5280, section 4.1, are written here in DER.
 */
export const selfSignedCertificate = (subject: string, now: Date): SelfSignedCertificate => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(set(sequence(oid(COMMON_NAME), der(UTF8_STRING, Buffer.from(subject)))));
  const content = sequence(
    der(0xa0, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, positive(randomBytes(16))),
    sequence(oid(ECDSA_WITH_SHA256)),
    name,
    sequence(time(new Date(now.getTime() - DAY)), time(new Date(now.getTime() + 7 * DAY))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(sequence(oid(SUBJECT_ALT_NAME), der(OCTET_STRING, sequence(der(0x87, LOOPBACK)))))),
  );
  const signature = bitString(sign('sha256', content, privateKey));
  const raw = sequence(content, sequence(oid(ECDSA_WITH_SHA256)), signature);
  const certificate = new X509Certificate(raw);
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: certificate.toString(),
    fingerprint: certificate.fingerprint256,
  };
};

// X.690, section 8: tags.
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const OBJECT_IDENTIFIER = 0x06;
const UTF8_STRING = 0x0c;
const UTC_TIME = 0x17;
const SEQUENCE = 0x30;
const SET = 0x31;

// Object identifiers as their bytes: 2.5.4.3, 2.5.29.17, 1.2.840.10045.4.3.2.
const COMMON_NAME = '550403';
const SUBJECT_ALT_NAME = '551d11';
const ECDSA_WITH_SHA256 = '2a8648ce3d040302';

const LOOPBACK = Buffer.from([127, 0, 0, 1]);

const der = (tag: number, ...contents: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content)]), content]);
};

const lengthOf = ({ length }: Buffer): readonly number[] => {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
};

const sequence = (...parts: readonly Uint8Array[]): Buffer => der(SEQUENCE, ...parts);
const set = (...parts: readonly Uint8Array[]): Buffer => der(SET, ...parts);
const oid = (hex: string): Buffer => der(OBJECT_IDENTIFIER, Buffer.from(hex, 'hex'));
const bitString = (bits: Buffer): Buffer => der(BIT_STRING, Buffer.from([0]), bits);

/** A leading bit would make it negative, a leading zero byte would be one too many. */
const positive = (bytes: Buffer): Buffer => {
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes;
};

/** `YYMMDDhhmmssZ`, RFC 5280, section 4.1.2.5.1. */
const time = (instant: Date): Buffer =>
  der(UTC_TIME, Buffer.from(`${instant.toISOString().replace(/\D/g, '').slice(2, 14)}Z`));
