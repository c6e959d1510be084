import { createCipheriv, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { decrypt, encrypt } from '../../../../src/adapters/shared/sealing/aes-gcm.ts';
import { masterKeyOf } from '../../../../src/adapters/shared/sealing/master-key-ring.ts';
import { rewrap, seal, unseal } from '../../../../src/adapters/shared/sealing/sealed-secret.ts';
import { aPassword, BINDING, revealed } from '../../../contracts/secret-store/harness.ts';

const [first, second] = [masterKeyOf(randomBytes(32)), masterKeyOf(randomBytes(32))];

describe('a sealed secret', () => {
  it('opens with the master key it was sealed with, and with no other', () => {
    const sealed = seal('s', BINDING, aPassword('hunter2'), first);
    expect(revealed(unseal('s', BINDING, sealed, first) ?? aPassword('?'))).toEqual(['hunter2']);
    expect(unseal('s', BINDING, sealed, second)).toBeUndefined();
    expect(unseal('s', BINDING, { ...sealed, keyId: second.id }, second)).toBeUndefined();
    expect(unseal('s', BINDING, sealed, { id: first.id, bytes: second.bytes })).toBeUndefined();
  });

  it('is wrapped anew without a change to the rest', () => {
    const sealed = seal('s', BINDING, aPassword('hunter2'), first);
    const again = rewrap('s', sealed, first, second);
    expect(again).toMatchObject({ keyId: second.id, sealed: sealed.sealed, commitment: sealed.commitment });
    expect(again && unseal('s', BINDING, again, first)).toBeUndefined();
    expect(again && revealed(unseal('s', BINDING, again, second) ?? aPassword('?'))).toEqual(['hunter2']);
    expect(rewrap('s', sealed, second, first)).toBeUndefined();
    expect(rewrap('other', sealed, first, second)).toBeUndefined();
  });

  it('commits to its data key, also where the ciphertext would open', () => {
    const sealed = seal('s', BINDING, aPassword('hunter2'), first);
    const other = seal('s', BINDING, aPassword('other'), first);
    // Everything of one secret but the commitment: what GCM alone would take.
    expect(unseal('s', BINDING, { ...sealed, commitment: other.commitment }, first)).toBeUndefined();
  });

  it('shows no password when it is opened and printed', () => {
    const opened = unseal('s', BINDING, seal('s', BINDING, aPassword('hunter2'), first), first);
    expect(`${inspect(opened)}${JSON.stringify(opened)}`).not.toContain('hunter2');
  });
});

describe('AES-256-GCM', () => {
  it('is nonce, ciphertext and tag, as the standard has them', () => {
    const [key, plain, associated] = [randomBytes(32), Buffer.from('text'), Buffer.from('data')];
    const sealed = Buffer.from(encrypt(key, plain, associated));
    const cipher = createCipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAAD(associated);
    expect(sealed.subarray(12, -16)).toEqual(Buffer.concat([cipher.update(plain), cipher.final()]));
    expect(sealed.subarray(-16)).toEqual(cipher.getAuthTag());
    expect(decrypt(key, sealed, associated)).toEqual(plain);
  });

  it('takes no shortened tag, and nothing shorter than nonce and tag', () => {
    const key = randomBytes(32);
    const sealed = encrypt(key, Buffer.from('text'), Buffer.alloc(0));
    for (let length = 0; length < sealed.length; length += 1)
      expect(decrypt(key, sealed.subarray(0, length), Buffer.alloc(0))).toBeUndefined();
  });
});
