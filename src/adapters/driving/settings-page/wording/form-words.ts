import type {
  ConfidentialRecords,
  LoginMethod,
  Replacement,
} from '../../../../domain/backup-configuration/settings.ts';
import type { ProtocolChoice } from '../form/form-values.ts';

export interface Choice {
  readonly name: string;
  readonly note: string;
}

export interface FormWords {
  readonly title: string;
  readonly server: string;
  readonly protocol: string;
  readonly protocols: Readonly<Record<ProtocolChoice, Choice>>;
  readonly plainFtp: string;
  readonly address: string;
  readonly addressNote: string;
  readonly port: string;
  readonly portNote: string;
  readonly directory: string;
  readonly directoryNote: string;
  readonly login: string;
  readonly user: string;
  readonly method: string;
  readonly methods: Readonly<Record<LoginMethod, string>>;
  readonly password: string;
  readonly privateKey: string;
  readonly privateKeyNote: string;
  readonly passphrase: string;
  readonly passphraseNote: string;
  readonly secretStored: Readonly<Record<LoginMethod, string>>;
  readonly secretNew: string;
  readonly secretAgain: string;
  readonly content: string;
  readonly confidential: string;
  readonly confidentialNote: string;
  readonly fileNames: string;
  readonly fileNamesFixed: string;
  readonly prefix: string;
  readonly prefixNote: (storyPlan: string, eventPlan: string) => string;
  readonly replacement: string;
  readonly replacements: Readonly<Record<Replacement, Choice>>;
  readonly seenWorking: string;
  readonly setByOther: (value: string) => string;
  readonly optional: string;
  readonly testNote: string;
  readonly confidentialValues: Readonly<Record<ConfidentialRecords, string>>;
  readonly nothing: string;
}

/** About what a server proves itself with. */
export interface TrustWords {
  readonly title: string;
  readonly notYet: string;
  readonly notYetCertificate: string;
  readonly plain: string;
  readonly vouched: string;
  readonly hostKey: string;
  readonly certificate: string;
  readonly shown: string;
  readonly changed: string;
  readonly trustedSoFar: string;
  readonly compare: string;
  readonly accept: string;
  readonly stillTrust: string;
  readonly keep: string;
  readonly acceptNew: string;
  readonly subject: string;
  readonly issuer: string;
  readonly validity: string;
  readonly valid: (from: string, to: string) => string;
}
