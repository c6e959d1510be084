import { describe, expect, it } from 'vitest';
import type { FailureCode } from '../../../src/domain/backup-run/failure.ts';
import { faultKind, pauseBeforeRetry } from '../../../src/domain/backup-run/retrying.ts';

const failures = (...codes: FailureCode[]) => codes.map((code) => ({ step: 'upload', code }) as const);
const MINUTE = 60_000;

describe('trying a failed night again', () => {
  it.each([
    'login-refused',
    'host-key-changed',
    'directory-missing',
    'certificate-untrusted',
    'replacing-refused',
  ] as const)('happens once for %s, which somebody has to mend', (code) => {
    expect(pauseBeforeRetry(failures(code), 1, 0)).toBe(MINUTE);
    expect(pauseBeforeRetry(failures(code), 2, 0)).toBeUndefined();
  });

  it('happens five times for what may pass, with longer and longer pauses', () => {
    const pauses = [1, 2, 3, 4, 5, 6].map((tries) => pauseBeforeRetry(failures('connection-lost'), tries, 0));
    expect(pauses).toEqual([MINUTE, 2 * MINUTE, 4 * MINUTE, 8 * MINUTE, 16 * MINUTE, undefined]);
  });

  it('is as careful as the worse of two failures demands', () => {
    expect(pauseBeforeRetry(failures('connection-lost', 'login-refused'), 2, 0)).toBeUndefined();
    expect(pauseBeforeRetry(failures('connection-lost', 'other-file-failed'), 2, 0)).toBe(2 * MINUTE);
  });

  it('is spread over half of the pause', () => {
    expect(pauseBeforeRetry(failures('no-answer'), 1, 1)).toBe(MINUTE / 2);
  });

  it.each([
    'plan-unavailable',
    'workbook-failed',
    'host-not-reachable',
    'connection-refused',
    'no-answer',
    'connection-lost',
    'deadline-passed',
    'tls-failed',
    'passive-mode-refused',
    'upload-failed',
    'size-unavailable',
    'size-differs',
    'rename-failed',
    'disk-full',
    'other-file-failed',
    'attempt-overtaken',
  ] as const)('takes %s for something that may pass', (code) => {
    expect(faultKind({ step: 'upload', code })).toBe('passing');
  });

  it.each([
    'plan-unreadable',
    'records-need-a-look',
    'password-unavailable',
    'login-refused',
    'private-key-unreadable',
    'host-key-changed',
    'certificate-changed',
    'directory-missing',
    'directory-not-writable',
    'remove-refused',
  ] as const)('takes %s for something that somebody has to mend', (code) => {
    expect(faultKind({ step: 'upload', code })).toBe('lasting');
  });
});
