import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSameIdentity, readHostIdentity } from '../../../src/domain/destination/host-identity.ts';
import { aCertificate, aHostKey } from '../../builders/destination.ts';

const sha256 = createHash('sha256').update('a key');
const digest = sha256.digest();
/** As `ssh-keygen -l` prints it. */
const ssh = `SHA256:${digest.toString('base64').replace(/=+$/, '')}`;
/** As `openssl x509 -fingerprint -sha256` prints it. */
const certificate = (digest.toString('hex').toUpperCase().match(/../g) ?? []).join(':');

describe('a host identity', () => {
  it.each([ssh, ` ${ssh}\n`])('is an SSH host key: %j', (text) => {
    expect(readHostIdentity(text)).toEqual({ ok: true, value: { kind: 'ssh-host-key', fingerprint: ssh } });
  });

  it.each([certificate, certificate.toLowerCase(), ` ${certificate}\n`])('is a certificate: %j', (text) => {
    expect(readHostIdentity(text)).toEqual({ ok: true, value: { kind: 'certificate', fingerprint: certificate } });
  });

  it.each([
    '',
    ssh.slice(0, -1),
    `${ssh}A`,
    `${ssh}=`,
    ssh.toLowerCase(),
    ssh.replace('SHA256', 'MD5'),
    `x${ssh}`,
    `${ssh} comment`,
    `SHA256:${'-'.repeat(43)}`,
    certificate.slice(0, -3),
    `${certificate}:AA`,
    certificate.replaceAll(':', ''),
    certificate.replaceAll(':', ' '),
    `SHA256 Fingerprint=${certificate}`,
    `x${certificate}`,
    `${certificate}x`,
    Array<string>(32).fill('GG').join(':'),
  ])('is not %j', (text) => {
    expect(readHostIdentity(text)).toEqual({ ok: false, problem: 'fingerprint-malformed' });
  });

  it('is the same only if kind and fingerprint are, and none is the same as none', () => {
    expect(isSameIdentity(aHostKey(), aHostKey())).toBe(true);
    expect(isSameIdentity(null, null)).toBe(true);
    expect(isSameIdentity(aHostKey(), aHostKey('B'))).toBe(false);
    expect(isSameIdentity(aHostKey(), null)).toBe(false);
    expect(isSameIdentity(null, aCertificate())).toBe(false);
    expect(isSameIdentity(aHostKey(), { ...aHostKey(), kind: 'certificate' })).toBe(false);
  });
});
