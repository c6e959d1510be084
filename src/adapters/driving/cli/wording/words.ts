import type { PlanUnavailable } from '../../../../application/ports/planning-source.ts';
import type { HappeningOfAttempt, ServiceTrouble } from '../../../../application/ports/telemetry.ts';
import type { NoticeOutcome } from '../../../../application/replaying-history/notice-outcomes.ts';
import type { BackupConfigurationRejectionReason } from '../../../../domain/backup-configuration/rejections.ts';
import type { PlanKind } from '../../../../domain/backup-run/events.ts';
import type { NightOutcome } from '../../../../domain/backup-run/state.ts';
import type { HostIdentity } from '../../../../domain/destination/host-identity.ts';
import type { NoticeFailureCode } from '../../../../domain/notice/events.ts';
import type { Said } from '../../../shared/wording/said.ts';
import type { UrlProblem } from '../destination-url.ts';
import type { EventStoreSetUp } from '../installation.ts';
import type { ArgumentName, CommandGroup, CommandName, OptionName } from '../options.ts';
import type { ProgressStep } from '../progress/steps.ts';
import type { EventStoreSettingsProblem, MailSettingsProblem, PortOption } from '../unusable.ts';
import type { WarningCode } from '../warnings.ts';
import type { AuditWords } from './audit-words.ts';
import type { MovingWords } from './moving-words.ts';
import type { StatusWords } from './status-words.ts';
import type { TestingWords } from './testing.ts';

/** Everything the command line says, in one language. What it shares with page and mails lies in shared/wording. */
export interface Words {
  readonly help: {
    readonly program: string;
    readonly commands: Readonly<Record<CommandName, string>>;
    readonly groups: Readonly<Record<CommandGroup, string>>;
    readonly arguments: Readonly<Record<ArgumentName, string>>;
    readonly options: Readonly<Record<OptionName | 'help' | 'version', string>>;
    readonly helpCommand: string;
    /** By commander's own titles. */
    readonly titles: Readonly<Record<string, string>>;
    readonly usage: { readonly program: string; readonly group: string; readonly command: string };
  };

  readonly error: string;
  readonly warning: string;
  readonly call: {
    readonly unknownOption: (option: string) => Said;
    readonly optionMissing: (option: string) => Said;
    readonly valueMissing: (option: string) => Said;
    readonly choice: (option: string, choices: readonly string[]) => Said;
    readonly unknownCommand: (command: string) => Said;
    readonly commandMissing: Said;
    readonly tooManyArguments: Said;
    readonly argumentMissing: Said;
    readonly other: Said;
  };
  readonly urlProblems: Readonly<Record<UrlProblem, Said>>;
  readonly password: Readonly<Record<'PasswordEmpty' | 'PasswordMalformed' | 'PasswordFromTerminal', Said>>;
  readonly privateKeyFileUnreadable: (file: string) => Said;
  readonly privateKeyMalformed: (file: string) => Said;
  readonly networkMalformed: (network: string) => Said;
  readonly nightMalformed: Said;
  readonly otherOrganisation: (asked: string, inPlan: string) => Said;
  readonly organisationUnknown: (id: string, directory: string) => Said;
  readonly nothingThere: (directory: string) => Said;
  /** What to do on a command line, where that is other than on a page. */
  readonly remedies: Readonly<Partial<Record<BackupConfigurationRejectionReason, string>>>;
  readonly administratorsAre: (ids: readonly string[]) => string;

  readonly failures: SettingsFailureWords & {
    readonly dataFolder: (directory: string, code: string) => Said;
    readonly log: (message: string) => Said;
    readonly moved: (message: string) => Said;
    readonly directory: (message: string) => Said;
    readonly altered: (place: string) => Said;
    readonly newer: (place: string) => Said;
    readonly masterKey: (message: string) => Said;
    readonly packageMissing: (command: string) => Said;
    readonly unavailable: Said;
    readonly unexpected: (error: string) => Said;
    /** *connecting to the server*, and what went wrong there. */
    readonly atStep: (step: string, what: string) => string;
  };

  readonly untrusted: {
    readonly hostKey: Said;
    readonly certificate: Said;
    readonly passwordToo: string;
    readonly shows: string;
    readonly subject: string;
    readonly issuer: string;
    readonly valid: (from: string, to: string) => string;
    readonly compare: Readonly<Record<HostIdentity['kind'], string>>;
    readonly goOn: string;
  };

