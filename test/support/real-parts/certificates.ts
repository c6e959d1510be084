import { X509Certificate } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RealParts } from './description.ts';
import { run } from './shell.ts';

/** Not resolvable anywhere, as all of `.example`: a test passes the address and expects this name. */
const SERVER_NAME = 'ftp.test.example';

const request = (directory: string, name: string, subject: string, more: readonly string[]): Promise<string> =>
  run('/usr/bin/openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-sha256', '-days', '7', '-subj', `/CN=${subject}`],
    ...['-keyout', join(directory, `${name}.key`), '-out', join(directory, `${name}.crt`)],
    ...more,
  ]);

const forServer = [
  ...['-addext', `subjectAltName=DNS:${SERVER_NAME},IP:127.0.0.1`, '-addext', 'extendedKeyUsage=serverAuth'],
  ...['-addext', 'basicConstraints=critical,CA:FALSE'],
];

/** Key and certificate in one file: all three FTP servers take that. */
const keyAndCertificate = async (directory: string, name: string): Promise<string> => {
  const parts = await Promise.all(['key', 'crt'].map((end) => readFile(join(directory, `${name}.${end}`), 'utf8')));
  const file = join(directory, `${name}.pem`);
  await writeFile(file, parts.join(''), { mode: 0o600 });
  return file;
};

const fingerprint = async (file: string): Promise<string> => new X509Certificate(await readFile(file)).fingerprint256;

export interface Certificates {
  readonly tls: RealParts['tls'];
  readonly signedFile: string;
  readonly selfSignedFile: string;
}

/** An authority, a certificate that it signed, and one for the same name that nobody signed. */
export const makeCertificates = async (directory: string): Promise<Certificates> => {
  const at = (name: string) => join(directory, name);
  await Promise.all([
    request(directory, 'ca', 'planning-backup test authority', ['-addext', 'keyUsage=critical,keyCertSign,cRLSign']),
    request(directory, 'self-signed', SERVER_NAME, forServer),
  ]);
  await request(directory, 'signed', SERVER_NAME, [...forServer, '-CA', at('ca.crt'), '-CAkey', at('ca.key')]);
  return {
    signedFile: await keyAndCertificate(directory, 'signed'),
    selfSignedFile: await keyAndCertificate(directory, 'self-signed'),
    tls: {
      serverName: SERVER_NAME,
      caFile: at('ca.crt'),
      caFingerprint: await fingerprint(at('ca.crt')),
      signedFingerprint: await fingerprint(at('signed.crt')),
      selfSignedFingerprint: await fingerprint(at('self-signed.crt')),
    },
  };
};
