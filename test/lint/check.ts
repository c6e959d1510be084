import { join } from 'node:path';
import { floatingPromises, programOf } from './floating-promises.ts';

const program = programOf(join(process.cwd(), 'tsconfig.json'));
const found = floatingPromises(program);
for (const place of found) process.stderr.write(`floating promise: ${place}\n`);
process.stdout.write(`promises: ${program.getRootFileNames().length} files, ${found.length} let go\n`);
process.exitCode = found.length === 0 ? 0 : 1;
