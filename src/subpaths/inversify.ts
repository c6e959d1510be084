/** The use cases as modules for a host's own container, each part of it to be bound anew by its token. */
export { DEFAULT_TIMES } from '../application/running-nightly-backup/requests.ts';
export { portsModule, useCasesModule } from '../bootstrap/modules.ts';
export type { Ports } from '../bootstrap/ports.ts';
export { TOKENS } from '../bootstrap/tokens.ts';
