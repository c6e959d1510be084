import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addLogin, newUserName } from './accounts.ts';
import { makeCertificates } from './certificates.ts';
import type { OwnProcess, RealParts, RealServer } from './description.ts';
import { down, sweep } from './down.ts';
import { startMailServer } from './mail-server.ts';
import { installPackages, libraryPath } from './packages.ts';
import { type Launch, plan, type Site, serverNames } from './plan.ts';
import { freePorts, listening } from './ports.ts';
import { startDetached } from './processes.ts';
import { openssh } from './servers/openssh.ts';
import { proftpd } from './servers/proftpd.ts';
import { pureFtpd } from './servers/pure-ftpd.ts';
import { vsftpd } from './servers/vsftpd.ts';
import { makeSshKeys } from './ssh-keys.ts';
import { newState, saveState, type Undo } from './state.ts';
import { folders, makeTree } from './tree.ts';

const configure: Record<RealServer['software'], (site: Site) => Promise<Launch>> = {
  vsftpd,
  proftpd,
  'pure-ftpd': pureFtpd,
  openssh,
};

const HOST = '127.0.0.1';

/**
 * Starts all servers and gives the path of their description. They run until `down`; those of an owner that has ended
 * are swept by the next `up`.
 */
export const up = async (owner?: OwnProcess): Promise<string> => {
  await sweep();
  const programs = await installPackages();
  const state = newState(owner);
  try {
    return await start(state, programs);
  } catch (error) {
    await down(state.directory);
    throw error;
  }
};

const start = async (state: Undo, programs: string): Promise<string> => {
  const at = (name: string) => join(state.directory, name);
  state.user = newUserName();
  saveState(state);
  await mkdir(at('keys'));
  const [login, certificates, keys, ports, libraries] = await Promise.all([
    addLogin(state.user),
    makeCertificates(at('keys')),
    makeSshKeys(at('keys')),
    freePorts(serverNames.length + 2),
    libraryPath(programs),
  ]);
  const { user, password } = login;

  const startOne = async (name: (typeof serverNames)[number], index: number): Promise<RealServer> => {
    const directory = at(name);
    const root = join(directory, 'root');
    const log = join(directory, 'output.log');
    const port = ports[index] ?? 0;
    await mkdir(root, { recursive: true });
    await makeTree(root, login, (path) => {
      state.mounts.push(path);
      saveState(state);
    });
    const launch = await configure[plan[name].software]({
      ...plan[name],
      ...{ name, port, directory, root, login, programs },
      certificateFile: plan[name].certificate === 'self-signed' ? certificates.selfSignedFile : certificates.signedFile,
      hostKeyFiles: keys.hostKeyFiles,
      authorizedKeysFile: keys.authorizedKeysFile,
    });
    const process = startDetached(launch.command, launch.args, log, { LD_LIBRARY_PATH: libraries });
    state.processes.push(process);
    saveState(state);
    await listening(port, process, log);
    return {
      name,
      ...plan[name],
      host: HOST,
      port,
      user,
      password,
      root,
      process,
      launch: { ...launch, libraries },
      log,
    };
  };

  const mailServer = Promise.allSettled([
    startMailServer({
      directory: at('mail'),
      programs,
      libraries,
      ports: [ports.at(-2) ?? 0, ports.at(-1) ?? 0],
      certificateFile: certificates.signedFile,
      started: (process) => {
        state.processes.push(process);
        saveState(state);
      },
    }),
  ]);

  // Settled, not all: one that fails must not leave another one half started behind the tidying up.
  const outcomes = await Promise.allSettled(serverNames.map(startOne));
  const [mailOutcome] = await mailServer;
  if (mailOutcome.status === 'rejected') throw mailOutcome.reason;
  const servers = outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
  const description: RealParts = {
    directory: state.directory,
    servers,
    mail: mailOutcome.value,
    folders,
    tls: certificates.tls,
    ssh: keys.ssh,
  };
  await writeFile(at('description.json'), JSON.stringify(description, null, 2), { mode: 0o600 });
  return at('description.json');
};
