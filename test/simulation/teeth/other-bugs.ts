import type { Bug } from './bugs.ts';

const NOTIFYING = 'src/application/notifying-co-admins';
const CONFIGURATION = 'src/domain/backup-configuration';

/** Mistakes around the log, the mails, the settings and the network. */
export const OTHER_BUGS: readonly Bug[] = [
  {
    name: 'an append is taken at any version',
    edits: [
      {
        file: 'src/adapters/driven/in-memory/event-log.ts',
        find: 'const rows = chain(stream, expectedEnd, events, this.#clock.now());\n    const end = this.#endOf(stream);\n    if (!isSameEnd(end, expectedEnd))',
        replace:
          'const end = this.#endOf(stream);\n    const rows = chain(stream, end, events, this.#clock.now());\n    if (!isSameEnd(end, end) || expectedEnd.version < 0)',
      },
    ],
  },
  {
    name: 'an append whose answer was lost is made again',
    edits: [
      {
        file: 'src/application/recording.ts',
        find: 'const { events: recorded } = await log.read(stream);',
        replace:
          'const { events: recorded, end } = await log.read(stream);\n    return log.append(stream, end, events);',
      },
    ],
  },
  {
    name: 'a row is stored that does not follow from the one before',
    edits: [
      {
        file: 'src/adapters/shared/event-codec/chain.ts',
        find: 'head = row.hash;\n    return row;',
        replace: 'return row;',
      },
    ],
  },
  {
    name: 'a notice is told by its change alone',
    edits: [
      {
        file: 'src/domain/notice/evolve.ts',
        find: 'new Map(notices).set(event.recipientId, noticeAfter(event))',
        replace: "new Map(notices).set('', noticeAfter(event))",
      },
      {
        file: 'src/domain/notice/state.ts',
        find: 'notices.get(recipientId) ?? UNTRIED',
        replace: 'notices.get(recipientId.slice(0, 0)) ?? UNTRIED',
      },
    ],
  },
  {
    name: 'recipients are looked up when the mail is sent',
    edits: [
      {
        file: `${NOTIFYING}/addressing.ts`,
        find: 'record?.recipients.filter(({ id }) => id === recipientId) ?? []',
        replace: 'record?.recipients.filter(({ id }) => id === recipientId && id === "") ?? []',
      },
    ],
  },
  {
    name: 'the address of today is not looked up',
    edits: [
      {
        file: `${NOTIFYING}/addressing.ts`,
        find: '...(today === undefined ? [] : [today])',
        replace: '...(today === undefined || kept.length > 0 ? [] : [today])',
      },
    ],
  },
  {
    name: 'whoever was removed just before a change is not told',
    edits: [
      {
        file: `${CONFIGURATION}/decide.ts`,
        find: '...command.formerAdministratorIds]',
        replace: '...command.formerAdministratorIds.slice(0, 0)]',
      },
    ],
  },
  {
    name: 'the position of the outbox passes what is not settled',
    edits: [
      {
        file: `${NOTIFYING}/following.ts`,
        find: 'first === undefined ? this.#seen : first.seenBefore',
        replace: 'first === undefined ? this.#seen : this.#seen',
      },
    ],
  },
  {
    name: 'a mail that was claimed by a worker that is gone is left to it',
    edits: [
      {
        file: `${NOTIFYING}/sending-notice.ts`,
        find: 'return Math.max(0, since + CLAIM_LENGTH - now);',
        replace: 'return CLAIM_LENGTH + 0 * (since - now);',
      },
    ],
  },
  {
    name: 'a stored password is kept for another server',
    edits: [
      {
        file: `${CONFIGURATION}/secret-binding.ts`,
        find: 'isSameServer(a.destination, b.destination) &&',
        replace: '',
      },
    ],
  },
  {
    name: 'the password is sent before the identity is looked at',
    edits: [
      {
        file: 'src/adapters/driven/in-memory/file-transport.ts',
        find: 'mustBeTrusted(server, request);\n    mustBeLetIn(server, request);',
        replace: 'mustBeLetIn(server, request);\n    mustBeTrusted(server, request);',
      },
    ],
  },
  {
    name: 'every address is a public one',
    edits: [
      {
        file: 'src/adapters/shared/guarded-network/address-rule.ts',
        find: "if (parsed === undefined || parsed.range() !== 'unicast') return false;",
        replace: "if (parsed === undefined || parsed.range() !== 'unicast') return true;",
      },
    ],
  },
];
