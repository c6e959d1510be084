/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Temporal } from 'temporal-polyfill';
import type { Locale } from '../../../../domain/backup-configuration/settings.ts';
import type { NightKind, StripNight } from '../../../../domain/history/strip.ts';
import { freshnessWords } from '../../../shared/wording/freshness.ts';
import type { Times } from '../times.ts';
import { pageFreshnessWords } from './words.ts';

/** Each another shape, so that a strip can be read in grey. */
export const NIGHT_SIGNS: Readonly<Record<NightKind, string>> = {
  delivered: '✓',
  late: '◔',
  'half-delivered': '½',
  failed: '✗',
  missed: '○',
  unfinished: '?',
  running: '…',
  'to-come': '·',
  overdue: '!',
  paused: '‖',
  'not-set-up': '–',
};

export const nightId = (night: string): string => `pb-night-${night}`;

/** Without what lies before the first set-up: there is nothing to say of it. */
export const shownNights = (strip: readonly StripNight[]): readonly StripNight[] => {
  const first = strip.findIndex(({ kind }) => kind !== 'not-set-up');
  return first < 0 ? strip.slice(-1) : strip.slice(first);
};

interface Props {
  readonly strip: readonly StripNight[];
  readonly locale: Locale;
  readonly times: Times;
  readonly basePath: string;
}

/** A cell a night, oldest first, each the way to its story; and how many of each kind there are. */
export const Strip = ({ strip, locale, times, basePath }: Props) => {
  const said = pageFreshnessWords(locale);
  const nights = shownNights(strip);
  return (
    <>
      <h4 id="pb-strip-title">{said.strip(nights.length)}</h4>
      <ol class="pb-strip" aria-labelledby="pb-strip-title">
        {nights.map(({ night, kind }, index) => {
          const word = `${times.day(night)}: ${freshnessWords(locale).kinds[kind]}`;
          return (
            <li class={`pb-weekday-${Temporal.PlainDate.from(night).dayOfWeek}`}>
              <a class={`pb-cell pb-cell-${kind}`} href={`${basePath}/nights#${nightId(night)}`} title={word}>
                <span aria-hidden="true">{NIGHT_SIGNS[kind]}</span>
                <small aria-hidden="true">
                  {index === 0 || night.endsWith('-01') ? times.shortDay(night) : Number(night.slice(-2))}
                </small>
                <span class="pb-unseen">{word}</span>
              </a>
            </li>
          );
        })}
      </ol>
      <p class="pb-legend">
        {kindsOf(nights).map(([kind, count]) => (
          <span class={`pb-cell-${kind}`}>
            <span aria-hidden="true">{NIGHT_SIGNS[kind]}</span> {count} {freshnessWords(locale).kinds[kind]}
          </span>
        ))}
        <a href={`${basePath}/nights`}>{said.openAll}</a>
      </p>
    </>
  );
};

const kindsOf = (nights: readonly StripNight[]): readonly (readonly [NightKind, number])[] =>
  (Object.keys(NIGHT_SIGNS) as NightKind[])
    .map((kind) => [kind, nights.filter((night) => night.kind === kind).length] as const)
    .filter(([, count]) => count > 0);
