import type { RealParts, RealServer } from './description.ts';
import { listening } from './ports.ts';
import { endTree, startDetached } from './processes.ts';
import { loadState, saveState } from './state.ts';

/** Kills a server with all its sessions, as a machine's end does. */
export const killServer = (server: RealServer): Promise<void> => endTree(server.process);

/** Starts a killed server again, at the same port, on the same files; `down` ends it as it ends the others. */
export const restartServer = async (server: RealServer, { directory }: RealParts): Promise<RealServer> => {
  const { launch, log, port } = server;
  const process = startDetached(launch.command, launch.args, log, { LD_LIBRARY_PATH: launch.libraries });
  const state = loadState(directory);
  state.processes.push(process);
  saveState(state);
  await listening(port, process, log);
  return { ...server, process };
};
