/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { Said } from '../../../shared/wording/said.ts';
import type { Field } from '../form/form-values.ts';
import type { FormState, View } from './view.ts';

const SIGNS = { good: '✓', bad: '!', note: 'i' } as const;

/** What happened, before all else; a good one is read out when it is convenient, a bad one at once. */
export const Notices = ({ notices }: Pick<View, 'notices'>) => (
  <div class="pb-notices" id="pb-notices" tabindex={-1}>
    {notices.map(({ tone, what, lines }) => (
      <div class={`pb-notice pb-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
        <span class="pb-sign" aria-hidden="true">
          {SIGNS[tone]}
        </span>
        <div>
          <p class="pb-what">{what}</p>
          {lines.map((line) => (
            <p>{line}</p>
          ))}
        </div>
      </div>
    ))}
  </div>
);

export const SaidText = ({ what, remedy }: Said) => (
  <>
    <strong>{what}</strong> {remedy}
  </>
);

/** What every form carries unseen: the token, and the version of the settings that its reader saw. */
export const Hidden = ({ token, version }: { readonly token: string; readonly version: number }) => (
  <>
    <input type="hidden" name="token" value={token} />
    <input type="hidden" name="expectedVersion" value={String(version)} />
  </>
);

interface TextFieldProps {
  readonly form: FormState;
  readonly words: View['words'];
  readonly field: Field;
  readonly label: string;
  readonly note?: string | undefined;
  readonly required?: boolean;
  readonly class?: string;
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
  readonly children?: Child;
}

export const idOf = (field: Field): string => `pb-${field}`;

/** What describes a field to a screen reader: its problem first, then the hint. */
const describedBy = (field: Field, hasProblem: boolean, hasNote: boolean): { 'aria-describedby'?: string } => {
  const ids = [...(hasProblem ? [`${idOf(field)}-problem`] : []), ...(hasNote ? [`${idOf(field)}-note`] : [])];
  return ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') };
};

export const TextField = ({ form, words, field, label, note, required, class: name, attributes }: TextFieldProps) => {
  const problem = form.problems[field];
  const value = field in form.values ? { value: form.values[field as keyof FormState['values']] } : {};
  return (
    <div class={`pb-field ${name ?? ''}`}>
      <label for={idOf(field)}>
        {label}
        {required === false ? <span class="pb-optional"> ({words.form.optional})</span> : null}
      </label>
      <input
        {...{ type: 'text', spellcheck: false, autocapitalize: 'none', autocomplete: 'off', ...attributes }}
        {...value}
        id={idOf(field)}
        name={field}
        {...(problem === undefined ? {} : { 'aria-invalid': 'true' })}
        {...describedBy(field, problem !== undefined, note !== undefined)}
      />
      <FieldNotes form={form} words={words} field={field} note={note} />
    </div>
  );
};

type FieldNotesProps = Pick<TextFieldProps, 'form' | 'words' | 'field' | 'note'>;

export const FieldNotes = ({ form, words, field, note }: FieldNotesProps) => {
  const problem = form.problems[field];
  const other = form.others[field];
  return (
    <>
      {problem === undefined ? null : (
        <p class="pb-problem" id={`${idOf(field)}-problem`}>
          <SaidText {...problem} />
        </p>
      )}
      {other === undefined ? null : <p class="pb-other">{words.form.setByOther(other)}</p>}
      {note === undefined ? null : (
        <p class="pb-note" id={`${idOf(field)}-note`}>
          {note}
        </p>
      )}
    </>
  );
};
