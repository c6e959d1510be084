import { z } from 'zod';
import type { FileNames, Login } from '../../../domain/backup-configuration/settings.ts';
import type { PlanKind } from '../../../domain/backup-run/events.ts';
import type { Failure, FailureCode, FailureStep } from '../../../domain/backup-run/failure.ts';
import { type Destination, readDestination } from '../../../domain/destination/destination.ts';
import { type HostIdentity, readHostIdentity } from '../../../domain/destination/host-identity.ts';
import type { Reading } from '../../../domain/reading.ts';
import { readLocalDate } from '../../../domain/schedule/local-date.ts';
import type { Night } from '../../../domain/schedule/night.ts';

/** The parts that several events are made of. What is stored is read by the domain's own readers. */

/** Any text: ids are a host's, and which time zones exist is another machine's word than the one that wrote. */
export const text = z.string();

/** A whole number, 0 or more. */
export const count = z.int().nonnegative();

/** Which try it is, from 1. */
export const attempt = z.int().positive();

/** Lower-case hex of a SHA-256. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** An instant, ISO 8601 in UTC. Kept as the text that was recorded. */
export const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/);

/** One of a union's texts. A record, because the compiler then misses none of them. */
export const oneOf = <Text extends string>(all: Readonly<Record<Text, true>>): z.ZodType<Text> =>
  z.enum(Object.keys(all) as [Text, ...Text[]]);

const readBy =
  <Input, Value>(reader: (input: Input) => Reading<Value, string>) =>
  (input: Input, context: z.RefinementCtx): Value => {
    const reading = reader(input);
    if (reading.ok) return reading.value;
    context.addIssue({ code: 'custom', message: reading.problem });
    return z.NEVER;
  };

export const destination: z.ZodType<Destination> = z
  .strictObject({ protocol: text, tlsMode: text, host: text, port: z.number(), directory: text })
  .transform(readBy(readDestination));

export const hostIdentity: z.ZodType<HostIdentity> = z.strictObject({ kind: text, fingerprint: text }).transform(
  readBy(({ kind, fingerprint }) => {
    const identity = readHostIdentity(fingerprint);
    return identity.ok && identity.value.kind !== kind ? { ok: false, problem: 'other-kind' } : identity;
  }),
);

/** A night's zone stands in the configuration; here it is a date that exists in the calendar. */
export const night: z.ZodType<Night> = text.transform((date, context) => {
  const read = readLocalDate(date);
  if (read !== undefined) return read as Night;
  context.addIssue({ code: 'custom', message: 'no-such-date' });
  return z.NEVER;
});

export const login: z.ZodType<Login> = z.strictObject({
  user: text,
  method: oneOf<Login['method']>({ password: true, 'private-key': true }),
  secretId: text,
});

export const fileNames = { storyPlan: text, eventPlan: text } satisfies Record<keyof FileNames, unknown>;

export const planKind = oneOf<PlanKind>({ 'story-plan': true, 'event-plan': true });

const step = oneOf<FailureStep>({
  collect: true,
  render: true,
  unlock: true,
  host: true,
  reach: true,
  secure: true,
  'log-in': true,
  directory: true,
  upload: true,
  size: true,
  replace: true,
  'clean-up': true,
  record: true,
});

const code = oneOf<FailureCode>({
  'plan-unavailable': true,
  'plan-unreadable': true,
  'records-need-a-look': true,
  'workbook-failed': true,
  'password-unavailable': true,
  'host-not-reachable': true,
  'connection-refused': true,
  'no-answer': true,
  'connection-lost': true,
  'deadline-passed': true,
  'other-protocol': true,
  'tls-not-offered': true,
  'tls-failed': true,
  'certificate-untrusted': true,
  'certificate-for-other-name': true,
  'certificate-expired': true,
  'certificate-changed': true,
  'host-key-changed': true,
  'no-common-algorithm': true,
  'login-refused': true,
  'private-key-unreadable': true,
  'directory-missing': true,
  'directory-not-writable': true,
  'disk-full': true,
  'passive-mode-refused': true,
  'upload-failed': true,
  'size-unavailable': true,
  'size-differs': true,
  'replacing-refused': true,
  'rename-failed': true,
  'remove-refused': true,
  'other-file-failed': true,
  'attempt-overtaken': true,
});

export const failure: z.ZodType<Failure> = z.strictObject({ step, code });
