/** Everything that is stored, in one file, with better-sqlite3. */
export { openSqliteStores, type SqliteStores } from '../adapters/driven/sqlite/stores.ts';
