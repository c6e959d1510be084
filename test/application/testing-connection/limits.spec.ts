import { beforeEach, describe, expect, it } from 'vitest';
import { TestLimits } from '../../../src/application/testing-connection/test-limits.ts';
import { aDestination } from '../../builders/destination.ts';
import { Newsroom } from '../../support/newsroom.ts';

const HERE = { organisationId: 'abendblatt', actorId: 'anna', destination: aDestination(), user: 'redaktion' };
const TOO_MANY = { reason: 'TooManyTests' };
const LOCKED = { reason: 'TooManyRefusedLogins' };

let newsroom: Newsroom;
let limits: TestLimits;
beforeEach(() => {
  newsroom = new Newsroom();
  limits = new TestLimits(newsroom);
});

/** So many tests, none of them refused. */
const tests = async (times: number, by: Partial<typeof HERE> = {}): Promise<void> => {
  for (let n = 0; n < times; n += 1) expect(await limits.admit({ ...HERE, ...by })).toBeUndefined();
};

describe('tests of the connection in an hour', () => {
  it('are 30 of one administrator', async () => {
    await tests(30);
    expect(await limits.admit(HERE)).toEqual(TOO_MANY);
    await tests(1, { actorId: 'ben' });
    await tests(1, { organisationId: 'morgenpost' });
  });

  it('are 60 of one organisation', async () => {
    for (const actorId of ['anna', 'ben']) await tests(30, { actorId, destination: aDestination({ port: 2022 }) });
    expect(await limits.admit({ ...HERE, actorId: 'carla' })).toEqual(TOO_MANY);
    await tests(1, { organisationId: 'morgenpost' });
  });

  it('are 120 at one server, whoever makes them', async () => {
    for (const organisationId of ['a', 'b', 'c', 'd']) await tests(30, { organisationId });
    const fifth = { ...HERE, organisationId: 'e' };
    expect(await limits.admit(fifth)).toEqual(TOO_MANY);
    await tests(1, { ...fifth, destination: aDestination({ port: 2022 }) });
    await tests(1, { ...fifth, destination: aDestination({ host: 'other.example' }) });
  });

  it('are counted by the hour of UTC', async () => {
    await tests(15);
    await newsroom.clock.advance(29 * 60_000);
    await tests(15);
    expect(await limits.admit(HERE)).toEqual(TOO_MANY);
    await newsroom.clock.advance(60_000);
    await tests(30);
  });
});

describe('logins that a server may refuse in an hour', () => {
  const login = (changes: Partial<typeof HERE> = {}) => limits.admitLogin({ ...HERE, ...changes });

  it('are five of one user at one server', async () => {
    for (let n = 0; n < 5; n += 1) expect(await login({ actorId: `a${n}`, organisationId: `o${n}` })).toBeUndefined();
    expect(await login()).toEqual(LOCKED);
    expect(await login()).toEqual(LOCKED);
    expect(await login({ user: 'other' })).toBeUndefined();
    expect(await login({ destination: aDestination({ port: 2022 }) })).toBeUndefined();
    expect(await login({ destination: aDestination({ host: 'other.example' }) })).toBeUndefined();
  });

  it('are given back by one that was let in, and by none that was not even tried', async () => {
    for (let n = 0; n < 5; n += 1) await login();
    expect(await login()).toEqual(LOCKED);
    await limits.notRefused(HERE);
    expect(await login()).toBeUndefined();
    expect(await login()).toEqual(LOCKED);
  });

  it('are not given back by one that was let in elsewhere', async () => {
    for (let n = 0; n < 5; n += 1) await login();
    await limits.notRefused({ ...HERE, user: 'other' });
    await limits.notRefused({ ...HERE, destination: aDestination({ port: 2022 }) });
    expect(await login()).toEqual(LOCKED);
  });
});
