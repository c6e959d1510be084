import type { Failure } from '../../domain/backup-run/failure.ts';
import type { TransportSession } from '../ports/file-transport.ts';
import {
  type FileTransport,
  type OpenRequest,
  type PresentedIdentity,
  TransportFailure,
} from '../ports/file-transport.ts';
import { type Rehearsed, rehearse } from './rehearsal.ts';
import {
  type ConnectionTestReport,
  type ConnectionTestRequest,
  TEST_STEPS,
  type TestedStep,
  type TestStep,
  type TestWarning,
} from './results.ts';

export interface Walk {
  readonly transport: FileTransport;
  readonly request: OpenRequest & Pick<ConnectionTestRequest, 'replacement'>;
  readonly probeName: string;
  /** The names to warn about if files have them; empty where we put them there ourselves. */
  readonly foreignNames: readonly string[];
  /** Milliseconds for each session. */
  readonly deadline: number;
}

/** What the walk found, and how the login ended: that is counted. */
export interface Walked {
  readonly report: ConnectionTestReport;
  readonly failure: Failure | undefined;
}

/** Walks the steps of a night with a probe in place of the workbooks. */
export const walk = async (walk: Walk): Promise<Walked> => {
  const { transport, request, deadline } = walk;
  const { destination } = request;
  const warnings: TestWarning[] = isUnprotected(walk) ? [{ warning: 'unprotected' }] : [];
  if (destination.protocol === 'sftp' && request.trustedIdentity === null) return showIdentity(walk, warnings);
  const open = (): Promise<TransportSession> => transport.open(request, { deadline });
  let session: TransportSession;
  try {
    session = await open();
  } catch (error) {
    const failure = failureOf(error);
    const presented = failure.step === 'secure' ? await identified(walk) : null;
    return walked({ failure, presented, capability: null, warnings });
  }
  try {
    warnings.push(...(await foreignFiles(session, walk.foreignNames)));
    const rehearsed = await rehearse(session, open, walk.probeName, request.replacement);
    if (rehearsed.isLeftBehind) warnings.push({ warning: 'probe-left-behind', name: walk.probeName });
    return walked({ ...rehearsed, presented: session.presented, warnings, isCleared: !rehearsed.isLeftBehind });
  } finally {
    await session.close();
  }
};

const isUnprotected = ({ request: { destination } }: Walk): boolean =>
  destination.protocol === 'ftp' && destination.tlsMode === 'none';

/** Before a host key is trusted nobody logs in: the test ends with the key, for the administrator to compare. */
const showIdentity = async (walk: Walk, warnings: readonly TestWarning[]): Promise<Walked> => {
  try {
    const { destination } = walk.request;
    const presented = await walk.transport.identify(destination, { deadline: walk.deadline });
    const steps = TEST_STEPS.map((step): TestedStep => {
      if (step === 'secure') return { step, status: 'to-be-trusted' };
      return { step, status: isBefore(step, 'secure') ? 'ok' : 'not-tried' };
    });
    const report = { outcome: 'tested', steps, isOk: false, presented, capability: null, warnings } as const;
    return { report, failure: undefined };
  } catch (error) {
    return walked({ failure: failureOf(error), presented: null, capability: null, warnings });
  }
};

/** What the server shows, for an administrator to trust, where it was not trusted. */
const identified = async ({ transport, request, deadline }: Walk): Promise<PresentedIdentity | null> => {
  try {
    return await transport.identify(request.destination, { deadline });
  } catch (error) {
    failureOf(error);
    return null;
  }
};

const foreignFiles = async (session: TransportSession, names: readonly string[]): Promise<readonly TestWarning[]> => {
  const found: TestWarning[] = [];
  for (const name of names) {
    try {
      if ((await session.size(name)) !== 'absent') found.push({ warning: 'foreign-file', name });
    } catch (error) {
      // The rehearsal meets the same trouble, and reports it as its step.
      failureOf(error);
      return found;
    }
  }
  return found;
};

const walked = (
  found: Pick<Rehearsed, 'failure' | 'capability'> &
    Pick<ConnectionTestReport, 'presented' | 'warnings'> & { readonly isCleared?: boolean },
): Walked => {
  const { failure, presented, capability, warnings, isCleared } = found;
  const isOk = failure === undefined;
  const steps = TEST_STEPS.map((step) => (step === 'clean-up' ? clearing(failure, isCleared) : stepOf(step, failure)));
  return { report: { outcome: 'tested', steps, isOk, presented, capability, warnings }, failure };
};

/** The probe is removed whatever failed before, so this step has an outcome of its own once there was a login. */
const clearing = (failure: Failure | undefined, isCleared: boolean | undefined): TestedStep => {
  if (isCleared === undefined || failure?.step === 'clean-up') return stepOf('clean-up', failure);
  if (isCleared) return { step: 'clean-up', status: 'ok' };
  return { step: 'clean-up', status: 'failed', failure: { step: 'clean-up', code: 'remove-refused' } };
};

const stepOf = (step: TestStep, failure: Failure | undefined): TestedStep => {
  if (failure === undefined || isBefore(step, failure.step)) return { step, status: 'ok' };
  return step === failure.step ? { step, status: 'failed', failure } : { step, status: 'not-tried' };
};

const ORDER: readonly string[] = TEST_STEPS;

const isBefore = (step: TestStep, other: string): boolean => ORDER.indexOf(step) < ORDER.indexOf(other);

const failureOf = (error: unknown): Failure => {
  if (error instanceof TransportFailure) return error.failure;
  throw error;
};
