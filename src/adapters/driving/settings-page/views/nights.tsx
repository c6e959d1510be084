/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { FileOutcome } from '../../../../domain/backup-run/state.ts';
import type { NightStory } from '../../../../domain/history/nights.ts';
import { failureSaidToAdministrators } from '../../../shared/wording/failures-for-administrators.ts';
import { SaidText } from './parts.tsx';
import type { View } from './view.ts';

const SHOWN = 7;

const SIGNS = { delivered: '✓', 'half-delivered': '!', failed: '✗', stopped: '–', missed: '✗', running: '…' } as const;

interface StoryProps {
  readonly view: View;
  readonly story: NightStory;
}

/** The last nights, latest first, each with what became of its two files. */
export const Nights = ({ view }: { readonly view: View }) => {
  const { words, section } = view;
  return (
    <section class="pb-nights" aria-labelledby="pb-nights-title">
      <h3 id="pb-nights-title">{words.nights.title}</h3>
      {section.nights.length === 0 ? (
        <p>{words.nights.none}</p>
      ) : (
        <ol class="pb-list">
          {section.nights.slice(0, SHOWN).map((story) => (
            <li>
              <NightOutcomeText view={view} story={story} />
              <Files view={view} story={story} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
};

const NightOutcomeText = ({ view: { words, times }, story }: StoryProps) => {
  const outcome = story.state.status === 'running' ? 'running' : story.state.outcome;
  return (
    <span class="pb-night">
      <strong>{times.day(story.night)}</strong>{' '}
      <span class={`pb-badge pb-night-${outcome}`}>
        <span aria-hidden="true">{SIGNS[outcome]}</span> {words.nights.outcomes[outcome]}
      </span>
    </span>
  );
};

const Files = ({ view, story }: StoryProps) => {
  const { words, times } = view;
  const { state, startedAt } = story;
  return (
    <ul class="pb-plain">
      {(['story-plan', 'event-plan'] as const).map((kind) => {
        const outcome = state.outcomes[kind];
        if (outcome === undefined) return null;
        return (
          <li>
            {words.kinds[kind]}: <FileText view={view} outcome={outcome} />
          </li>
        );
      })}
      {state.status === 'running' ? <li>{words.nights.startedAt(times.moment(startedAt))}</li> : null}
      {state.needsALook > 0 ? <li>{words.nights.needsALook(state.needsALook)}</li> : null}
    </ul>
  );
};

const FileText = ({
  view: { words, times, section },
  outcome,
}: {
  readonly view: View;
  readonly outcome: FileOutcome;
}) =>
  outcome.type === 'FileReplaced' ? (
    `${words.rows(outcome.rows)}, ${times.moment(outcome.replacedAt)}`
  ) : (
    <>
      {words.nights.fileMissing}. <SaidText {...failureSaidToAdministrators(outcome.failure, section.locale)} />
    </>
  );
