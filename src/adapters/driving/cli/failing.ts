import { SigningKeyUnavailable } from '../../../application/ports/checkpoint-signer.ts';
import { CheckpointSinkUnavailable } from '../../../application/ports/checkpoint-sink.ts';
import {
  AlteredHistory,
  EventLogUnavailable,
  StoreMoved,
  UnknownEventType,
} from '../../../application/ports/event-log.ts';
import { TransportFailure } from '../../../application/ports/file-transport.ts';
import { DirectoryUnavailable } from '../../../application/ports/organisation-directory.ts';
import { PlanUnavailable } from '../../../application/ports/planning-source.ts';
import type { BackupConfigurationRejection } from '../../../domain/backup-configuration/rejections.ts';
import type { Locale } from '../../../domain/backup-configuration/settings.ts';
import type { Failure } from '../../../domain/backup-run/failure.ts';
import { PackageMissing } from '../../shared/optional-packages/optional-packages.ts';
import { MasterKeyUnavailable } from '../../shared/sealing/master-key-ring.ts';
import { failureSaid, stepSaid } from '../../shared/wording/failures.ts';
import { planProblemSaid } from '../../shared/wording/plan-problems.ts';
import { rejectionSaid } from '../../shared/wording/rejections.ts';
import { type Said, said } from '../../shared/wording/said.ts';
import { storeProblemText } from '../../shared/wording/store-problems.ts';
import { CallFailed } from './call-failed.ts';
import {
  DataFolderUnusable,
  EventStoreSettingsUnusable,
  HeartbeatUrlUnusable,
  MailSettingsUnusable,
} from './unusable.ts';
import { wordsIn } from './wording/in.ts';

/** Whatever a command threw, as the end of a call. */
export const callFailedBy = (error: unknown, locale: Locale): CallFailed => {
  const { failures } = wordsIn(locale);
  if (error instanceof CallFailed) return error;
  if (error instanceof PlanUnavailable) return new CallFailed(2, 'PlanUnavailable', planProblemSaid(error, locale));
  if (error instanceof TransportFailure)
    return new CallFailed(1, error.failure.code, failedStep(error.failure, locale), {
      document: { failure: error.failure },
      lines: [],
    });
  if (error instanceof DataFolderUnusable)
    return new CallFailed(1, 'DataFolderUnusable', failures.dataFolder(error.directory, error.code));
  if (error instanceof MailSettingsUnusable)
    return new CallFailed(2, 'MailSettingsUnusable', failures.mailSettings[error.problem]);
  if (error instanceof HeartbeatUrlUnusable) return new CallFailed(2, 'HeartbeatUrlUnusable', failures.heartbeatUrl);
  if (error instanceof EventStoreSettingsUnusable)
    return new CallFailed(2, 'EventStoreSettingsUnusable', failures.eventStoreSettings[error.problem]);
  if (error instanceof AlteredHistory)
    return new CallFailed(3, 'AlteredHistory', failures.altered(storeProblemText(error.message, locale)));
  if (error instanceof UnknownEventType)
    return new CallFailed(1, 'UnknownEventType', failures.newer(storeProblemText(error.message, locale)));
  if (error instanceof StoreMoved)
    return new CallFailed(1, 'StoreMoved', failures.moved(storeProblemText(error.message, locale)));
  if (error instanceof EventLogUnavailable)
    return new CallFailed(1, 'EventLogUnavailable', failures.log(storeProblemText(error.message, locale)));
  if (error instanceof SigningKeyUnavailable || error instanceof CheckpointSinkUnavailable)
    return new CallFailed(
      1,
      error.name,
      wordsIn(locale).audit.signingUnavailable(storeProblemText(error.message, locale)),
    );
  if (error instanceof DirectoryUnavailable)
    return new CallFailed(1, 'DirectoryUnavailable', failures.directory(error.message));
  if (error instanceof MasterKeyUnavailable)
    return new CallFailed(1, 'MasterKeyUnavailable', failures.masterKey(storeProblemText(error.message, locale)));
  if (error instanceof PackageMissing)
    return new CallFailed(1, 'PackageMissing', failures.packageMissing(error.command));
  return new CallFailed(1, 'Unexpected', failures.unexpected(errorText(error)));
};

/** A failure with the step at which it happened. */
export const failedStep = (failure: Failure, locale: Locale): Said => {
  const { what, remedy } = failureSaid(failure, locale);
  return said(wordsIn(locale).failures.atStep(stepSaid(failure.step, locale), what), remedy);
};

/** A rule's no. What was asked for is wrong, except where others came in between. */
export const rejectedCall = (
  { reason }: BackupConfigurationRejection,
  administratorIds: readonly string[],
  locale: Locale,
): CallFailed => {
  const words = wordsIn(locale);
  const { what, remedy } = rejectionSaid(reason, locale);
  const here =
    reason === 'ActorNotAnAdministrator' ? words.administratorsAre(administratorIds) : words.remedies[reason];
  return new CallFailed(reason === 'StaleForm' ? 1 : 2, reason, said(what, here ?? remedy));
};

const LONGEST_ERROR = 300;

/** Whatever it is, in one line, for whoever made the call. */
const errorText = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, LONGEST_ERROR);
