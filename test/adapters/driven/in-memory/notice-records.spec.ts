import { InMemoryNoticeRecords } from '../../../../src/adapters/driven/in-memory/notice-records.ts';
import { noticeRecordsContract } from '../../../contracts/notice-records.contract.ts';

noticeRecordsContract('in memory', async () => ({
  records: new InMemoryNoticeRecords(),
  close: async () => undefined,
}));
