import { generateKeyPairSync } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { InMemoryEventLog } from '../../src/adapters/driven/in-memory/event-log.ts';
import { SimulatedClock } from '../../src/adapters/driven/in-memory/schedule-clock.ts';
import { KeyedCheckpointSigner } from '../../src/adapters/shared/checkpoint-signing/keyed-checkpoint-signer.ts';
import { SigningCheckpoints } from '../../src/application/signing-checkpoints/signing-checkpoints.ts';
import { tellingAll } from '../../src/application/telling-all.ts';
import { longHistory } from './long-history.ts';
import { median, say, seconds } from './timing.ts';

const ROUNDS = 5;
const EVENTS_A_NIGHT = 8;

/** Signs the last of so many nights: all before it is read, verified and held against what was signed before. */
export const signing = async (nights: number): Promise<void> => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { events, notes } = longHistory('nights', nights * EVENTS_A_NIGHT, privateKey);
  const clock = new SimulatedClock(Temporal.Instant.from('2026-11-24T20:00:00Z'));
  const keys = {
    current: () => privateKey,
    makeFirst: () => privateKey,
    next: () => undefined,
    makeNext: () => privateKey,
    promote: () => undefined,
    lastSigned: () => undefined,
    keepLastSigned: () => undefined,
  };
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const signed = notes.slice(0, -1);
    const checkpointSink = {
      read: async () => signed,
      append: async (_: string, __: string | null, note: string) => {
        signed.push(note);
        return 'appended' as const;
      },
    };
    const eventLog = new InMemoryEventLog(clock, events);
    const checkpointSigner = new KeyedCheckpointSigner(keys);
    const telemetry = tellingAll();
    const signer = new SigningCheckpoints({ eventLog, checkpointSink, checkpointSigner, clock, telemetry });
    times.push(await seconds(async () => void (await signer.sign('abendblatt'))));
    if (signed.length !== notes.length) throw new Error('the benchmark signs something else');
  }
  say(`signing the last of ${nights} nights: ${Math.round(median(times) * 1000)} ms, median of ${ROUNDS}`);
};
