/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { FreshnessNow } from '../../../../application/watching-over-nights/watching-over-nights.ts';
import type { Verdict } from '../../../../domain/history/freshness.ts';
import { nightOf } from '../../../../domain/schedule/night.ts';
import { overdueSaid, verdictSaid } from '../../../shared/wording/freshness.ts';
import { SaidText } from '../views/parts.tsx';
import type { View } from '../views/view.ts';
import { Strip } from './strip-view.tsx';
import { pageFreshnessWords } from './words.ts';

const TONES: Readonly<Record<Verdict, 'good' | 'bad' | 'note'>> = {
  current: 'good',
  outdated: 'bad',
  uneven: 'bad',
  incomplete: 'bad',
  none: 'note',
  'old-plan': 'bad',
  doubtful: 'bad',
  paused: 'note',
};

const SIGNS = { good: '✓', bad: '!', note: 'i' } as const;

interface Props {
  readonly view: Pick<View, 'section' | 'words' | 'times' | 'basePath'>;
  readonly freshness: FreshnessNow;
}

/** Before all else: can the newsroom rely on the files, how old they are, and what became of the last nights. */
export const FreshnessView = ({ view, freshness }: Props) => {
  const { section, words, times, basePath } = view;
  const { locale } = section;
  const said = pageFreshnessWords(locale);
  return (
    <section class="pb-freshness" aria-labelledby="pb-freshness-title">
      <h3 id="pb-freshness-title">{said.title}</h3>
      <VerdictText view={view} freshness={freshness} />
      {section.health.status === 'failing' ? <p>{said.failingSince(times.day(section.health.since))}</p> : null}
      <OverdueText view={view} freshness={freshness} />
      <dl class="pb-facts">
        {(['story-plan', 'event-plan'] as const).map((kind) => (
          <>
            <dt>{words.kinds[kind]}</dt>
            <dd>
              <FileAge view={view} freshness={freshness} kind={kind} />
            </dd>
          </>
        ))}
        <dt>{said.nextNight}</dt>
        <dd>
          <NextNight view={view} freshness={freshness} />
        </dd>
      </dl>
      <Strip strip={freshness.strip} {...{ locale, times, basePath }} />
    </section>
  );
};

const VerdictText = ({ view: { section, times }, freshness }: Props) => {
  const tone = TONES[freshness.verdict];
  return (
    <p class={`pb-verdict pb-${tone}`}>
      <span class="pb-sign" aria-hidden="true">
        {SIGNS[tone]}
      </span>
      <strong>{verdictSaid(freshness, section.locale, times)}</strong>
    </p>
  );
};

const OverdueText = ({ view: { section, times }, freshness: { overdue, timeZone } }: Props) => {
  if (overdue === null) return null;
  const { locale, now } = section;
  const what = overdueSaid(overdue, nightOf(now, timeZone), locale, times);
  return (
    <p class="pb-verdict pb-bad">
      <span class="pb-sign" aria-hidden="true">
        !
      </span>
      <span>
        <SaidText what={what} remedy={pageFreshnessWords(locale).overdueRemedy} />
      </span>
    </p>
  );
};

const FileAge = ({ view, freshness, kind }: Props & { readonly kind: 'story-plan' | 'event-plan' }) => {
  const { section, words, times } = view;
  const said = pageFreshnessWords(section.locale);
  const file = freshness.files.find((one) => one.kind === kind);
  if (file === undefined) return <>{said.noFile}</>;
  return (
    <>
      <strong>{times.age(file.collectedAt, section.now)}</strong> (
      <time datetime={file.collectedAt}>{said.asOf(times.moment(file.collectedAt))}</time>, {words.rows(file.rows)})
    </>
  );
};

const NextNight = ({ view: { section, times }, freshness: { next } }: Props) => {
  const said = pageFreshnessWords(section.locale);
  if (next === null) return <>{said.noNextNight}</>;
  const isOver = section.now.since(next.dueAt).sign >= 0;
  return (
    <>
      {times.day(next.night)},{' '}
      {isOver ? said.asSoonAsPossible : <time datetime={next.dueAt}>{times.time(next.dueAt)}</time>}
    </>
  );
};
