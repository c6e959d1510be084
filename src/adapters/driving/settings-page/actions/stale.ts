import type { ToldChange } from '../../../../application/replaying-history/replaying-history.ts';
import { type FactSaid, factSaid } from '../../../shared/wording/facts.ts';
import { type FormValues, formOf } from '../form/form-values.ts';
import { type MergedField, mergeForm, settingsAt } from '../form/merging.ts';
import { readForm } from '../form/reading-form.ts';
import type { Section } from '../section.ts';
import { actorText } from '../views/changes.tsx';
import type { FormState, Notice } from '../views/view.ts';
import { wordsIn } from '../wording/catalogue.ts';
import { candidatesOf, formAgain, type Posted } from './posted.ts';

/** Who changed what since a page was drawn, and what becomes of what was typed. */
export const staleNotice = (section: Section, expectedVersion: number, posted?: Posted): Notice => {
  const words = wordsIn(section.locale);
  const since = changesSince(section, expectedVersion);
  const who = [...new Set(since.map(({ actorId }) => actorText({ section, words }, actorId)))];
  const facts = since.flatMap(({ facts }) => facts).flatMap((fact) => factSaid(fact, section.locale));
  const { stale, staleKept, staleLook } = words.messages;
  const again = posted?.isSecretToBeEnteredAgain === true ? [words.form.secretAgain] : [];
  return {
    tone: 'bad',
    what: stale(words.and(who)),
    lines: [...facts.map(factText), ...(posted === undefined ? [] : [staleKept, staleLook, ...again])],
  };
};

/** The form with both: what was typed, and what was saved meanwhile. */
export const staleForm = (posted: Posted): FormState => {
  const { section, expectedVersion, read } = posted;
  const { settings, state } = section;
  const drawnFrom = settingsAt(section.changes.toReversed(), expectedVersion);
  // Removed meanwhile: nothing came in, and what was typed may set the backup up again.
  const { values, conflicts } =
    settings === undefined ? { values: read.values, conflicts: [] } : mergeForm(read.values, drawnFrom, settings);
  const merged = readForm(values, settings);
  const others = settings === undefined ? {} : othersOf(conflicts, formOf(settings), section);
  return formAgain(posted, {
    ...{ values: merged.values, expectedVersion: state.version, others },
    candidates: candidatesOf(merged, section),
  });
};

const changesSince = ({ changes }: Section, version: number): readonly ToldChange[] =>
  changes.filter((change) => change.version > version).toReversed();

const factText = ({ what, from, to }: FactSaid): string => {
  if (from !== undefined && to !== undefined) return `${what}: ${from} → ${to}`;
  return to === undefined ? what : `${what}: ${to}`;
};

const othersOf = (conflicts: readonly MergedField[], theirs: FormValues, { locale }: Section): FormState['others'] => {
  const { form } = wordsIn(locale);
  const theirValue = (field: MergedField): string => {
    switch (field) {
      case 'protocol':
        return form.protocols[theirs.protocol].name;
      case 'replacement':
        return form.replacements[theirs.replacement].name;
      case 'confidential':
        return form.confidentialValues[theirs.confidential];
      case 'method':
        return form.methods[theirs.method];
      case 'address':
      case 'port':
      case 'directory':
      case 'user':
      case 'trusted':
        return theirs[field] === '' ? form.nothing : theirs[field];
      default:
        return field satisfies never;
    }
  };
  return Object.fromEntries(conflicts.map((field) => [field, theirValue(field)]));
};
