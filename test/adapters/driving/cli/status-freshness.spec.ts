import { beforeEach, describe, expect, test } from 'vitest';
import { Machine, sftpServer } from './call.ts';

const HOUR = 3_600_000;

let machine: Machine;
beforeEach(async () => {
  // At 21:00 in Berlin on the 24th of November.
  machine = new Machine(sftpServer());
  await machine.setUp();
});

const status = async (options = '') => (await machine.call(`status ${options}`.trim())).out;
const documentOf = async () => JSON.parse(await status('--json'));

describe('status', () => {
  test('says whether the files can be relied on, how old each is, and the next night', async () => {
    expect(await status()).toMatch(/files +No: there is no file at the destination yet\.\n/);
    await machine.call('backup --plan plan.json');
    await machine.clock.advance(3 * HOUR);
    const text = await status();
    expect(text).toMatch(/files +Yes, you can rely on the files: both are up to date\.\n/);
    expect(text).toMatch(
      /story plan +plan of 2026-11-24 21:00:00 \(3 hours ago\), put there 2026-11-24 21:00:00, night 2026-11-24, 0 rows\n +event plan +plan of/,
    );
    expect(text).toMatch(/next night +2026-11-25 0\d:\d\d:\d\d\n/);
    expect(await status('--lang de')).toMatch(/Dateien +Ja, auf die Dateien ist Verlass/);
  });

  test('has a letter for each of the last thirty nights, the weeks apart, and says what the letters mean', async () => {
    await machine.call('backup --plan plan.json');
    await machine.clock.advance(60 * HOUR);
    await machine.call('pause --plan plan.json --actor anna');
    const text = await status();
    expect(text).toContain('nights from 2026-10-29 to 2026-11-27, weeks apart:');
    expect(text).toMatch(/\n +---- ------- ------- ------- -DMMO\n/);
    expect(text).toMatch(/D 1 delivered, M 2 missed, O 1 overdue, - 26 not set up\n/);
    expect(await status('--lang de')).toMatch(/\n +---- ------- ------- ------- -AXXÜ\n/);
  });

  test('warns of a night that is overdue, in every organisation, and exits as ever', async () => {
    await machine.call('backup --plan plan.json');
    await machine.clock.advance(8 * HOUR);
    expect(await status()).not.toContain('should be over');
    await machine.clock.advance(HOUR);
    const { exit, out } = await machine.call('status');
    expect(exit).toBe(0);
    expect(out).toContain('The night 2026-11-25 should be over, and nobody has begun it');
    expect(await status('--lang de')).toContain('Die Nacht 2026-11-25 sollte vorüber sein');
    const { organisations } = await documentOf();
    expect(organisations[0].warnings).toContainEqual(expect.objectContaining({ code: 'night-not-begun' }));
    expect(organisations[0].freshness.overdue).toMatchObject({ night: '2026-11-25', reason: 'not-begun' });
  });

  test('says all of it as JSON: verdict, files, next night, and each night with its attempts', async () => {
    await machine.call('backup --plan plan.json');
    const { organisations } = await documentOf();
    expect(organisations[0]).toMatchObject({
      failingSince: null,
      freshness: {
        ...{ verdict: 'current', timeZone: 'Europe/Berlin', overdue: null, next: { night: '2026-11-25' } },
        files: [
          { kind: 'story-plan', night: '2026-11-24', sha256: expect.any(String), mayBeBroken: false },
          { kind: 'event-plan' },
        ],
      },
    });
    const { strip } = organisations[0].freshness;
    expect(strip.length).toBe(30);
    expect(strip.at(-1)).toMatchObject({
      kind: 'delivered',
      story: { attempts: [{ reason: 'manual', end: 'delivered' }] },
    });
  });

  test('has no freshness of a backup that is removed', async () => {
    await machine.call('remove --plan plan.json --actor anna');
    const [{ freshness }] = (await documentOf()).organisations;
    expect(freshness).toBeNull();
    expect(await status()).not.toContain('next night');
  });

  test('warns of the key that signs the record, if it lies beside the store', async () => {
    expect(await status()).toContain('The audit key /data/audit-private.pem lies beside the store');
    machine.isAuditKeyBesideStore = false;
    expect(await status()).not.toContain('The audit key');
  });
});
