import { rejectionSaid } from '../../src/adapters/shared/wording/rejections.ts';
import type {
  ConfiguringOutcome,
  ConfiguringRequest,
  SaveRequest,
} from '../../src/application/configuring-backup/requests.ts';
import type { Locale } from '../../src/domain/backup-configuration/settings.ts';
import type { HostIdentity } from '../../src/domain/destination/host-identity.ts';
import type { CompanyServer } from '../stage/company-server.ts';
import type { Stage } from '../stage/stage.ts';
import type { Teller } from '../telling/teller.ts';
import type { Words } from '../telling/words.ts';

/** What a chapter plays with. */
export interface Scene extends Stage {
  readonly tell: Teller;
  readonly words: Words;
  readonly language: Locale;
  /** The folder where the workbooks are left; it exists. */
  readonly keepIn: string;
}

/** Acts through the use cases, and tells what came of it; throws where it was not what the story says. */
export type Chapter = (scene: Scene) => Promise<void>;

export type Changed = Extract<ConfiguringOutcome, { outcome: 'changed' }>;

export const asking = ({ plan }: Scene, actorId: string): ConfiguringRequest => ({
  ...{ organisationId: plan.organisation.id, actorId, requestId: null, expectedVersion: null },
});

/** The form of the settings page, filled in for a server; without a password unless one is entered. */
export const form = (
  scene: Scene,
  actorId: string,
  { destination, user }: Pick<CompanyServer, 'destination' | 'user'>,
  trustedIdentity: HostIdentity | null,
  entered: Pick<CompanyServer, 'password'> | null,
): SaveRequest => ({
  ...asking(scene, actorId),
  ...{ destination, user, trustedIdentity },
  credential: entered === null ? null : { method: 'password', password: entered.password },
  ...{ replacement: 'atomic', confidentialRecords: 'include', filePrefix: null },
});

/** What a server shows of itself; it has to be what the IT department said. */
export const comparedIdentity = async ({ backup }: Scene, server: CompanyServer): Promise<HostIdentity> => {
  const presented = await backup.identifying.identify(server.destination);
  if (presented?.identity.fingerprint !== server.fingerprint) throw new Error('a server shows another identity');
  return presented.identity;
};

/** A change that was saved, and that the others have got a mail about. */
export const changed = async ({ backup, plan }: Scene, outcome: ConfiguringOutcome): Promise<Changed> => {
  if (outcome.outcome !== 'changed') throw new Error(`a change was to be saved, and was ${outcome.outcome}`);
  const { settled } = await backup.notifying.notifyOf(plan.organisation.id, outcome.changeId);
  if (settled < outcome.recipientIds.length) throw new Error('a mail about a change was not written');
  return outcome;
};

type Reason = Extract<ConfiguringOutcome, { outcome: 'rejected' }>['rejection']['reason'];

/** Tells it in the product's own words, and `more`. */
export const mustBeRejected = (
  { tell, language }: Scene,
  outcome: ConfiguringOutcome,
  reason: Reason,
  more: string,
): void => {
  if (outcome.outcome !== 'rejected' || outcome.rejection.reason !== reason)
    throw new Error(`a save was to be rejected as ${reason}, and was ${outcome.outcome}`);
  tell.isRefused(`${rejectionSaid(reason, language).what} ${more}`);
};

/** The name of a person of the plan's organisation; what is no id of one stays as it is. */
export const nameOf = ({ plan }: Scene, actorId: string): string =>
  plan.organisation.administrators.find(({ id }) => id === actorId)?.name ?? actorId;
