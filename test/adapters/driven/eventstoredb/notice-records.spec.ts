import { EventStoreNoticeRecords } from '../../../../src/adapters/driven/eventstoredb/notice-records.ts';
import { InMemoryMasterKeyRing } from '../../../../src/adapters/driven/in-memory/master-key-ring.ts';
import { noticeRecordsContract } from '../../../contracts/notice-records.contract.ts';
import { SERVER_NAME, servers } from './cluster.ts';

noticeRecordsContract(SERVER_NAME, async () => {
  const { begin, close } = servers();
  const open = await begin();
  return { records: new EventStoreNoticeRecords(open(), new InMemoryMasterKeyRing()), close };
});
