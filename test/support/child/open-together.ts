import { openDatabase } from '../../../src/adapters/driven/sqlite/database.ts';

/**
 * `node --import tsx open-together.ts`: for each line `FILE MILLISECONDS` that comes in, opens the file at that moment
 * of the epoch, writes to it, closes it, and prints `ok` or what went wrong.
 */
const openAt = (file: string, moment: number): string => {
  while (Date.now() < moment);
  try {
    const database = openDatabase(file);
    database.write(() => database.connection.exec('CREATE TABLE IF NOT EXISTS written (a)'));
    database.close();
    return 'ok';
  } catch (error) {
    return String(error);
  }
};

process.stdin.setEncoding('utf8').on('data', (line: string) => {
  const [file = '', moment = ''] = line.trim().split(' ');
  process.stdout.write(`${openAt(file, Number(moment))}\n`);
});
process.stdout.write('ready\n');
