import type { ConfiguringOutcome, ConfiguringRequest } from '../../../../application/configuring-backup/requests.ts';
import type { PlanningBackup } from '../../../../application/planning-backup.ts';
import { reportChange } from '../change-report.ts';
import type { CliCommand } from '../command.ts';
import { rejectedCall } from '../failing.ts';
import { SigningTrouble } from '../signing-trouble.ts';

/** A change that needs no more than who makes it. */
export const simpleChange = (
  name: 'pause' | 'resume' | 'remove',
  change: (configuring: PlanningBackup['configuring'], request: ConfiguringRequest) => Promise<ConfiguringOutcome>,
): CliCommand => ({
  name,
  required: ['plan', 'actor'],
  optional: [],
  run: async (context, { plan: planFile = '', actor = '' }) => {
    const plan = await context.installation.readPeople(planFile);
    const { organisation } = plan;
    // Without state nothing is set up, and a call that can only be refused makes no folder.
    if (!context.installation.hasState(context.place)) {
      const ids = organisation.administrators.map(({ id }) => id);
      const reason = ids.includes(actor) ? 'BackupNotSetUp' : 'ActorNotAnAdministrator';
      throw rejectedCall({ reason }, ids, context.locale);
    }
    const signing = new SigningTrouble();
    const opened = await context.open({ plan, telemetry: signing });
    const request = { organisationId: organisation.id, actorId: actor, requestId: null, expectedVersion: null };
    const outcome = await change(opened.backup.configuring, request);
    return reportChange(context, opened, organisation, outcome, signing);
  },
});
