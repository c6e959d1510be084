import type { Socket } from 'node:net';
import { Writable } from 'node:stream';
import type { Client } from 'basic-ftp';
import { expect, it } from 'vitest';
import { store } from '../../../../src/adapters/driven/ftp/store.ts';

const MEGABYTE = 1 << 20;

/** A server so near that it takes each byte in the moment in which it is sent. */
const greedyServer = () => {
  let taken = 0;
  const data = new Writable({
    write: (chunk: Uint8Array, _encoding, done) => {
      taken += chunk.length;
      done();
    },
  });
  const handle = (_command: string, answer: (reply: object, task: object) => void): Promise<unknown> =>
    new Promise((resolve, reject) => {
      answer({ code: 150 }, { resolve, reject });
      data.once('finish', () => answer({ code: 226 }, { resolve, reject }));
    });
  return {
    client: { ftp: { handle } } as unknown as Client,
    data: Object.assign(data, { setTimeout: () => data }) as unknown as Socket,
    taken: () => taken,
  };
};

it('all else that the process does has its turn during an upload, however fast the server is', async () => {
  const { client, data, taken } = greedyServer();
  let turns = 0;
  const turn = (): void => {
    turns += 1;
    next = setImmediate(turn);
  };
  let next = setImmediate(turn);
  await store(client, 'plan.xlsx.part', new Uint8Array(20 * MEGABYTE), Promise.resolve(data), 1_000);
  clearImmediate(next);
  expect(taken()).toBe(20 * MEGABYTE);
  expect(turns).toBeGreaterThanOrEqual(19);
});
