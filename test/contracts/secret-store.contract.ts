import { afterEach, beforeEach, describe, expect } from 'vitest';
import { type SecretStore, SecretUnavailable } from '../../src/application/ports/secret-store.ts';
import { Secret } from '../../src/application/secret.ts';
import { type ContractOptions, contractTests } from './contract-test.ts';
import {
  aPassword,
  BINDING,
  flipped,
  OTHER_BINDINGS,
  PARTS,
  revealed,
  type SecretStoreHarness,
  withEach,
} from './secret-store/harness.ts';

/** What every secret store must do; a fresh one for each test. */
export const secretStoreContract = (
  name: string,
  makeHarness: () => Promise<SecretStoreHarness>,
  options: ContractOptions = {},
): void => {
  describe(`secret store: ${name}`, () => {
    let harness: SecretStoreHarness;
    beforeEach(async () => {
      harness = await makeHarness();
    });
    afterEach(() => harness.close());

    const opened = async (store: SecretStore, id: string, binding = BINDING): Promise<readonly (string | null)[]> =>
      revealed(await store.open(id, binding));

    const refused = async (
      opening: Promise<unknown>,
      reason: SecretUnavailable['reason'] = 'does-not-open',
    ): Promise<void> => {
      const error: unknown = await opening.then(() => undefined).catch((cause: unknown) => cause);
      expect(error).toBeInstanceOf(SecretUnavailable);
      expect(error).toMatchObject({ reason });
    };

    contractTests(options, (test) => {
      test('opens what was kept, of either method', async () => {
        const { store } = harness;
        const passwords = ['hunter2', '', 'ä€💥\u0000\r\n', 'x'.repeat(100_000)];
        for (const [index, password] of passwords.entries()) {
          await store.keep(`p-${index}`, BINDING, aPassword(password));
          expect(await opened(store, `p-${index}`)).toEqual([password]);
        }
        const privateKey = new Secret('-----BEGIN…');
        for (const passphrase of [null, new Secret(''), new Secret('phrase')]) {
          const id = `k-${passphrase?.reveal()}`;
          await store.keep(id, BINDING, { method: 'private-key', privateKey, passphrase });
          expect(await opened(store, id)).toEqual(['-----BEGIN…', passphrase?.reveal() ?? null]);
        }
      });

      test('opens to the binding it was kept for, and to none that differs in any field', async () => {
        await harness.store.keep('s', BINDING, aPassword('hunter2'));
        for (const binding of OTHER_BINDINGS) await refused(harness.store.open('s', binding));
        expect(await opened(harness.store, 's', { ...BINDING })).toEqual(['hunter2']);
      });

      test('knows no secret that was never kept', async () => {
        await refused(harness.store.open('unknown', BINDING), 'destroyed-or-unknown');
        await harness.store.destroy('unknown');
        await harness.store.keep('unknown', BINDING, aPassword('hunter2'));
      });

      test('has nothing left of a destroyed secret, and of the others all', async () => {
        for (const id of ['a', 'b']) await harness.store.keep(id, BINDING, aPassword(id));
        await harness.store.destroy('a');
        await refused(harness.store.open('a', BINDING), 'destroyed-or-unknown');
        await harness.store.destroy('a');
        expect(await opened(harness.store, 'b')).toEqual(['b']);
      });

      test('takes an id once, even after its secret was destroyed', async () => {
        await harness.store.keep('s', BINDING, aPassword('first'));
        await expect(harness.store.keep('s', BINDING, aPassword('second'))).rejects.toThrow('secret s was kept before');
        expect(await opened(harness.store, 's')).toEqual(['first']);
        await harness.store.destroy('s');
        await expect(harness.store.keep('s', BINDING, aPassword('second'))).rejects.toThrow('secret s was kept before');
      });

      test('says whether what it holds can be opened at all', async () => {
        await harness.store.check();
        await harness.store.keep('s', BINDING, aPassword('hunter2'));
        await harness.store.check();
        const copy = await harness.copied();
        await harness.store.rotateMasterKey();
        await harness.store.check();
        await expect(copy.check()).rejects.toThrow();
      });

      test('seals the same password differently each time', async () => {
        for (const id of ['a', 'b']) await harness.store.keep(id, BINDING, aPassword('same'));
        await harness.altered((sealed) => {
          const [a, b] = [sealed.get('a'), sealed.get('b')];
          for (const part of PARTS)
            expect(Buffer.from(a?.[part] ?? []).equals(Buffer.from(b?.[part] ?? []))).toBe(false);
          return sealed;
        });
      });

      test('opens nothing that was swapped between organisations or ids, whole or in part', async () => {
        const theirs = { ...BINDING, organisationId: 'morgenpost' };
        await harness.store.keep('mine', BINDING, aPassword('mine'));
        await harness.store.keep('theirs', theirs, aPassword('theirs'));
        for (const parts of [
          PARTS,
          ['wrappedKey', 'commitment'],
          ['wrappedKey'],
          ['sealed'],
          ['commitment'],
        ] as const) {
          const swapped = await harness.altered((sealed) => {
            const [mine, other] = [sealed.get('mine'), sealed.get('theirs')];
            if (mine === undefined || other === undefined) throw new Error('both were kept');
            const taken = Object.fromEntries(parts.map((part) => [part, other[part]]));
            const given = Object.fromEntries(parts.map((part) => [part, mine[part]]));
            return new Map([...sealed, ['mine', { ...mine, ...taken }], ['theirs', { ...other, ...given }]]);
          });
          for (const id of ['mine', 'theirs'])
            for (const binding of [BINDING, theirs]) await refused(swapped.open(id, binding));
        }
      });

      test('opens nothing of which a bit was changed, or that was cut short', async () => {
        await harness.store.keep('s', BINDING, aPassword('hunter2'));
        for (const part of PARTS) {
          for (const at of [0, -1] as const) {
            const spoiled = await harness.altered((sealed) => withEach(sealed, (secret) => flipped(secret, part, at)));
            await refused(spoiled.open('s', BINDING));
          }
          const cut = await harness.altered((sealed) =>
            withEach(sealed, (secret) => ({ ...secret, [part]: secret[part].slice(0, 5) })),
          );
          await refused(cut.open('s', BINDING));
        }
      });

      test('wraps all live secrets anew, and opens them as before', async () => {
        const { store } = harness;
        expect(await store.rotateMasterKey()).toBe(0);
        for (const id of ['a', 'b', 'c']) await store.keep(id, BINDING, aPassword(id));
        await store.destroy('b');
        expect(await store.rotateMasterKey()).toBe(2);
        expect(await store.rotateMasterKey()).toBe(2);
        await store.keep('d', BINDING, aPassword('d'));
        for (const id of ['a', 'c', 'd']) expect(await opened(store, id)).toEqual([id]);
        for (const binding of OTHER_BINDINGS) await refused(store.open('a', binding));
      });

      test('shuts an older copy of the store when the master key was rotated', async () => {
        await harness.store.keep('s', BINDING, aPassword('hunter2'));
        const copy = await harness.copied();
        expect(await opened(copy, 's')).toEqual(['hunter2']);
        await harness.store.rotateMasterKey();
        await refused(copy.open('s', BINDING));
        expect(await opened(harness.store, 's')).toEqual(['hunter2']);
      });

      test('wraps the others anew where one was spoiled', async () => {
        for (const id of ['a', 'b']) await harness.store.keep(id, BINDING, aPassword(id));
        const store = await harness.altered((sealed) => {
          const spoiled = sealed.get('a');
          return new Map([...sealed, ['a', spoiled && flipped(spoiled, 'wrappedKey', 0)]]);
        });
        expect(await store.rotateMasterKey()).toBe(1);
        expect(await opened(store, 'b')).toEqual(['b']);
        await refused(store.open('a', BINDING));
      });
    });
  });
};
