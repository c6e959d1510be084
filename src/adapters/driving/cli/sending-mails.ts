import type { ConfiguringOutcome } from '../../../application/configuring-backup/requests.ts';
import type { CallContext } from './command.ts';
import type { OpenedBackup } from './installation.ts';
import type { Words } from './wording/words.ts';

/** Milliseconds that a command stays for its mails; what is left by then is the worker's. */
const LONGEST = 10_000;

/** What became of the mails of one change within its command. */
export interface MailsOfChange {
  readonly sent: number;
  readonly left: number;
  /** The folder that they were written to, null where a mail server took them. */
  readonly outbox: string | null;
}

/** A change of the settings, or of the state across nights. */
type Changed = Pick<Extract<ConfiguringOutcome, { outcome: 'changed' }>, 'changeId' | 'recipientIds'>;

/** Never rejects: the change is recorded, and with it that the mails are owed. */
export const sendMails = async (
  { signal }: CallContext,
  { backup, outbox }: OpenedBackup,
  organisationId: string,
  { changeId, recipientIds }: Changed,
): Promise<MailsOfChange> => {
  const end = AbortSignal.any([signal, AbortSignal.timeout(LONGEST)]);
  try {
    const { settled: sent, waiting: left } = await backup.notifying.notifyOf(organisationId, changeId, end);
    return { sent, left, outbox };
  } catch {
    return { sent: 0, left: recipientIds.length, outbox };
  }
};

export const mailLines = ({ sent, left, outbox }: MailsOfChange, { changed: { mails } }: Words): readonly string[] => [
  ...(sent === 0 ? [] : [outbox === null ? mails.sent(sent) : mails.written(sent, outbox)]),
  ...(left === 0 ? [] : [mails.left(left)]),
];
