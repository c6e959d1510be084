import { describe, expect, it } from 'vitest';
import {
  CODECS,
  decodeEvent,
  encodeEvent,
  UnencodableEvent,
} from '../../../../src/adapters/shared/event-codec/event-codec.ts';
import type { Upcaster } from '../../../../src/adapters/shared/event-codec/upcasters.ts';
import type { Destination } from '../../../../src/domain/destination/destination.ts';
import type { DomainEvent } from '../../../../src/domain/domain-event.ts';
import { aDestination } from '../../../builders/destination.ts';
import { EVERY_EVENT } from './every-event.ts';

describe('the event codec', () => {
  it('reads back every event as it was', () => {
    for (const event of Object.values(EVERY_EVENT)) {
      const { storedType, data } = encodeEvent(event);
      expect(decodeEvent(storedType, JSON.parse(JSON.stringify(data)))).toEqual({ ok: true, value: event });
    }
  });

  it('has a name of its own for each, with a version', () => {
    const names = Object.values(CODECS).map(({ storedType }) => storedType);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z-]+\.[a-z-]+\.v[1-9][0-9]*$/);
  });

  it('stores what the domain’s own readers make of a value', () => {
    const to = { ...aDestination(), host: 'SFTP.Abendblatt.Example.', directory: '/backup//planung/' } as Destination;
    const { data } = encodeEvent({ type: 'DestinationChanged', from: aDestination(), to });
    expect(data).toEqual({ from: aDestination(), to: aDestination() });
  });

  it('refuses to store what it would not read back, and shows nothing of it', () => {
    const unreadable: readonly unknown[] = [
      { type: 'DestinationChanged', from: aDestination(), to: { ...aDestination(), host: '127.1' } },
      { type: 'DestinationChanged', from: aDestination(), to: { ...aDestination(), directory: '/../hidden word' } },
      { type: 'StoredPasswordOpened', secretId: 's', purpose: 'night', password: 'hidden word' },
      { type: 'NightDelivered', attempt: 1.5 },
      { ...EVERY_EVENT.PlanCollected, collectedAt: '2026-11-24T01:30:00+01:00' },
      { ...EVERY_EVENT.NightClaimed, night: '2026-02-30' },
      { ...EVERY_EVENT.BackupSetUp, trustedIdentity: { kind: 'certificate', fingerprint: `SHA256:${'A'.repeat(43)}` } },
    ];
    for (const event of unreadable) {
      expect(() => encodeEvent(event as DomainEvent)).toThrow(/^\w+ cannot be stored: data/);
      expect(() => encodeEvent(event as DomainEvent)).toThrow(UnencodableEvent);
      expect(() => encodeEvent(event as DomainEvent)).not.toThrow(/hidden word/);
    }
  });

  it('says that a type is unknown, and which field does not read', () => {
    expect(decodeEvent('backup-run.night-claimed.v9', {})).toEqual({ ok: false, problem: 'its type is unknown here' });
    const reading = decodeEvent('backup-run.file-failed.v1', {
      ...EVERY_EVENT.FileFailed,
      type: undefined,
      failure: {},
    });
    expect(reading).toMatchObject({ ok: false, problem: expect.stringContaining('data.failure.step') });
  });

  it('brings older versions to the one of today, step by step', () => {
    const upcasters = new Map<string, Upcaster>([
      ['old.opened.v1', (data) => ({ storedType: 'old.opened.v2', data: { id: (data as { i: string }).i } })],
      [
        'old.opened.v2',
        (data) => ({
          storedType: 'attempts.stored-password-opened.v1',
          data: { secretId: (data as { id: string }).id, purpose: 'night' },
        }),
      ],
    ]);
    expect(decodeEvent('old.opened.v1', { i: 's-1' }, upcasters)).toEqual({
      ok: true,
      value: { type: 'StoredPasswordOpened', secretId: 's-1', purpose: 'night' },
    });
  });
});
