import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PASSWORD_MARK } from '../../demo/stage/company-server.ts';
import { onStage } from '../../demo/stage/stage.ts';
import { tellStory } from '../../demo/story.ts';
import { Teller } from '../../demo/telling/teller.ts';
import { wordsIn } from '../../demo/telling/words.ts';
import { Secret } from '../../src/application/secret.ts';
import { type EventStoreDouble, startEventStoreDouble } from '../support/eventstoredb/double.ts';

let double: EventStoreDouble;
let keepIn: string;

beforeAll(async () => {
  double = await startEventStoreDouble({ dedupe: false });
  keepIn = await mkdtemp(join(tmpdir(), 'demo-on-a-cluster-'));
});
afterAll(async () => {
  await double.close();
  await rm(keepIn, { recursive: true, force: true });
});

it('tells its whole story on the double of EventStoreDB, and leaves no password there', async () => {
  let told = '';
  const teller = new Teller(
    (text) => {
      told += text;
      return true;
    },
    { styled: false },
  );
  const place = { connection: new Secret(double.connectionString), mayBeInsecure: true };
  await onStage((stage) => tellStory({ ...stage, tell: teller, words: wordsIn('en'), language: 'en', keepIn }), place);
  expect(await readdir(keepIn)).toHaveLength(2);
  expect(told).not.toContain(PASSWORD_MARK);
  expect(double.streamNames()).toContainEqual(expect.stringMatching(/^backupConfiguration-/));
  const bytes = double.onDisk().map(({ data, metadata }) => Buffer.concat([data, metadata]).toString('latin1'));
  for (const written of [PASSWORD_MARK, Buffer.from(PASSWORD_MARK).toString('base64').slice(0, -4)])
    expect(bytes.filter((text) => text.includes(written))).toEqual([]);
}, 120_000);
