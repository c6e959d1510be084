/**
 * `node --expose-gc --import tsx scale-child.ts COUNT ROUNDS DUE`: nights of so many organisations in a process of its
 * own; prints, of each round, processor time per organisation and memory kept for each.
 */
import { ManyOrganisations } from './many-organisations.ts';

export interface ScaleRound {
  /** Microseconds of processor time for one organisation: to find and claim its night. */
  readonly night: number;
  /** Bytes kept for one organisation by a worker that waits, after its night. */
  readonly after: number;
  /** The same before its night, and microseconds to know of it; absent where all are due at once, and none waits. */
  readonly waiting?: { readonly following: number; readonly before: number };
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

const spread = async (count: number): Promise<ScaleRound> => {
  const idle = await ManyOrganisations.make(count, 'spread over the night');
  const following = await cpu(() => idle.follow());
  const before = await kept(idle);
  const many = await ManyOrganisations.make(count, 'spread over the night');
  await many.follow();
  const night = await cpu(() => many.night());
  const after = await kept(many);
  return {
    night: night / count,
    after: after / count,
    waiting: { following: following / count, before: before / count },
  };
};

/** Nights are claimed while the log is still being followed: both are measured together. */
const atOnce = async (count: number): Promise<ScaleRound> => {
  const many = await ManyOrganisations.make(count, 'at once');
  const night = await cpu(async () => {
    await many.follow();
    await many.night();
  });
  const after = await kept(many);
  return { night: night / count, after: after / count };
};

const [count = '', rounds = '', due = ''] = process.argv.slice(2);
if (due !== 'spread over the night' && due !== 'at once') throw new Error(`no such way to be due: ${due}`);
const round = due === 'at once' ? atOnce : spread;
// What is compiled only after a while is not measured.
for (let warm = 0; warm < 3; warm += 1) await round(1_000);
const measured: ScaleRound[] = [];
for (let index = 0; index < Number(rounds); index += 1) measured.push(await round(Number(count)));
process.stdout.write(JSON.stringify(measured));
