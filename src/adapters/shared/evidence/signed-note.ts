import { createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';

/**
 * The signed note of C2SP (https://c2sp.org/signed-note): a text that ends with a line end, an empty line, and one
 * line a signature: `— <name> <base64 of 4 bytes key id and 64 bytes Ed25519 signature over the text>`.
 */
export interface SignedNote {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

interface NoteSignature {
  readonly name: string;
  /** 8 hex digits; a hint which key it was, and no proof. */
  readonly keyId: string;
  readonly signature: Uint8Array;
}

/** The name that every audit key has in its notes. */
const KEY_NAME = 'planning-backup/audit';

const ALGORITHM_ED25519 = 1;
const KEY_ID_BYTES = 4;
const SIGNATURE_BYTES = 64;
const RAW_KEY_BYTES = 32;
/** RFC 8410: what stands in front of the 32 bytes of an Ed25519 key in its SubjectPublicKeyInfo. */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** Names are of visible ASCII here, without the plus sign: what is white space beyond it, no two languages agree on. */
const SIGNATURE_LINE = /^— ([!-*,-~]+) ([A-Za-z0-9+/]+={0,2})$/u;

/** Undefined for what is no such note. A signature that another kind of key made is kept, and fits no key of ours. */
export const readNote = (note: string): SignedNote | undefined => {
  const end = note.lastIndexOf('\n\n');
  if (end === -1 || !note.endsWith('\n')) return undefined;
  const signatures: NoteSignature[] = [];
  for (const line of note.slice(end + 2, -1).split('\n')) {
    const [, name, base64] = SIGNATURE_LINE.exec(line) ?? [];
    if (name === undefined || base64 === undefined) return undefined;
    const bytes = Buffer.from(base64, 'base64');
    if (bytes.toString('base64') !== base64 || bytes.length <= KEY_ID_BYTES) return undefined;
    const keyId = bytes.subarray(0, KEY_ID_BYTES).toString('hex');
    signatures.push({ name, keyId, signature: bytes.subarray(KEY_ID_BYTES) });
  }
  return { text: note.slice(0, end + 1), signatures };
};

/** A public key of Ed25519, with what notes name it by. */
export interface VerifyingKey {
  /** The 32 bytes of RFC 8032, in Base64. */
  readonly raw: string;
  readonly keyId: string;
  readonly key: KeyObject;
}

/** Worked out once for each key: a signature costs less. */
const KNOWN = new WeakMap<KeyObject, VerifyingKey>();

export const verifyingKey = (key: KeyObject): VerifyingKey => {
  const known = KNOWN.get(key) ?? workedOut(key);
  KNOWN.set(key, known);
  return known;
};

const workedOut = (key: KeyObject): VerifyingKey => {
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('no key of Ed25519');
  const bytes = createPublicKey(key.export({ format: 'pem', type: key.type === 'private' ? 'pkcs8' : 'spki' }))
    .export({ format: 'der', type: 'spki' })
    .subarray(-RAW_KEY_BYTES);
  return verifyingKeyOf(bytes.toString('base64')) as VerifyingKey;
};

/** How notes name a key. Undefined for what is not 32 bytes in Base64. */
export const keyIdOf = (raw: string): string | undefined => {
  const bytes = Buffer.from(raw, 'base64');
  if (bytes.length !== RAW_KEY_BYTES || bytes.toString('base64') !== raw) return undefined;
  const named = Buffer.concat([Buffer.from(`${KEY_NAME}\n`), Buffer.of(ALGORITHM_ED25519), bytes]);
  return hash('sha256', named, 'hex').slice(0, 2 * KEY_ID_BYTES);
};

/** Undefined for what is not 32 bytes in Base64. */
export const verifyingKeyOf = (raw: string): VerifyingKey | undefined => {
  const keyId = keyIdOf(raw);
  if (keyId === undefined) return undefined;
  const bytes = Buffer.from(raw, 'base64');
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, bytes]), format: 'der', type: 'spki' });
  return { raw, keyId, key };
};

/** As C2SP writes a verifier key: `<name>+<key id>+<base64 of the algorithm and the key>`. */
export const verifierKeyText = ({ raw, keyId }: VerifyingKey): string => {
  const bytes = Buffer.concat([Buffer.of(ALGORITHM_ED25519), Buffer.from(raw, 'base64')]);
  return `${KEY_NAME}+${keyId}+${bytes.toString('base64')}`;
};

export const isSignedBy = ({ text, signatures }: SignedNote, { key, keyId }: VerifyingKey): boolean =>
  signatures.some(
    ({ name, keyId: id, signature }) =>
      name === KEY_NAME &&
      id === keyId &&
      signature.length === SIGNATURE_BYTES &&
      verify(null, Buffer.from(text), key, signature),
  );

/** The note of a text, signed by each of the keys in their order. The text ends with a line end. */
export const signedNote = (text: string, privateKeys: readonly KeyObject[]): string => {
  const lines = privateKeys.map((key) => {
    const { keyId } = verifyingKey(key);
    const bytes = Buffer.concat([Buffer.from(keyId, 'hex'), sign(null, Buffer.from(text), key)]);
    return `— ${KEY_NAME} ${bytes.toString('base64')}\n`;
  });
  return `${text}\n${lines.join('')}`;
};
