/**
 * The double as a process of its own: `tsx test/support/eventstoredb/serve.ts [--port N] [--no-dedupe]`. It says its
 * connection string, and ends when its standard input does.
 */
import { parseArgs } from 'node:util';
import { startEventStoreDouble } from './double.ts';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, dedupe: { type: 'boolean', default: true } },
  allowNegative: true,
});
const double = await startEventStoreDouble({ port: Number(values.port), dedupe: values.dedupe });
process.stdout.write(`${double.connectionString}\n`);
process.stdin.resume().on('end', () => void double.close());
