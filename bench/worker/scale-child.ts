/**
 * `node --expose-gc --import tsx scale-child.ts COUNT ROUNDS DUE`: nights of so many organisations in a process of its
 * own; prints, of each round, processor time per organisation and memory kept for each.
 */
import { ManyOrganisations } from './many-organisations.ts';

export interface ScaleRound {
  /** Microseconds of processor time for one organisation: to know it, and to find and claim its night. */
  readonly following: number;
  readonly night: number;
  /** Bytes kept for one organisation by a worker that waits: before its night, and after it. */
  readonly before: number;
  readonly after: number;
}

const heap = (): number => {
  global.gc?.();
  global.gc?.();
  return process.memoryUsage().heapUsed;
};

const cpu = async (work: () => Promise<void>): Promise<number> => {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return user + system;
};

/** What a worker keeps is what is given back when it is let go: a log's own memory changes as it is read. */
const kept = async (many: ManyOrganisations): Promise<number> => {
  const waiting = heap();
  await many.end();
  return waiting - heap();
};

const round = async (count: number, due: Parameters<typeof ManyOrganisations.make>[1]): Promise<ScaleRound> => {
  const idle = await ManyOrganisations.make(count, due);
  const following = await cpu(() => idle.follow());
  const before = await kept(idle);
  const many = await ManyOrganisations.make(count, due);
  // Where all are due at once, nights are claimed while the log is still being followed: there it is both.
  if (due === 'spread over the night') await many.follow();
  const night = await cpu(() => many.night());
  const after = await kept(many);
  return { following: following / count, night: night / count, before: before / count, after: after / count };
};

const [count = '', rounds = '', due = ''] = process.argv.slice(2);
if (due !== 'spread over the night' && due !== 'at once') throw new Error(`no such way to be due: ${due}`);
// What is compiled only after a while is not measured.
for (let warm = 0; warm < 3; warm += 1) await round(1_000, due);
const measured: ScaleRound[] = [];
for (let index = 0; index < Number(rounds); index += 1) measured.push(await round(Number(count), due));
process.stdout.write(JSON.stringify(measured));
