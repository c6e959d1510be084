import type { SaveRequest } from '../../../../application/configuring-backup/requests.ts';
import type { Organisation } from '../../../../application/ports/organisation-directory.ts';
import type { BackupConfigurationRejection } from '../../../../domain/backup-configuration/rejections.ts';
import { isCoherent } from '../../../../domain/backup-configuration/rules.ts';
import { settingsOf } from '../../../../domain/backup-configuration/state.ts';
import { CallFailed, type ExitCode } from '../call-failed.ts';
import type { CallContext, CliCommand } from '../command.ts';
import { destinationOptions } from '../destination-url.ts';
import { rejectedCall } from '../failing.ts';
import type { OpenedBackup } from '../installation.ts';
import { callWith, withoutOption } from '../invocation.ts';
import { OPERATOR } from '../operator.ts';
import { demandOptions, type GivenOptions } from '../options.ts';
import { allowedNetworks } from '../reading-options.ts';
import { newKeyWarnings } from '../warnings.ts';
import { FORM_OPTIONAL, FORM_REQUIRED, readForm, readWanted } from './configure-options.ts';
import { reportTest } from './test-report.ts';

const FORM = [...FORM_REQUIRED, ...FORM_OPTIONAL] as const;

/**
 * Rehearses a night with a probe file: as the operator with what is stored, or as an administrator with what
 * `configure` would save. Each test is limited and recorded, in the data folder, which is made for that where there was
 * none; a call that can only be refused makes none.
 */
export const testConnection: CliCommand = {
  name: 'test-connection',
  required: [],
  optional: ['organisation', ...FORM, 'allowNetwork'],
  run: async (context, options) => {
    const { words } = context;
    const isForm = FORM.some((name) => options[name] !== undefined);
    if (options.organisation === undefined && !isForm)
      throw new CallFailed(2, 'NothingToTest', words.testing.nothingToTest);
    if (options.organisation === undefined) return testForm(context, options);
    if (isForm) throw new CallFailed(2, 'OptionsContradict', words.testing.eitherOr);
    return testStored(context, options, options.organisation);
  },
};

const testForm = async (context: CallContext, options: GivenOptions): Promise<ExitCode> => {
  const { installation, place, env, words, locale, program, argv } = context;
  demandOptions(FORM_REQUIRED, options, words);
  const wanted = readWanted(options, locale, words);
  allowedNetworks(options.allowNetwork, env, words);
  const plan = await installation.readPeople(options.plan ?? '');
  const { organisation } = plan;
  const open = (): Promise<OpenedBackup> => context.open({ plan, allowed: options.allowNetwork });
  const before = installation.hasState(place) ? await open() : undefined;
  const now = await before?.backup.history.configuration(organisation.id);
  const request = await readForm(context, options, wanted, organisation, now && settingsOf(now.state));
  const objection = before === undefined ? objectionTo(request, organisation) : undefined;
  if (objection !== undefined) throw rejectedCall(objection, idsOf(organisation), locale);
  const opened = before ?? (await open());
  const outcome = await opened.backup.testing.test(request);
  const warnings = newKeyWarnings(opened);
  const again = withoutOption(argv, '--trust');
  const trusting = (fingerprint: string): string => callWith(program, again, ['--trust', fingerprint]);
  const tested = { ...request, trusting, isPasswordGiven: request.credential !== null, warnings };
  return reportTest(context, tested, idsOf(organisation), outcome);
};

const testStored = async (context: CallContext, options: GivenOptions, id: string): Promise<ExitCode> => {
  const { installation, place, words, locale, program } = context;
  const opened = installation.hasState(place)
    ? await context.open({ plan: null, allowed: options.allowNetwork, use: 'unsealing' })
    : undefined;
  const now = await opened?.backup.history.configuration(id);
  if (opened === undefined || now === undefined || now.state.status === 'not-set-up')
    throw new CallFailed(2, 'OrganisationUnknown', words.organisationUnknown(id, place.dataDirectory));
  const settings = settingsOf(now.state);
  if (settings === undefined) throw rejectedCall({ reason: 'BackupNotSetUp' }, [], locale);
  const outcome = await opened.backup.testing.testStored(id, { actorId: OPERATOR, requestId: null });
  const { destination, login, replacement } = settings;
  // What is not known here stands as the help has it.
  const secret = login.method === 'password' ? ['--password-stdin'] : ['--private-key', 'FILE'];
  const networks = (options.allowNetwork ?? []).flatMap((network) => ['--allow-network', network]);
  const where = [...networks, ...(options.data === undefined ? [] : ['--data', options.data])];
  const trusting = (fingerprint: string): string =>
    callWith(
      program,
      ['configure', '--plan', 'FILE', '--actor', 'ADMIN', ...destinationOptions(destination), '--user', login.user],
      ['--trust', fingerprint, ...secret, ...where],
    );
  const form = { organisationId: id, destination, user: login.user, replacement };
  const tested = { ...form, trusting, isPasswordGiven: true, warnings: [] };
  return reportTest(context, tested, [], outcome);
};

/** What can only be refused, where nothing is stored yet. */
const objectionTo = (request: SaveRequest, organisation: Organisation): BackupConfigurationRejection | undefined => {
  if (!idsOf(organisation).includes(request.actorId)) return { reason: 'ActorNotAnAdministrator' };
  const { credential } = request;
  const incoherent = isCoherent({ ...request, method: credential?.method ?? null });
  return incoherent ?? (credential === null ? { reason: 'PasswordRequired' } : undefined);
};

const idsOf = ({ administrators }: Organisation): readonly string[] => administrators.map(({ id }) => id);
