/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { fileNamesFor } from '../../../../domain/backup-configuration/file-names.ts';
import { formOf, METHODS, PROTOCOL_CHOICES, REPLACEMENTS } from '../form/form-values.ts';
import { FieldNotes, Hidden, idOf, TextField } from './parts.tsx';
import { TestReport } from './test-report.tsx';
import { Trust } from './trust.tsx';
import type { View } from './view.ts';

/** One form with two ways to send it: the test comes first, so that the Enter key changes nothing. */
export const SettingsForm = ({ view }: { readonly view: View }) => {
  const { words, basePath, section } = view;
  return (
    <form class="pb-form" method="post" action={`${basePath}/save#planning-backup`} novalidate data-pb="save">
      <h3>{words.form.title}</h3>
      <Hidden token={view.token} version={view.form.expectedVersion} />
      <Server view={view} />
      <Login view={view} />
      <Files view={view} />
      <TestReport view={view} />
      <Trust view={view} />
      <div class="pb-buttons">
        <button type="submit" formaction={`${basePath}/test#pb-test`} data-pb="test" class="pb-secondary">
          {words.actions.test}
        </button>
        <button type="submit" class="pb-primary">
          {section.settings === undefined ? words.actions.setUp : words.actions.save}
        </button>
      </div>
      <p class="pb-note">{words.form.testNote}</p>
    </form>
  );
};

const Server = ({ view: { form, words } }: { readonly view: View }) => (
  <fieldset class="pb-server">
    <legend>{words.form.server}</legend>
    <fieldset class="pb-choices">
      <legend>{words.form.protocol}</legend>
      {PROTOCOL_CHOICES.map((choice) => (
        <label class="pb-choice">
          <input type="radio" name="protocol" value={choice} checked={form.values.protocol === choice} />
          <span>
            {words.form.protocols[choice].name} <small>{words.form.protocols[choice].note}</small>
          </span>
        </label>
      ))}
      <FieldNotes form={form} words={words} field="protocol" />
      <p class="pb-warning pb-only-ftp">
        <span class="pb-sign" aria-hidden="true">
          !
        </span>
        {words.form.plainFtp}
      </p>
    </fieldset>
    <div class="pb-row">
      <TextField
        {...{
          form,
          words,
          field: 'address',
          label: words.form.address,
          note: words.form.addressNote,
          class: 'pb-wide',
        }}
        attributes={{ inputmode: 'url', maxlength: 2048, 'data-pb-refused': words.working.passwordInAddress }}
      />
      <TextField
        {...{ form, words, field: 'port', label: words.form.port, note: words.form.portNote, class: 'pb-narrow' }}
        attributes={{ inputmode: 'numeric', maxlength: 5 }}
      />
    </div>
    <TextField
      {...{ form, words, field: 'directory', label: words.form.directory, note: words.form.directoryNote }}
      attributes={{ maxlength: 1024 }}
    />
  </fieldset>
);

const Login = ({ view }: { readonly view: View }) => {
  const { form, words } = view;
  return (
    <fieldset class="pb-login">
      <legend>{words.form.login}</legend>
      <TextField {...{ form, words, field: 'user', label: words.form.user }} attributes={{ maxlength: 255 }} />
      <fieldset class="pb-choices pb-only-sftp pb-inline">
        <legend>{words.form.method}</legend>
        {METHODS.map((method) => (
          <label class="pb-choice">
            <input type="radio" name="method" value={method} checked={form.values.method === method} />
            <span>{words.form.methods[method]}</span>
          </label>
        ))}
        <FieldNotes form={form} words={words} field="method" />
      </fieldset>
      <div class="pb-by-password">
        <TextField
          {...{ form, words, field: 'password', label: words.form.password, note: secretNote(view, 'password') }}
          attributes={{ type: 'password', autocomplete: 'new-password', 'data-pb-secret': true }}
        />
      </div>
      <div class="pb-by-key">
        <PrivateKey view={view} />
        <TextField
          {...{ form, words, field: 'passphrase', label: words.form.passphrase, note: words.form.passphraseNote }}
          required={false}
          attributes={{ type: 'password', autocomplete: 'new-password', 'data-pb-secret': true }}
        />
      </div>
    </fieldset>
  );
};

const PrivateKey = ({ view }: { readonly view: View }) => {
  const { form, words } = view;
  const note = `${secretNote(view, 'private-key')} ${words.form.privateKeyNote}`;
  const problem = form.problems.privateKey;
  const id = idOf('privateKey');
  return (
    <div class="pb-field">
      <label for={id}>{words.form.privateKey}</label>
      <textarea
        {...{ id, name: 'privateKey', rows: 4, spellcheck: false, autocomplete: 'off', 'data-pb-secret': true }}
        {...(problem === undefined ? {} : { 'aria-invalid': 'true' })}
        aria-describedby={problem === undefined ? `${id}-note` : `${id}-problem ${id}-note`}
      />
      <FieldNotes form={form} words={words} field="privateKey" note={note} />
    </div>
  );
};

const secretNote = ({ form, words, section: { settings } }: View, method: (typeof METHODS)[number]): string => {
  if (form.isSecretToBeEnteredAgain) return words.form.secretAgain;
  if (settings?.login.method !== method) return words.form.secretNew;
  const stored = formOf(settings);
  return BOUND.every((field) => form.values[field] === stored[field])
    ? words.form.secretStored[method]
    : words.form.secretNew;
};

/** What a stored secret was entered for. */
const BOUND = ['protocol', 'address', 'port', 'user', 'trusted'] as const;

const Files = ({ view }: { readonly view: View }) => {
  const { form, words, section } = view;
  const { settings } = section;
  return (
    <fieldset class="pb-files">
      <legend>{words.form.content}</legend>
      <label class="pb-choice">
        <input
          {...{ type: 'checkbox', name: 'confidential', value: 'include', id: idOf('confidential') }}
          checked={form.values.confidential === 'include'}
          aria-describedby={`${idOf('confidential')}-note`}
        />
        <span>{words.form.confidential}</span>
      </label>
      <FieldNotes form={form} words={words} field="confidential" note={words.form.confidentialNote} />
      {settings === undefined ? <Prefix view={view} /> : null}
      <details open={form.values.replacement !== 'atomic' || hasFoundAnotherWay(view)}>
        <summary>{words.form.replacement}</summary>
        <fieldset class="pb-choices">
          <legend class="pb-unseen">{words.form.replacement}</legend>
          {REPLACEMENTS.map((way) => (
            <label class="pb-choice">
              <input type="radio" name="replacement" value={way} checked={form.values.replacement === way} />
              <span>
                {words.form.replacements[way].name}
                {form.report?.capability === way ? <em class="pb-tag">✓ {words.form.seenWorking}</em> : null}{' '}
                <small>{words.form.replacements[way].note}</small>
              </span>
            </label>
          ))}
          <FieldNotes form={form} words={words} field="replacement" />
        </fieldset>
      </details>
    </fieldset>
  );
};

const hasFoundAnotherWay = ({ form: { report, values } }: View): boolean =>
  report !== undefined && report.capability !== null && report.capability !== values.replacement;

const Prefix = ({ view: { form, words, section } }: { readonly view: View }) => {
  const names = fileNamesFor(section.organisation.locale, '');
  const note = names.ok ? words.form.prefixNote(names.value.storyPlan, names.value.eventPlan) : '';
  return (
    <TextField
      {...{ form, words, field: 'prefix', label: words.form.prefix, note, required: false }}
      attributes={{ maxlength: 40 }}
    />
  );
};
