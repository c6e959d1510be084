import { describe, expect, it } from 'vitest';
import type { SaveSettings } from '../../../src/domain/backup-configuration/commands.ts';
import { backupConfiguration } from '../../../src/domain/backup-configuration/decide.ts';
import {
  type BoundSettings,
  secretBindingOf,
  sharesPassword,
} from '../../../src/domain/backup-configuration/secret-binding.ts';
import { aConfiguration } from '../../builders/configuration.ts';
import { aCertificate, aDestination, aHostKey } from '../../builders/destination.ts';
import { givenFor } from '../../support/given.ts';

const given = givenFor(backupConfiguration);

const sftp = aConfiguration();
const ftpsAt = (changes: Partial<Parameters<typeof aDestination>[0]> = {}) =>
  aDestination({ protocol: 'ftp', tlsMode: 'explicit', host: 'ftp.abendblatt.example', port: 21, ...changes });
const ftps = aConfiguration({ destination: ftpsAt(), trustedIdentity: aCertificate() });
const plainFtp = aConfiguration({ destination: ftpsAt({ tlsMode: 'none' }), trustedIdentity: null });

type Case = readonly [what: string, before: typeof sftp, changes: Partial<SaveSettings>];

const PASSWORD_REQUIRED: readonly Case[] = [
  [
    'the protocol',
    plainFtp,
    { destination: aDestination({ host: 'ftp.abendblatt.example', port: 21 }), trustedIdentity: aHostKey() },
  ],
  ['the TLS mode', ftps, { destination: ftpsAt({ tlsMode: 'implicit' }) }],
  [
    'TLS to none',
    aConfiguration({ destination: ftpsAt(), trustedIdentity: null }),
    { destination: ftpsAt({ tlsMode: 'none' }) },
  ],
  ['the host', sftp, { destination: aDestination({ host: 'sftp.mallory.example' }) }],
  ['the port', sftp, { destination: aDestination({ port: 2222 }) }],
  ['the user', sftp, { user: 'root' }],
  ['the trusted host key', sftp, { trustedIdentity: aHostKey('B') }],
  ['the pinned certificate', ftps, { trustedIdentity: aCertificate('CD') }],
  ['a pinned certificate to a public authority', ftps, { trustedIdentity: null }],
  [
    'a public authority to a pinned certificate',
    aConfiguration({ destination: ftpsAt(), trustedIdentity: null }),
    { trustedIdentity: aCertificate() },
  ],
];

const PASSWORD_KEPT: readonly Case[] = [
  ['the directory', sftp, { destination: aDestination({ directory: '/elsewhere' }) }],
  ['how files are replaced', sftp, { replacement: 'delete-then-rename' }],
  ['whether confidential records are included', sftp, { confidentialRecords: 'leave-out' }],
  ['nothing', sftp, {}],
  ['how the same host is written', sftp, { destination: aDestination({ host: 'SFTP.Abendblatt.example.' }) }],
];

const AGAIN = { secretId: 'secret-2', method: 'password' } as const;

describe('the stored password is asked for again', () => {
  it.each(PASSWORD_REQUIRED)('when a form changes %s', (_, before, changes) => {
    given(...before.events)
      .when(before.form(changes))
      .thenRejected('PasswordRequired');
  });

  it.each(PASSWORD_REQUIRED)('when a form changes %s, also while the backup is paused', (_, before, changes) => {
    const paused = before.paused();
    given(...paused.events)
      .when(paused.form(changes))
      .thenRejected('PasswordRequired');
  });

  it.each(PASSWORD_REQUIRED)('when a form changes %s together with what is free to change', (_, before, changes) => {
    const form = before.form({ replacement: 'overwrite', confidentialRecords: 'leave-out', ...changes });
    given(...before.events)
      .when(form)
      .thenRejected('PasswordRequired');
  });

  it('when a backup that was removed is set up again as it was', () => {
    const removed = sftp.removed();
    given(...removed.events)
      .when(sftp.form())
      .thenRejected('PasswordRequired');
  });
});

describe('a change is accepted', () => {
  it.each(PASSWORD_REQUIRED)('of %s, with the password entered again', (_, before, changes) => {
    const after = before.saved({ ...changes, enteredSecret: AGAIN });
    expect(after.settings.login).toEqual({ user: changes.user ?? 'redaktion', ...AGAIN });
  });

  it.each(PASSWORD_KEPT)('of %s, with the stored password', (_, before, changes) => {
    expect(before.saved(changes).settings.login).toEqual(before.settings.login);
  });
});

describe('a password entered for one server', () => {
  const bound: BoundSettings = { destination: aDestination(), user: 'redaktion', trustedIdentity: aHostKey() };

  it('may be used for the same again, and in any directory there', () => {
    expect(sharesPassword(bound, { ...bound })).toBe(true);
    expect(sharesPassword(bound, { ...bound, destination: aDestination({ directory: '/other' }) })).toBe(true);
  });

  // Each field alone, even where the combination is one that no form would be accepted with.
  it.each<[string, Partial<BoundSettings>]>([
    ['protocol', { destination: aDestination({ protocol: 'ftp' }) }],
    ['TLS mode', { destination: { ...bound.destination, tlsMode: 'explicit' } }],
    ['host', { destination: aDestination({ host: 'other.example' }) }],
    ['port', { destination: aDestination({ port: 23 }) }],
    ['user', { user: 'Redaktion' }],
    ['fingerprint', { trustedIdentity: aHostKey('B') }],
    ['kind of identity', { trustedIdentity: { ...aHostKey(), kind: 'certificate' } }],
    ['identity', { trustedIdentity: null }],
  ])('may not be used with another %s', (_, changes) => {
    expect(sharesPassword(bound, { ...bound, ...changes })).toBe(false);
    expect(sharesPassword({ ...bound, ...changes }, bound)).toBe(false);
  });

  it('is sealed to all of it and to the organisation, but not to the directory', () => {
    expect(secretBindingOf('abendblatt', bound)).toEqual({
      organisationId: 'abendblatt',
      protocol: 'sftp',
      tlsMode: 'none',
      host: 'sftp.abendblatt.example',
      port: 22,
      user: 'redaktion',
      trustedIdentity: aHostKey(),
    });
  });
});
