/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { destinationText, settingsWords } from '../../../shared/wording/settings.ts';
import { remainingFiles, warningsOf } from '../warnings.ts';
import { Hidden, SaidText } from './parts.tsx';
import type { View } from './view.ts';

/** What is so now: where the files go, and what needs attention. */
export const Overview = ({ view }: { readonly view: View }) => {
  const { section, words } = view;
  const { settings, locale } = section;
  return (
    <div class={settings === undefined ? 'pb-introduction' : 'pb-overview'}>
      {settings === undefined ? (
        <p class="pb-intro">{words.intro}</p>
      ) : (
        <>
          <h3>{words.overview.title}</h3>
          <dl class="pb-facts">
            <dt>{words.overview.destination}</dt>
            <dd class="pb-address">{destinationText(settings.destination, locale)}</dd>
            <dt>{words.overview.login}</dt>
            <dd class="pb-address">
              {settings.login.user} ({settingsWords(locale).methods[settings.login.method]})
            </dd>
            <dt>{words.form.fileNames}</dt>
            <dd class="pb-address">
              {settings.fileNames.storyPlan}, {settings.fileNames.eventPlan} <small>{words.form.fileNamesFixed}</small>
            </dd>
          </dl>
        </>
      )}
      <Warnings view={view} />
      {settings === undefined ? null : <Actions view={view} />}
    </div>
  );
};

const Warnings = ({ view }: { readonly view: View }) => {
  const { words } = view;
  const warnings = warningsOf(view);
  const remaining = remainingFiles(view.section);
  if (warnings.length + remaining.length === 0) return null;
  return (
    <div class="pb-warnings">
      <h3>{words.warnings.title}</h3>
      <ul>
        {warnings.map((said) => (
          <li>
            <SaidText {...said} />
          </li>
        ))}
        {remaining.map(({ destination, files }) => (
          <li>{words.warnings.remaining(destination, words.and(files))}</li>
        ))}
      </ul>
    </div>
  );
};

const Actions = ({ view }: { readonly view: View }) => {
  const { words, section, basePath } = view;
  const isPaused = section.state.status === 'paused';
  return (
    <div class="pb-buttons">
      {isPaused ? null : <ActionForm view={view} action="back-up" label={words.actions.backUpNow} />}
      {isPaused ? (
        <ActionForm view={view} action="resume" label={words.actions.resume} />
      ) : (
        <ActionForm view={view} action="pause" label={words.actions.pause} />
      )}
      <a class="pb-button pb-secondary" href={`${basePath}/remove`}>
        {words.actions.remove}
      </a>
    </div>
  );
};

interface ActionFormProps {
  readonly view: View;
  readonly action: 'back-up' | 'pause' | 'resume';
  readonly label: string;
}

const ActionForm = ({ view, action, label }: ActionFormProps) => (
  <form method="post" action={`${view.basePath}/${action}`} data-pb={action}>
    <Hidden token={view.token} version={view.section.state.version} />
    <button type="submit" class="pb-secondary">
      {label}
    </button>
  </form>
);
