import type { Socket } from 'node:net';
import { isIP } from 'node:net';
import {
  checkServerIdentity,
  connect,
  createSecureContext,
  rootCertificates,
  type SecureContext,
  type TLSSocket,
} from 'node:tls';
import { TransportFailure } from '../../../application/ports/file-transport.ts';
import type { HostIdentity } from '../../../domain/destination/host-identity.ts';
import type { HostName } from '../../../domain/destination/host-name.ts';
import { shows } from './certificate.ts';

/** Made once: reading all public authorities takes tens of milliseconds. */
export const secureContext = (furtherAuthorities: readonly string[]): SecureContext =>
  createSecureContext({
    minVersion: 'TLSv1.2',
    ...(furtherAuthorities.length === 0 ? {} : { ca: [...rootCertificates, ...furtherAuthorities] }),
  });

/** `anything` is for looking at what a server shows, and for nothing else. */
export type Trust = HostIdentity | 'public-authorities' | 'anything';

export interface Encryption {
  readonly context: () => SecureContext;
  readonly host: HostName;
  readonly trust: Trust;
  /** A verified connection's session to resume, which some servers demand of a data connection. */
  readonly session?: Buffer | undefined;
}

/**
 * TLS over a connected socket, verified before it is given back: nothing was sent through it. A pinned certificate
 * stands for itself, whoever signed it, whatever its name and dates. The name to check is passed by itself and never
 * as `host`, which implicit TLS would resolve again.
 * @throws {TransportFailure} `certificate-changed`, or an error of Node's for {@link tlsCode}.
 */
export const encrypt = (socket: Socket, { context, host, trust, session }: Encryption): Promise<TLSSocket> =>
  new Promise((resolve, reject) => {
    const encrypted = connect({
      socket,
      secureContext: context(),
      // RFC 6066, section 3: an address is no server name.
      servername: isIP(host) === 0 ? host : '',
      checkServerIdentity: (_, certificate) => checkServerIdentity(host, certificate),
      rejectUnauthorized: trust === 'public-authorities',
      ...(session === undefined ? {} : { session }),
    });
    encrypted.once('error', reject);
    encrypted.once('close', () => reject(new Error('closed')));
    encrypted.once('secureConnect', () => {
      // Who resumes a session holds its keys, which only the verified server of the control connection has.
      const isKnown = session !== undefined && encrypted.isSessionReused();
      if (typeof trust === 'string' || isKnown || shows(encrypted, trust)) return resolve(encrypted);
      encrypted.destroy();
      reject(new TransportFailure({ step: 'secure', code: 'certificate-changed' }));
    });
  });
