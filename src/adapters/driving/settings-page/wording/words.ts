import type {
  ConnectionTestRefusal,
  TestStep,
  TestWarning,
} from '../../../../application/testing-connection/results.ts';
import type { Replacement } from '../../../../domain/backup-configuration/settings.ts';
import type { BackupConfigurationState } from '../../../../domain/backup-configuration/state.ts';
import type { PlanKind } from '../../../../domain/backup-run/events.ts';
import type { NightOutcome } from '../../../../domain/backup-run/state.ts';
import type { Said } from '../../../shared/wording/said.ts';
import type { FormProblem } from '../form/reading-form.ts';
import type { SecretProblem } from '../form/reading-secret.ts';
import type { FormWords, TrustWords } from './form-words.ts';

/** Every word of the page but what `shared/wording` has for all. */
export interface Words {
  readonly page: string;
  readonly section: string;
  readonly statuses: Readonly<Record<BackupConfigurationState['status'], string>>;
  readonly intro: string;
  readonly overview: {
    readonly title: string;
    readonly destination: string;
    readonly login: string;
  };
  readonly kinds: Readonly<Record<PlanKind, string>>;
  readonly rows: (rows: number) => string;
  readonly warnings: {
    readonly title: string;
    readonly paused: Said;
    readonly plainFtp: Said;
    readonly notAtomic: (way: Replacement) => Said;
    readonly notDelivered: (night: string) => Said;
    readonly repetitionFailed: (night: string) => Said;
    readonly needsALook: (records: number) => Said;
    readonly overwrittenLate: (night: string) => Said;
    readonly noticeGivenUp: (names: string) => Said;
    readonly remaining: (destination: string, files: string) => string;
  };
  readonly actions: {
    readonly backUpNow: string;
    readonly pause: string;
    readonly resume: string;
    readonly remove: string;
    readonly test: string;
    readonly save: string;
    readonly setUp: string;
    readonly keep: string;
    readonly reload: string;
    readonly toThePage: string;
  };
  readonly working: {
    readonly test: string;
    readonly save: string;
    readonly backUp: string;
    readonly other: string;
    readonly noAnswer: string;
    readonly passwordInAddress: string;
  };
  readonly form: FormWords;
  readonly trust: TrustWords;
  readonly test: {
    readonly title: string;
    readonly ok: string;
    readonly failed: (step: string) => string;
    readonly toBeTrusted: Said;
    readonly steps: Readonly<Record<TestStep, string>>;
    readonly done: string;
    readonly bad: string;
    readonly notTried: string;
    readonly waiting: string;
    readonly warnings: (warning: TestWarning) => string;
    readonly couldReplace: (way: string) => string;
    readonly nextSave: string;
    readonly nextSaveWithPassword: string;
    readonly refusals: (refusal: ConnectionTestRefusal) => Said;
  };
  readonly problems: {
    readonly title: string;
    readonly form: (problem: FormProblem) => Said | undefined;
    readonly secrets: Readonly<Record<SecretProblem, Said>>;
    readonly passwordMissing: Said;
    readonly passwordRequired: Said;
    readonly hostKeyRequired: Said;
  };
  readonly messages: {
    readonly setUp: string;
    readonly changed: string;
    readonly paused: string;
    readonly resumed: string;
    readonly removed: string;
    readonly unchanged: string;
    readonly told: (names: string) => string;
    readonly toldNobody: string;
    readonly nightEnded: Readonly<Record<NightOutcome, string>>;
    readonly nightRuns: string;
    readonly notSaved: string;
    readonly unavailable: Said;
    readonly stale: (who: string) => string;
    readonly staleKept: string;
    readonly staleLook: string;
  };
  readonly nights: {
    readonly title: string;
    readonly none: string;
    readonly outcomes: Readonly<Record<NightOutcome | 'running', string>>;
    readonly manual: string;
    readonly startedAt: (moment: string) => string;
    readonly needsALook: (records: number) => string;
    readonly fileMissing: string;
  };
  readonly changes: {
    readonly title: string;
    readonly earlier: (count: number) => string;
    readonly leftTheOrganisation: string;
    readonly host: string;
    readonly becomes: string;
    readonly nobodyToTell: string;
    readonly waiting: (name: string) => string;
    readonly sent: (name: string, moment: string) => string;
    readonly givenUp: (name: string, moment: string) => string;
    readonly remaining: (destination: string) => string;
  };
  readonly removing: {
    readonly title: string;
    readonly nights: string;
    readonly password: string;
    readonly files: (destination: string, files: string) => string;
    readonly told: (names: string) => string;
    readonly confirm: string;
  };
  readonly troubles: Readonly<Record<Trouble, Said>>;
  readonly and: (items: readonly string[]) => string;
}

/** Why there is no page at all. */
export type Trouble =
  | 'not-an-administrator'
  | 'forged'
  | 'not-found'
  | 'method'
  | 'too-large'
  | 'media-type'
  | 'malformed'
  | 'altered'
  | 'unavailable'
  | 'fault';
