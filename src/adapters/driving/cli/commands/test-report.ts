import type {
  ConnectionTestOutcome,
  ConnectionTestRefusal,
  ConnectionTestReport,
  ConnectionTestRequest,
  TestedStep,
  TestWarning,
} from '../../../../application/testing-connection/results.ts';
import type { Locale } from '../../../../domain/backup-configuration/settings.ts';
import type { Failure, FailureCode } from '../../../../domain/backup-run/failure.ts';
import { TEST_LIMITS_SAID, TEST_STEPS_SAID, testWarningSaid } from '../../../shared/wording/connection-test.ts';
import { failureSaid } from '../../../shared/wording/failures.ts';
import { destinationText, settingsWords } from '../../../shared/wording/settings.ts';
import { CallFailed, type ExitCode } from '../call-failed.ts';
import type { CallContext } from '../command.ts';
import { failedStep, rejectedCall } from '../failing.ts';
import { identityLines, lookLines } from '../identity-lines.ts';
import { aligned } from '../table.ts';
import { saidLines, type Warning, warningDocument, warningLines } from '../warnings.ts';

/** What was tested, and how to go on. */
export interface Tested extends Pick<ConnectionTestRequest, 'organisationId' | 'destination' | 'user' | 'replacement'> {
  /** The call that trusts what the server shows. */
  readonly trusting: (fingerprint: string) => string;
  /** Whether that call has a way to the password, which a new identity asks for. */
  readonly isPasswordGiven: boolean;
  /** Of what the call did beside the test. */
  readonly warnings: readonly Warning[];
}

const SIGNS = { ok: '✓', failed: '✗', 'not-tried': '–', 'to-be-trusted': '?' } as const;

/**
 * Mended by trusting what the server shows, if it is the right one. Not one that has expired: trusting it would hold
 * until it is renewed, which is what mends it, and the first night after that would fail.
 */
const MENDED_BY_TRUST: readonly FailureCode[] = [
  'certificate-untrusted',
  'certificate-for-other-name',
  'certificate-changed',
  'host-key-changed',
];

/** Each step, what the server proves itself with, how it lets files be replaced, warnings; ends with 1 unless all is ok. */
export const reportTest = (
  context: CallContext,
  tested: Tested,
  administratorIds: readonly string[],
  outcome: ConnectionTestOutcome,
): ExitCode => {
  const { words, output } = context;
  switch (outcome.outcome) {
    case 'unavailable':
      throw new CallFailed(1, 'Unavailable', words.failures.unavailable);
    case 'refused':
      throw refusedTest(outcome.refusal, administratorIds, context.locale);
    case 'tested': {
      const failed = failedTest(outcome, context);
      const next = nextCall(outcome, tested);
      const document = documentOf(outcome, tested, next, context);
      const lines = linesOf(outcome, tested, next, context);
      if (failed !== undefined) throw new CallFailed(1, failed.code, failed.said, { document, lines });
      output.result(document, lines);
      return 0;
    }
    default:
      return outcome satisfies never;
  }
};

const failureIn = ({ steps }: ConnectionTestReport): Failure | undefined =>
  steps.flatMap((step) => (step.status === 'failed' ? [step.failure] : []))[0];

const failedTest = (report: ConnectionTestReport, { words, locale }: CallContext) => {
  if (report.isOk) return undefined;
  const failure = failureIn(report);
  if (failure !== undefined) return { code: failure.code, said: failedStep(failure, locale) };
  return { code: 'HostKeyNotTrusted', said: words.untrusted.hostKey };
};

/** Null where there is nothing to trust. */
const nextCall = (report: ConnectionTestReport, { trusting }: Tested): string | null => {
  const { presented, isOk } = report;
  const failure = failureIn(report);
  const isMended = failure === undefined ? !isOk : MENDED_BY_TRUST.includes(failure.code);
  return presented !== null && isMended ? trusting(presented.identity.fingerprint) : null;
};

const documentOf = (
  report: ConnectionTestReport,
  tested: Tested,
  next: string | null,
  { words, locale }: CallContext,
) => {
  const { isOk, steps, presented, capability, warnings } = report;
  const { organisationId: organisation, destination, user } = tested;
  return {
    ...{ organisation, destination, user, isOk },
    steps: steps.map((step) => stepDocument(step, locale)),
    ...{ presented, next, capability },
    warnings: [
      ...warnings.map((warning) => testWarningDocument(warning, locale)),
      ...tested.warnings.map((warning) => warningDocument(warning, words)),
    ],
  };
};

const stepDocument = (step: TestedStep, locale: Locale): object => {
  if (step.status !== 'failed') return step;
  const { what: message, remedy } = failureSaid(step.failure, locale);
  return { step: step.step, status: step.status, code: step.failure.code, message, remedy };
};

const testWarningDocument = (warning: TestWarning, locale: Locale): object => {
  const { what: message, remedy } = testWarningSaid(warning, locale);
  const { warning: code, ...more } = warning;
  return { code, ...more, message, remedy };
};

const linesOf = (
  report: ConnectionTestReport,
  tested: Tested,
  next: string | null,
  context: CallContext,
): readonly string[] => {
  const { words, locale } = context;
  const rows = report.steps.map((step) => [
    SIGNS[step.status],
    TEST_STEPS_SAID[locale][step.step],
    words.testing.states[step.status] + (step.status === 'failed' ? ` (${step.failure.code})` : ''),
  ]);
  return [
    words.testing.title(destinationText(tested.destination, locale), tested.user),
    ...aligned(rows).map((line) => `  ${line}`),
    ...identityPart(report, tested, next, context),
    ...capabilityPart(report, tested, context),
    ...report.warnings.flatMap((warning) => saidLines(testWarningSaid(warning, locale), words)),
    ...warningLines(tested.warnings, words),
  ];
};

const identityPart = (
  { presented }: ConnectionTestReport,
  { isPasswordGiven }: Tested,
  next: string | null,
  context: CallContext,
): readonly string[] => {
  const { testing, untrusted } = context.words;
  if (presented === null) return [];
  if (next === null) return [testing.provesItself, ...identityLines(presented, context)];
  return [...lookLines(presented, next, context), ...(isPasswordGiven ? [] : [untrusted.passwordToo])];
};

const capabilityPart = (
  { capability }: ConnectionTestReport,
  { replacement }: Tested,
  { words: { testing }, locale }: CallContext,
): readonly string[] => {
  if (capability === null) return [];
  const way = settingsWords(locale).replacements[capability];
  return [capability === replacement ? testing.replaces(way) : testing.alsoReplaces(way, `--replace ${capability}`)];
};

/** A call that is wrong is 2; what the hour or the state of things forbids is 1. */
const refusedTest = (
  refusal: ConnectionTestRefusal,
  administratorIds: readonly string[],
  locale: Locale,
): CallFailed => {
  switch (refusal.reason) {
    case 'TooManyTests':
    case 'TooManyRefusedLogins':
      return new CallFailed(1, refusal.reason, TEST_LIMITS_SAID[locale][refusal.reason]);
    case 'PasswordUnavailable':
      return new CallFailed(1, refusal.reason, failureSaid({ step: 'unlock', code: 'password-unavailable' }, locale));
    case 'ActorNotAnAdministrator':
    case 'PasswordRequired':
    case 'BackupNotSetUp':
    case 'UserMalformed':
    case 'UnfittingHostIdentity':
    case 'PrivateKeyWithoutSftp':
      return rejectedCall(refusal, administratorIds, locale);
    default:
      return refusal satisfies never;
  }
};
