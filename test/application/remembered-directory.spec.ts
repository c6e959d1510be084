import { describe, expect, it } from 'vitest';
import { ABENDBLATT, aSaveRequest, Newsroom } from '../support/newsroom.ts';

const HOUR = 3_600_000;
const OLD = 'ben@abendblatt.example';
const NEW = 'mallory@evil.example';

/** The newsroom as its directory names it; Anna's account is in other hands. */
const people = (newsroom: Newsroom, ...administrators: { id: string; email: string }[]): void =>
  newsroom.directory.set({
    ...ABENDBLATT,
    administrators: administrators.map((person) => ({ name: person.id, locale: 'de' as const, ...person })),
  });

const anna = { id: 'anna', email: 'anna@abendblatt.example' };

/** Pauses as Anna, sends what is owed, and says who was told at which addresses. */
const toldOfPause = async (newsroom: Newsroom): Promise<readonly (readonly [string, readonly string[]])[]> => {
  const backup = await newsroom.backup();
  const outcome = await backup.configuring.pause(aSaveRequest());
  if (outcome.outcome !== 'changed') throw new Error(outcome.outcome);
  const before = newsroom.mailer.sent.length;
  await backup.notifying.notifyOf(ABENDBLATT.id, outcome.changeId);
  return newsroom.mailer.sent.slice(before).map(({ recipient, addresses }) => [recipient.id, addresses] as const);
};

describe('an administrator who is no longer in the directory when a change is saved', () => {
  it('is told at the old address, if removed a moment before', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    people(newsroom, anna);
    expect(await toldOfPause(newsroom)).toEqual([['ben', [OLD]]]);
  });

  it('is told at both addresses, if given another one a moment before', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    people(newsroom, anna, { id: 'ben', email: NEW });
    const [[id, addresses] = ['', []]] = await toldOfPause(newsroom);
    expect([id, [...addresses].sort()]).toEqual(['ben', [OLD, NEW].sort()]);
  });

  it('is told, too, where several reads lie between', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    people(newsroom, anna);
    for (let n = 0; n < 5; n += 1) {
      await newsroom.clock.advance(2 * HOUR);
      await (await newsroom.backup()).directory.organisation(ABENDBLATT.id);
    }
    expect(await toldOfPause(newsroom)).toEqual([['ben', [OLD]]]);
  });

  it('is not told of what happens days later', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    people(newsroom, anna, { id: 'carla', email: 'carla@abendblatt.example' });
    await newsroom.clock.advance(49 * HOUR);
    expect(await toldOfPause(newsroom)).toEqual([['carla', ['carla@abendblatt.example']]]);
  });

  it('may not act', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    people(newsroom, anna);
    const { configuring } = await newsroom.backup();
    expect(await configuring.pause(aSaveRequest({ actorId: 'ben' }))).toMatchObject({
      rejection: { reason: 'ActorNotAnAdministrator' },
    });
  });

  it('is forgotten in the end: the record holds who is there now', async () => {
    const newsroom = new Newsroom();
    await newsroom.setUp();
    people(newsroom, anna);
    await newsroom.clock.advance(49 * HOUR);
    await (await newsroom.backup()).directory.organisation(ABENDBLATT.id);
    expect(JSON.stringify(await newsroom.noticeRecords.roster(ABENDBLATT.id))).not.toContain(OLD);
  });
});
