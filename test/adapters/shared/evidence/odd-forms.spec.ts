import { beforeAll, describe, expect, it } from 'vitest';
import type { Envelope } from '../../../../src/adapters/shared/evidence/envelope.ts';
import { readNote } from '../../../../src/adapters/shared/evidence/signed-note.ts';
import { aPast, verdictOn } from '../../../support/evidence/history.ts';
import { linesOf, type Parts, partsOf, rechained } from '../../../support/evidence/tampering.ts';

/** Forms on which two readers could differ, so that each would prove something else. */
let parts: Parts;

beforeAll(async () => {
  parts = partsOf((await aPast({ events: 30 })).lines);
});

describe('the name of a stream', () => {
  it.each(['attempts', 'attemptsx', 'backupConfiguration', 'backupRun-', 'backupRunx-2026-11-25', '-', ''])(
    'of an organisation whose id is empty is not %j',
    async (stream) => {
      const events = rechained([{ ...(parts.events[0] as Envelope), stream }]);
      const lines = await linesOf({ organisationId: '', notes: [], events });
      // Not the empty one either, which could pass for a stream that has not begun.
      expect(await verdictOn(lines)).toMatchObject({ verdict: 'altered', line: 2, stream });
    },
  );

  it('of an organisation whose id is empty ends behind the hyphen', async () => {
    const events = rechained([{ ...(parts.events[0] as Envelope), stream: 'attempts-' }]);
    const lines = await linesOf({ organisationId: '', notes: [], events });
    expect(await verdictOn(lines)).toMatchObject({ verdict: 'not-anchored' });
  });
});

describe('a signature of another name', () => {
  const noteWith = (line: string): string => `${parts.notes[0] ?? ''}${line}\n`;

  it.each(['— example.com/witness AAAAAAAA', '— ! AAAAAAAA'])('is passed over: %s', (line) => {
    expect(readNote(noteWith(line))?.signatures).toHaveLength(2);
  });

  it.each([
    ...['— a+b AAAAAAAA', '—  AAAAAAAA', '— a AAAA', '— a AB==', '— a AAAAAAAA=', '— a AAAAAAA', '- a AAAAAAAA'],
    ...['— a\u00a0b AAAAAAAA', '— \ufeff AAAAAAAA', '— \u0085 AAAAAAAA', '— \u001c AAAAAAAA', '— é AAAAAAAA', ''],
  ])('makes no note: %j', (line) => {
    expect(readNote(noteWith(line))).toBeUndefined();
  });
});
