import { afterEach, beforeEach, describe, expect } from 'vitest';
import type { NoticeRecord, NoticeRecords } from '../../src/application/ports/notice-records.ts';
import { type ContractOptions, contractTests } from './contract-test.ts';

export interface NoticeRecordsHarness {
  readonly records: NoticeRecords;
  close(): Promise<void>;
}

export const aNoticeRecord = (changes: Partial<NoticeRecord> = {}): NoticeRecord => ({
  organisationId: 'abendblatt',
  organisationName: 'Abendblatt',
  actorName: 'Anna Weber',
  recipients: [{ id: 'ben', name: 'Ben Okafor', email: 'ben@abendblatt.example', locale: 'en' }],
  keptAt: '2026-11-24T23:30:00Z',
  ...changes,
});

/** What every store of notice records must do; a fresh one for each test. */
export const noticeRecordsContract = (
  name: string,
  makeHarness: () => Promise<NoticeRecordsHarness>,
  options: ContractOptions = {},
): void => {
  describe(`notice records: ${name}`, () => {
    let harness: NoticeRecordsHarness;
    let records: NoticeRecords;
    beforeEach(async () => {
      harness = await makeHarness();
      records = harness.records;
    });
    afterEach(() => harness.close());

    const changeIds = async (): Promise<readonly string[]> => {
      const ids: string[] = [];
      for await (const id of records.changeIds()) ids.push(id);
      return ids.sort();
    };

    contractTests(options, (test) => {
      test('reads what was kept, whatever people are called', async () => {
        const names = ['Ben Okafor', '', 'Ä€💥\u0000\r\n\u202e', 'x'.repeat(10_000), 'half \ud800'];
        const recipients = names.map((called, index) => ({
          id: `${index}`,
          name: called,
          email: `${index}@abendblatt.example`,
          locale: 'de' as const,
        }));
        await records.keep('change-1', aNoticeRecord({ recipients }));
        await records.keep('change-2', aNoticeRecord());
        expect(await records.read('change-1')).toEqual(aNoticeRecord({ recipients }));
        expect(await records.read('change-2')).toEqual(aNoticeRecord());
      });

      test('has the latest roster of each organisation, and counts none as a change', async () => {
        const roster = { seenAt: '2026-11-24T23:30:00Z', administrators: aNoticeRecord().recipients, former: [] };
        const former = aNoticeRecord().recipients.map((person) => ({ ...person, lastSeenAt: roster.seenAt }));
        expect(await records.roster('abendblatt')).toBeUndefined();
        await records.keepRoster('abendblatt', roster);
        await records.keepRoster('morgenpost', roster);
        await records.keepRoster('abendblatt', { ...roster, administrators: [], former });
        expect(await records.roster('abendblatt')).toEqual({ ...roster, administrators: [], former });
        expect(await records.roster('morgenpost')).toEqual(roster);
        expect(await changeIds()).toEqual([]);
        expect(await records.read('abendblatt')).toBeUndefined();
      });

      test('reads nothing of what was never kept', async () => {
        await records.keep('change-1', aNoticeRecord());
        expect(await records.read('change-2')).toBeUndefined();
        expect(await records.read('Change-1')).toBeUndefined();
      });

      test('keeps a record once', async () => {
        await records.keep('change-1', aNoticeRecord());
        await expect(records.keep('change-1', aNoticeRecord({ actorName: 'Eve' }))).rejects.toThrow('change-1');
        expect(await records.read('change-1')).toEqual(aNoticeRecord());
      });

      test('keeps what was given, not what became of it afterwards', async () => {
        const recipients = [...aNoticeRecord().recipients];
        await records.keep('change-1', aNoticeRecord({ recipients }));
        recipients.pop();
        const read = (await records.read('change-1')) as { actorName: string };
        read.actorName = 'Eve';
        expect(await records.read('change-1')).toEqual(aNoticeRecord());
      });

      test('has nothing of what was destroyed, and destroys nothing else', async () => {
        for (const id of ['change-1', 'change-2']) await records.keep(id, aNoticeRecord());
        await records.destroy('change-1');
        expect(await records.read('change-1')).toBeUndefined();
        expect(await records.read('change-2')).toEqual(aNoticeRecord());
      });

      test('destroys what is not there without complaint', async () => {
        await records.destroy('change-1');
        await records.keep('change-1', aNoticeRecord());
        await records.destroy('change-1');
        await records.destroy('change-1');
      });

      test('lists the changes whose records lie here, also while they are destroyed', async () => {
        expect(await changeIds()).toEqual([]);
        for (const id of ['a', 'b', 'c']) await records.keep(id, aNoticeRecord());
        await records.destroy('b');
        expect(await changeIds()).toEqual(['a', 'c']);
        for await (const id of records.changeIds()) await records.destroy(id);
        expect(await changeIds()).toEqual([]);
      });
    });
  });
};
