import type { CliCommand } from '../command.ts';
import { auditExport } from './audit-export.ts';
import { auditVerify } from './audit-verify.ts';
import { backup } from './backup.ts';
import { configure } from './configure.ts';
import { eventStoreSetUp } from './event-store-set-up.ts';
import { history } from './history.ts';
import { migrate } from './migrate.ts';
import { pause } from './pause.ts';
import { remove } from './remove.ts';
import { resume } from './resume.ts';
import { rotateAuditKey } from './rotate-audit-key.ts';
import { rotateMasterKey } from './rotate-master-key.ts';
import { serve } from './serve.ts';
import { signIn } from './sign-in.ts';
import { status } from './status.ts';
import { testConnection } from './test-connection.ts';
import { worker } from './worker.ts';

/** In the order of the help. A new command is a file here, its name in options.ts, and its words in both languages. */
export const COMMANDS: readonly CliCommand[] = [
  ...[configure, testConnection, pause, resume, remove],
  ...[backup, status, history],
  ...[auditExport, auditVerify],
  ...[worker, serve, signIn],
  ...[rotateMasterKey, rotateAuditKey],
  ...[eventStoreSetUp, migrate],
];
