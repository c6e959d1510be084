import { dirname } from 'node:path';
import {
  REAL_PARTS_VARIABLE,
  type RealParts,
  type RealServer,
  realParts,
} from '../../test/support/real-parts/description.ts';
import { down } from '../../test/support/real-parts/down.ts';
import { identify } from '../../test/support/real-parts/processes.ts';
import { up } from '../../test/support/real-parts/up.ts';
import { median, say } from '../audit/timing.ts';
import { bareSession } from './bare.ts';
import { directoriesAt, NewsroomsAtWork } from './newsrooms.ts';

const ROUNDS = 5;
const SERVERS: readonly string[] = ['vsftpd-plain', 'openssh'];
const AT_ONCE = [10, 50] as const;
/** Sessions of one round: each newsroom has one. */
const SESSIONS = 60;

interface Round {
  readonly perMinute: number;
  /** Milliseconds of our processor time for one session. */
  readonly cpu: number;
}

/** The product's nights against a bare script, in turns at the same server; at all of these, or at those named. */
export const throughput = async (names: readonly string[]): Promise<void> => {
  const description = await up(identify(process.pid));
  process.env[REAL_PARTS_VARIABLE] = description;
  const wanted = names.length === 0 ? SERVERS : names;
  try {
    const parts = realParts();
    for (const server of parts.servers.filter(({ name }) => wanted.includes(name))) await compare(server, parts);
  } finally {
    await down(dirname(description));
  }
};

const compare = async (server: RealServer, parts: RealParts): Promise<void> => {
  const directories = directoriesAt(server, parts, SESSIONS);
  const work = await NewsroomsAtWork.open(server, parts, directories);
  try {
    for (const atOnce of AT_ONCE) {
      const bare: Round[] = [];
      const ours: Round[] = [];
      // The first round warms both up.
      for (let round = 0; round <= ROUNDS; round += 1) {
        const [theirRound, ourRound] = [
          await timed(atOnce, (index) => bareSession(server, directories[index] ?? '/')),
          await nights(work, atOnce),
        ];
        if (round === 0) continue;
        bare.push(theirRound);
        ours.push(ourRound);
      }
      report(server, atOnce, bare, ours);
    }
  } finally {
    await work.close();
  }
};

const nights = (work: NewsroomsAtWork, atOnce: number): Promise<Round> => {
  work.nextNight();
  return timed(atOnce, (index) => work.session(index));
};

const timed = async (atOnce: number, session: (index: number) => Promise<void>): Promise<Round> => {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < SESSIONS) {
      next += 1;
      await session(next - 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  const { user, system } = process.cpuUsage(cpu);
  return { perMinute: (SESSIONS / (performance.now() - start)) * 60_000, cpu: (user + system) / 1_000 / SESSIONS };
};

const report = (server: RealServer, atOnce: number, bare: readonly Round[], ours: readonly Round[]): void => {
  const rate = (rounds: readonly Round[]): number => median(rounds.map(({ perMinute }) => perMinute));
  const cpu = (rounds: readonly Round[]): string => median(rounds.map((round) => round.cpu)).toFixed(1);
  const ratio = median(ours.map(({ perMinute }, index) => perMinute / (bare[index]?.perMinute ?? Number.NaN)));
  say(
    `${server.name}, ${atOnce} at once: bare ${rate(bare).toFixed(0)} sessions a minute (${cpu(bare)} ms of our ` +
      `processor each), nights ${rate(ours).toFixed(0)} (${cpu(ours)} ms); ratio of a round, median of ${ROUNDS}: ${ratio.toFixed(2)}`,
  );
};
