import type { ConnectionTestReport } from '../../../../application/testing-connection/results.ts';
import type { Said } from '../../../shared/wording/said.ts';
import type { Field, FormValues } from '../form/form-values.ts';
import type { Candidates } from '../form/reading-form.ts';
import type { Section } from '../section.ts';
import { Times } from '../times.ts';
import { wordsIn } from '../wording/catalogue.ts';
import type { Words } from '../wording/words.ts';

/** One thing that the reader is told, above all else. */
export interface Notice {
  readonly tone: 'good' | 'bad' | 'note';
  readonly what: string;
  readonly lines: readonly string[];
}

/** The form as it is drawn. */
export interface FormState {
  readonly values: FormValues;
  /** Of the settings that it shows: a form that is older than the settings is not saved. */
  readonly expectedVersion: number;
  readonly problems: Readonly<Partial<Record<Field, Said>>>;
  /** What somebody else saved meanwhile, beside what was typed. */
  readonly others: Readonly<Partial<Record<Field, string>>>;
  readonly candidates: Candidates;
  /** Something was entered, and is not sent back. */
  readonly isSecretToBeEnteredAgain: boolean;
  readonly report: ConnectionTestReport | undefined;
}

export interface View {
  readonly section: Section;
  readonly words: Words;
  readonly times: Times;
  readonly basePath: string;
  readonly token: string;
  readonly form: FormState;
  readonly notices: readonly Notice[];
}

export const viewOf = (section: Section, given: Pick<View, 'basePath' | 'token' | 'form' | 'notices'>): View => {
  const timeZone = section.settings?.timeZone ?? section.organisation.timeZone;
  return { ...given, section, words: wordsIn(section.locale), times: new Times(section.locale, timeZone) };
};
