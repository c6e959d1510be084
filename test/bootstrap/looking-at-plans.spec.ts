import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PlanFolder } from '../../src/adapters/driven/plan-file/plan-folder.ts';
import { runCommandLine } from '../../src/adapters/driving/cli/command-line.ts';
import { EventLogUnavailable } from '../../src/application/ports/event-log.ts';
import type { Happening } from '../../src/application/ports/telemetry.ts';
import { embedded } from '../../src/bootstrap/embedded.ts';
import { lookAtPlans } from '../../src/bootstrap/looking-at-plans.ts';

vi.setConfig({ testTimeout: 30_000 });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'planning-backup-plans-'));
  mkdirSync(join(folder, 'plans'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const PASSWORD = 'canary-Paßwort-7f3a';

const planOf = (id: string): string =>
  JSON.stringify({
    organisation: {
      ...{ id, name: id, timeZone: 'Europe/Berlin', locale: 'de' },
      administrators: [{ id: 'anna', name: 'Anna Weber', email: 'anna@abendblatt.example', locale: 'de' }],
    },
    stories: [],
    events: [],
  });

const put = (name: string, text: string): string => {
  const file = join(folder, 'plans', name);
  writeFileSync(file, text);
  return file;
};

/** What a call says on standard error. With `until` it is interrupted as soon as it says that. */
const call = async (line: string, until?: string): Promise<string> => {
  const stop = new AbortController();
  let said = '';
  await runCommandLine([...line.split(' '), '--data', join(folder, 'data')], {
    installation: embedded,
    env: {},
    stdin: (async function* () {
      yield PASSWORD;
    })(),
    stdout: { write: () => undefined },
    stderr: {
      write: (text: string) => {
        said += text;
        if (until !== undefined && said.includes(until)) stop.abort();
      },
    },
    program: 'planning-backup',
    version: '1.2.3',
    signal: stop.signal,
  });
  return said;
};

const setUp = async (id: string): Promise<void> => {
  const plan = put(`${id}.json`, planOf(id));
  await call(`configure --plan ${plan} --actor anna --user u --password-stdin --destination ftp://ftp.example/backup`);
};

it.each(['worker', 'serve --port 0'])(
  '%s: tells at its start at which plans the nights of active organisations would fail',
  async (service) => {
    for (const id of ['there', 'missing', 'broken', 'twice', 'paused']) await setUp(id);
    await call(`pause --plan ${join(folder, 'plans/paused.json')} --actor anna`);
    rmSync(join(folder, 'plans/paused.json'));
    rmSync(join(folder, 'plans/missing.json'));
    const broken = put('broken.json', planOf('broken').replace('"stories"', '"themes"'));
    const twice = put('twice-again.json', planOf('twice'));
    const lines = (await call(`${service} --plans ${join(folder, 'plans')} --log json`, 'no file is the plan'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter(({ event }) => event === 'plan-unusable')
      .map(({ level, organisation, file }) => [level, organisation, file]);
    expect(lines).toEqual([
      ['warn', 'broken', broken],
      ['warn', 'twice', join(folder, 'plans/twice.json')],
      ['warn', 'missing', join(folder, 'plans')],
    ]);
    expect(twice < join(folder, 'plans/twice.json')).toBe(true);
  },
);

it('says it in German, too', async () => {
  await setUp('abendblatt');
  rmSync(join(folder, 'plans/abendblatt.json'));
  const said = await call(`worker --plans ${join(folder, 'plans')} --log text --lang de`, 'scheitern');
  expect(said).toContain(
    `abendblatt: Der Plan ${join(folder, 'plans')} lässt sich nicht verwenden: keine Datei darin ist der Plan von „abendblatt“. Solange das nicht behoben ist, scheitern die Nächte daran.`,
  );
});

it('is tried again while the store cannot be asked, as its log says', async () => {
  put('other.json', planOf('other').slice(0, 30));
  const told: string[] = [];
  let asked = 0;
  const watching = {
    active: async () => {
      asked += 1;
      if (asked < 3) throw new EventLogUnavailable('it cannot be reached');
      return ['other'];
    },
  };
  const telemetry = { happened: ({ name }: Happening) => void told.push(name) };
  const pauses: number[] = [];
  const clock = { pass: async (milliseconds: number) => void pauses.push(milliseconds) };
  const { signal } = new AbortController();
  await lookAtPlans(new PlanFolder(join(folder, 'plans')), { watching } as never, telemetry, { signal, clock });
  expect(told).toEqual(['service-fault', 'service-fault', 'plan-unusable', 'plan-unusable']);
  expect(pauses).toEqual([60_000, 60_000]);
});
