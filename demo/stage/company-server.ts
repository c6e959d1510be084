import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Secret } from '../../src/application/secret.ts';
import { type Destination, type DestinationInput, readDestination } from '../../src/domain/destination/destination.ts';
import type { DemoServer, DemoServerOptions } from '../servers/demo-server.ts';

/** A server of the newspaper's company, as its IT department describes it to an administrator. */
export interface CompanyServer {
  readonly destination: Destination;
  readonly user: string;
  readonly password: Secret;
  /** Of its host key or certificate, to compare with what it shows. */
  readonly fingerprint: string;
  /** Where on this disk the directory of the destination lies. */
  readonly folder: string;
  close(): Promise<void>;
}

/** Every password of the demo begins so, and a test looks for it in all that the demo prints. */
export const PASSWORD_MARK = 'Deichgraf-';

const USER = 'elbkurier';
const DIRECTORY = 'backup';

/** Starts a server over a new folder, with a user and a password made for this run. */
export const startCompanyServer = async (
  root: string,
  door: Pick<DestinationInput, 'protocol' | 'tlsMode'>,
  start: (options: DemoServerOptions) => Promise<DemoServer & { readonly fingerprint: string | null }>,
): Promise<CompanyServer> => {
  const folder = join(root, DIRECTORY);
  await mkdir(folder, { recursive: true });
  const password = new Secret(`${PASSWORD_MARK}${randomBytes(12).toString('base64url')}`);
  const server = await start({ root, user: USER, password: password.reveal() });
  const { host, port, fingerprint } = server;
  const destination = readDestination({ ...door, host, port, directory: `/${DIRECTORY}` });
  if (!destination.ok || fingerprint === null) throw new Error('A server of the demo describes itself badly');
  return { destination: destination.value, user: USER, password, fingerprint, folder, close: () => server.close() };
};
