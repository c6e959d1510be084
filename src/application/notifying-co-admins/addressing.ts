import { impossible } from '../../domain/impossible.ts';
import type { Mail } from '../ports/mailer.ts';
import type { NoticeRecords, Recipient } from '../ports/notice-records.ts';
import {
  DirectoryUnavailable,
  type Organisation,
  type OrganisationDirectory,
} from '../ports/organisation-directory.ts';
import type { ToTell } from './to-tell.ts';

interface AddressBooks {
  readonly noticeRecords: NoticeRecords;
  readonly directory: OrganisationDirectory;
}

/**
 * The mail to one recipient: to the address that stood when the change was made, and also to today's where it
 * differs, so that neither removing a person nor editing an address around the change silences it.
 * Undefined if neither the record nor the directory knows the person.
 */
export const mailFor = async (change: ToTell, recipientId: string, books: AddressBooks): Promise<Mail | undefined> => {
  const record = await books.noticeRecords.read(change.changeId);
  const organisation = await organisationNow(books.directory, change.organisationId);
  const today = organisation?.administrators.find(({ id }) => id === recipientId);
  // More than one where the address had changed shortly before the change.
  const kept = record?.recipients.filter(({ id }) => id === recipientId) ?? [];
  const recipient: Recipient | undefined = kept[0] ?? today;
  if (recipient === undefined) return undefined;
  const addresses = [...kept, ...(today === undefined ? [] : [today])].map(({ email }) => email);
  const to = {
    key: `${change.changeId}/${recipientId}`,
    recipient,
    addresses: [...new Set(addresses)],
    organisationName: record?.organisationName ?? organisation?.name ?? change.organisationId,
    occurredAt: change.occurredAt.toString(),
    timeZone: change.timeZone,
  };
  switch (change.kind) {
    case 'change': {
      const { kind, facts, version, head, actorId } = change;
      return { ...to, kind, facts, version, head, actorName: record?.actorName ?? actorId };
    }
    case 'health': {
      const { kind, facts, destination } = change;
      return { ...to, kind, facts, destination };
    }
    default:
      return impossible(change satisfies never);
  }
};

/** A directory that is down keeps no mail back: the address of the time is known. */
const organisationNow = async (directory: OrganisationDirectory, id: string): Promise<Organisation | undefined> => {
  try {
    return await directory.organisation(id);
  } catch (error) {
    if (error instanceof DirectoryUnavailable) return undefined;
    throw error;
  }
};
