import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../../contracts/file-transport/harness.ts';
import { type ScriptedSession, scriptedFtpServer } from './scripted-ftp-server.ts';
import { failureOf, requestTo, transport } from './scripted-session.ts';

const DEADLINE = 400;

/** Goes on until the connection is gone. */
const keepSaying = (session: ScriptedSession, line: string, every: number): void => {
  const timer = setInterval(() => (session.isOver() ? clearInterval(timer) : session.say(line)), every);
};

const WAYS: Readonly<Record<string, (session: ScriptedSession) => void>> = {
  'says nothing': () => {},
  trickles: (session) => keepSaying(session, '250-More', 50),
  'says too much in one reply': (session) => keepSaying(session, `250-${'x'.repeat(50_000)}`, 1),
  'says too many replies': (session) => keepSaying(session, '150 Go on\r\n'.repeat(5_000), 1),
};

const VERBS = ['OPTS', 'USER', 'PASS', 'TYPE', 'CWD', 'SIZE', 'EPSV', 'STOR', 'RNFR', 'RNTO', 'DELE'];

describe('an FTP server that', () => {
  for (const [way, answer] of Object.entries(WAYS)) {
    it.concurrent.each(VERBS)(`${way} after %s holds nobody beyond the deadline`, async (verb) => {
      const script = (command: string, session: ScriptedSession) => {
        if (!command.startsWith(verb)) return undefined;
        answer(session);
        return '';
      };
      // Its own, as the tests beside it end at other times.
      const server = await scriptedFtpServer({ script });
      server.files.set('b.bin', 1);
      const started = performance.now();
      const all = async () => {
        const session = await transport().open(requestTo(server.port), { deadline: DEADLINE });
        await session.size('b.bin');
        await session.upload('a.bin', bytesOf(100_000));
        await session.rename('a.bin', 'b.bin');
        await session.remove('b.bin');
        await session.size('b.bin');
        // Whoever answers with whatever is at hand may get here, but no further.
        await new Promise((resolve) => setTimeout(resolve, DEADLINE));
        await session.size('b.bin');
      };
      await failureOf(all()).finally(() => server.close());
      expect(performance.now() - started).toBeLessThan(DEADLINE + 1_000);
    });
  }
});
