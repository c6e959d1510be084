import { expect, it } from 'vitest';
import { isSameUse } from '../../../src/domain/backup-configuration/same-use.ts';
import type { BackupSettings } from '../../../src/domain/backup-configuration/settings.ts';
import { aConfiguration } from '../../builders/configuration.ts';
import { aDestination, aHostKey } from '../../builders/destination.ts';

const { settings } = aConfiguration();

it.each<Partial<BackupSettings>>([
  {},
  { timeZone: 'Asia/Tokyo' },
  { locale: 'en' },
  { fileNames: { storyPlan: 'a', eventPlan: 'b' } },
])('a night may end under settings that differ in %o', (changes) => {
  expect(isSameUse(settings, { ...settings, ...changes })).toBe(true);
});

it.each<Partial<BackupSettings>>([
  { destination: aDestination({ directory: '/elsewhere' }) },
  { destination: aDestination({ port: 2222 }) },
  { login: { ...settings.login, secretId: 'secret-2' } },
  { trustedIdentity: aHostKey('B') },
  { replacement: 'overwrite' },
  { confidentialRecords: 'leave-out' },
])('a night may not end under settings that differ in %o', (changes) => {
  expect(isSameUse(settings, { ...settings, ...changes })).toBe(false);
});
