import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attemptsStream,
  BACKUP_CONFIGURATION_STREAMS,
  backupConfigurationStream,
  backupHealthStream,
  backupRunStream,
  backupRunStreamsOf,
  noticeStream,
  organisationOfConfiguration,
} from '../../src/application/stream-names.ts';
import { aNight } from '../builders/night.ts';

/** Any text that a host may call an organisation; half a surrogate pair is no text. */
const anyId = fc.string({ unit: 'grapheme', minLength: 1 });

describe('the name of a stream', () => {
  it('says what it holds, and of whom', () => {
    expect(backupConfigurationStream('abendblatt')).toBe('backupConfiguration-abendblatt');
    expect(backupRunStream('abendblatt', aNight('2026-11-25'))).toBe('backupRun-abendblatt-2026-11-25');
    expect(attemptsStream('abendblatt')).toBe('attempts-abendblatt');
    expect(backupHealthStream('abendblatt')).toBe('backupHealth-abendblatt');
    expect(noticeStream('c1')).toBe('notice-c1');
  });

  it('holds of an id nothing but letters, digits and underscores as they are', () => {
    expect(attemptsStream(`aZ_09-.!~*'()/ ü%`)).toBe('attempts-aZ_09%2D%2E%21%7E%2A%27%28%29%2F%20%C3%BC%25');
  });

  it('of an organisation’s nights begins no other organisation’s', () => {
    fc.assert(
      fc.property(anyId, anyId, (id, other) => {
        fc.pre(id !== other);
        expect(backupRunStream(other, aNight('2026-11-25')).startsWith(backupRunStreamsOf(id))).toBe(false);
      }),
    );
    expect(backupRunStreamsOf('a-2026')).not.toContain(backupRunStreamsOf('a'));
  });

  it('of a configuration gives the organisation back, whatever it is called', () => {
    fc.assert(
      fc.property(anyId, (id) => {
        const stream = backupConfigurationStream(id);
        expect(stream.startsWith(BACKUP_CONFIGURATION_STREAMS)).toBe(true);
        expect(organisationOfConfiguration(stream)).toBe(id);
      }),
    );
  });

  it('of anything else belongs to no configuration', () => {
    expect(organisationOfConfiguration(attemptsStream('abendblatt'))).toBeUndefined();
    expect(organisationOfConfiguration('a-backupConfiguration-abendblatt')).toBeUndefined();
  });
});
