/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { destinationText, settingsWords } from '../../../shared/wording/settings.ts';
import { type FileThere, filesAt } from '../section.ts';
import { remainingFiles, warningsOf } from '../warnings.ts';
import { NightOutcomeText } from './nights.tsx';
import { Hidden, SaidText } from './parts.tsx';
import type { View } from './view.ts';

/** What is so now: where the files go, how old they are, and what needs attention. */
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
            <dt>{words.overview.files}</dt>
            <FilesThere view={view} />
            <dt>{words.overview.lastNight}</dt>
            <dd>
              {section.nights[0] === undefined ? (
                words.overview.noNightYet
              ) : (
                <NightOutcomeText view={view} story={section.nights[0]} />
              )}
            </dd>
            <dt>{words.overview.nextNight}</dt>
            <dd>
              {section.nextRunAt === null ? (
                words.overview.noNextNight
              ) : (
                <time datetime={section.nextRunAt}>{view.times.moment(section.nextRunAt)}</time>
              )}
            </dd>
          </dl>
        </>
      )}
      <Warnings view={view} />
      {settings === undefined ? null : <Actions view={view} />}
    </div>
  );
};

const FilesThere = ({ view }: { readonly view: View }) => {
  const { section, words } = view;
  const { settings, nights } = section;
  const files = settings === undefined ? [] : filesAt(settings.destination, nights);
  if (files.length === 0) return <dd>{words.overview.noFilesYet}</dd>;
  return (
    <>
      {files.map((file) => (
        <dd>
          <FileText view={view} file={file} />
        </dd>
      ))}
    </>
  );
};

const FileText = ({ view: { words, times, section }, file }: { readonly view: View; readonly file: FileThere }) => {
  const { kind, night, replacedAt, rows } = file;
  if (replacedAt === undefined) return <>{`${words.kinds[kind]}: ${words.overview.fileOfNight(times.day(night))}`}</>;
  return (
    <>
      {words.kinds[kind]}: <strong>{times.age(replacedAt, section.now)}</strong> (
      <time datetime={replacedAt}>{times.moment(replacedAt)}</time>
      {rows === undefined ? '' : `, ${words.rows(rows)}`})
    </>
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
