import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../src/application/secret.ts';

const secret = new Secret('Kanarienvogel-7');

describe('a secret', () => {
  it('is revealed to whoever asks for it', () => {
    expect(secret.reveal()).toBe('Kanarienvogel-7');
  });

  it.each([
    ['in a text', () => `${secret}`],
    ['joined', () => [secret].join()],
    ['as JSON', () => JSON.parse(JSON.stringify(secret))],
    ['inside of JSON', () => JSON.parse(JSON.stringify({ secret })).secret],
    ['inspected', () => inspect(secret)],
    ['inspected with all that is hidden', () => inspect(secret, { showHidden: true })],
  ])('is three stars %s', (_, seen) => {
    expect(seen()).toBe('***');
  });

  it('is three stars inside of what is inspected', () => {
    expect(inspect({ password: secret })).toBe('{ password: *** }');
  });
});
