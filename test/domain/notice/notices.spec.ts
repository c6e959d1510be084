import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { ClaimNotice, NoticeCommand } from '../../../src/domain/notice/commands.ts';
import { notices } from '../../../src/domain/notice/decide.ts';
import type { NoticeEvent } from '../../../src/domain/notice/events.ts';
import { isToBeGivenUp, nextTryAt } from '../../../src/domain/notice/retrying.ts';
import { isSettled, noticeOf } from '../../../src/domain/notice/state.ts';
import { givenFor } from '../../support/given.ts';

const given = givenFor(notices);
const ben = { recipientId: 'ben' };

const claim = (changes: Partial<ClaimNotice> = {}): ClaimNotice => ({
  type: 'ClaimNotice',
  ...ben,
  workerId: 'worker-1',
  overtaken: null,
  ...changes,
});
const claimed = (attempt: number, workerId = 'worker-1'): NoticeEvent => ({
  type: 'NoticeClaimed',
  ...ben,
  attempt,
  workerId,
});
const sent = (attempt: number): NoticeEvent => ({ type: 'NoticeSent', ...ben, attempt, addresses: 1 });
const failed = (attempt: number): NoticeEvent => ({ type: 'NoticeFailed', ...ben, attempt, code: 'mail-refused' });
const givenUp: NoticeEvent = { type: 'NoticeGivenUp', ...ben, attempts: 1 };

const recordSent = (attempt: number): NoticeCommand => ({ type: 'RecordNoticeSent', ...ben, attempt, addresses: 1 });
const recordFailed = (attempt: number): NoticeCommand => ({
  type: 'RecordNoticeFailed',
  ...ben,
  attempt,
  code: 'mail-refused',
});
const giveUp: NoticeCommand = { type: 'GiveUpNotice', ...ben };

const stateAfter = (...events: readonly NoticeEvent[]) =>
  noticeOf(events.reduce(notices.evolve, notices.initialState), 'ben');

describe('a notice is claimed', () => {
  it('before it is handed over, for each recipient alone', () => {
    given().when(claim()).then(claimed(1));
    given({ type: 'NoticeClaimed', recipientId: 'carla', attempt: 1, workerId: 'worker-9' })
      .when(claim())
      .then(claimed(1));
  });

  it('by one worker at a time, unless that one’s silence was waited for', () => {
    given(claimed(1)).when(claim()).thenRejected('NoticeClaimedByAnother');
    given(claimed(2))
      .when(claim({ overtaken: 1 }))
      .thenRejected('NoticeClaimedByAnother');
    given(claimed(1))
      .when(claim({ overtaken: 1, workerId: 'worker-2' }))
      .then(claimed(2, 'worker-2'));
  });

  it('again after a failure, and not once it is settled', () => {
    given(claimed(1), failed(1)).when(claim()).then(claimed(2));
    given(claimed(1), sent(1)).when(claim()).thenRejected('NoticeSettled');
    given(claimed(1), failed(1), givenUp)
      .when(claim({ overtaken: 1 }))
      .thenRejected('NoticeSettled');
  });
});

describe('what became of a notice', () => {
  it('was sent: recorded once, whoever has claimed it since, and even if it was given up', () => {
    given(claimed(1)).when(recordSent(1)).then(sent(1));
    given(claimed(1), claimed(2)).when(recordSent(1)).then(sent(1));
    given(claimed(1), failed(1), givenUp).when(recordSent(1)).then(sent(1));
    given(claimed(1), sent(1)).when(recordSent(2)).thenNothingHappened();
  });

  it('failed: recorded by the one who has claimed it only', () => {
    given(claimed(1)).when(recordFailed(1)).then(failed(1));
    given(claimed(1), claimed(2)).when(recordFailed(1)).thenRejected('NoticeNotClaimed');
    given().when(recordFailed(1)).thenRejected('NoticeNotClaimed');
    given(claimed(1), failed(1)).when(recordFailed(1)).thenRejected('NoticeNotClaimed');
    given(claimed(1), sent(1)).when(recordFailed(1)).thenRejected('NoticeNotClaimed');
  });

  it('was given up: not while somebody tries, and once', () => {
    given(claimed(1), failed(1)).when(giveUp).then(givenUp);
    given()
      .when(giveUp)
      .then({ ...givenUp, attempts: 0 });
    given(claimed(1)).when(giveUp).thenRejected('NoticeClaimedByAnother');
    given(claimed(1), sent(1)).when(giveUp).thenRejected('NoticeSettled');
    given(givenUp).when(giveUp).thenRejected('NoticeSettled');
  });

  it('is known afterwards', () => {
    expect(stateAfter()).toEqual({ status: 'due', attempts: 0, lastFailure: null });
    expect(stateAfter(claimed(1))).toEqual({ status: 'claimed', attempts: 1, workerId: 'worker-1' });
    expect(stateAfter(claimed(1), failed(1))).toEqual({ status: 'due', attempts: 1, lastFailure: 'mail-refused' });
    expect(stateAfter(sent(2))).toEqual({ status: 'sent', attempts: 2 });
    expect(stateAfter(givenUp)).toEqual({ status: 'given-up', attempts: 1 });
    const settled = [
      stateAfter(),
      stateAfter(claimed(1)),
      stateAfter(failed(1)),
      stateAfter(sent(1)),
      stateAfter(givenUp),
    ];
    expect(settled.map(isSettled)).toEqual([false, false, false, true, true]);
  });

  it('leaves the others’ alone', () => {
    const both = [sent(1), { ...claimed(1), recipientId: 'carla' }].reduce(notices.evolve, notices.initialState);
    expect([noticeOf(both, 'ben').status, noticeOf(both, 'carla').status]).toEqual(['sent', 'claimed']);
    expect(notices.initialState.size).toBe(0);
  });
});

describe('a notice that failed is tried again', () => {
  const since = Temporal.Instant.from('2026-11-24T01:00:00Z');
  const triedAt = (hours: number) => ({ since, lastAt: since.add({ minutes: Math.round(hours * 60) }) });

  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [9, 256],
    [10, 360],
    [17, 360],
    [5_000, 360],
  ])('after %d attempts in %d minutes', (attempts, minutes) => {
    expect(nextTryAt(triedAt(0), attempts).since(since).total('minutes')).toBe(minutes);
  });

  it.each([
    [65.9, 71.9],
    [66, 72],
    [68.5, 72],
    [71.9, 72],
    [72, 78],
    [80, 86],
  ])('where the 72 hours end, however long the pause: after %d hours at %d', (hours, next) => {
    expect(nextTryAt(triedAt(hours), 12).since(since).total('hours')).toBeCloseTo(next, 10);
  });

  it.each([
    [0, false],
    [71.99, false],
    [72, true],
    [720, true],
  ])('for 72 hours from the first try; after a try at %d hours it is given up: %s', (hours, isOver) => {
    expect(isToBeGivenUp(triedAt(hours))).toBe(isOver);
  });
});