  readonly changed: {
    readonly setUp: (organisation: string) => string;
    readonly changed: (organisation: string) => string;
    readonly unchanged: (organisation: string, version: number) => string;
    readonly version: (version: number, head: string) => string;
    readonly toBeTold: (names: readonly string[]) => string;
    readonly nobodyToTell: string;
    readonly mails: {
      readonly sent: (count: number) => string;
      readonly written: (count: number, folder: string) => string;
      readonly left: (count: number) => string;
    };
    readonly oldFiles: (where: string, files: readonly string[]) => string;
    readonly timeZone: (from: string, to: string) => string;
    readonly nothing: string;
  };

  readonly testing: TestingWords;

  readonly night: {
    readonly title: (night: string, organisation: string, destination: string, attempt: number) => string;
    readonly outcomes: Readonly<Record<NightOutcome | 'running', string>>;
    readonly rows: (count: number) => string;
    readonly bytes: (count: number) => string;
    readonly failed: string;
    readonly needsALook: (count: number) => string;
    readonly notDelivered: Readonly<Record<Exclude<NightOutcome, 'delivered'>, Said>>;
  };
  readonly plans: Readonly<Record<PlanKind, string>>;

  readonly progress: {
    readonly steps: Readonly<Record<ProgressStep, string>>;
    readonly happened: (happening: HappeningOfAttempt, attempt: number) => string | undefined;
    readonly checkpointFailed: (error: unknown) => string;
    readonly healthUnrecorded: (error: unknown) => string;
  };

  readonly status: StatusWords;
  readonly warnings: Readonly<Record<WarningCode, (detail: string) => Said>>;

  readonly history: {
    readonly columns: readonly [version: string, when: string, who: string, what: string, told: string];
    readonly nobody: string;
    /** What became of a mail; the time stands behind it where it is sent or given up. */
    readonly mails: Readonly<Record<NoticeOutcome['status'], string>>;
  };
  readonly worker: {
    readonly untilMalformed: Said;
    readonly untilOver: Said;
    /** Null: until it is interrupted. */
    readonly working: (until: string | null) => string;
    readonly fault: (error: string) => string;
    /** At the start, of a night to come. */
    readonly planUnusable: (problem: PlanUnavailable, isSomebodys: boolean) => string;
    readonly mails: {
      readonly sent: string;
      readonly notTaken: Readonly<Record<NoticeFailureCode, string>>;
      readonly givenUp: string;
    };
    readonly health: (troubles: readonly ServiceTrouble[]) => string;
    readonly overdue: (organisations: number) => string;
    readonly heartbeat: Readonly<Record<'unreachable' | 'no-answer' | 'refused', string>>;
  };
  readonly serve: {
    readonly serving: (url: string) => string;
    readonly fault: (error: string) => string;
    readonly noFolder: (folder: string) => Said;
    readonly portMalformed: (option: PortOption) => Said;
    readonly portUnusable: (port: number, code: string, option: PortOption) => Said;
    readonly proxyIncomplete: Said;
    readonly headerMalformed: Said;
    readonly nobodyServes: (directory: string) => Said;
    readonly linkNote: string;
  };
  readonly audit: AuditWords;
  readonly moving: MovingWords;
  readonly rotated: (secrets: number) => string;
  readonly eventStore: {
    readonly missing: Said;
    readonly passwordMissing: Said;
    readonly otherAcl: Said;
    readonly done: (setUp: EventStoreSetUp) => readonly string[];
  };
  readonly interrupted: string;
}

/** What the environment says that cannot be used. */
export interface SettingsFailureWords {
  readonly heartbeatUrl: Said;
  readonly mailSettings: Readonly<Record<MailSettingsProblem, Said>>;
  readonly eventStoreSettings: Readonly<Record<EventStoreSettingsProblem, Said>>;
}

/** What is said of calls that failed. */
export type FailureWords = Pick<
  Words,
  | 'error'
  | 'warning'
  | 'call'
  | 'urlProblems'
  | 'password'
  | 'privateKeyFileUnreadable'
  | 'privateKeyMalformed'
  | 'networkMalformed'
  | 'nightMalformed'
  | 'otherOrganisation'
  | 'organisationUnknown'
  | 'nothingThere'
  | 'remedies'
  | 'administratorsAre'
  | 'failures'
  | 'untrusted'
>;
