/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { FreshnessView } from '../freshness/freshness-view.tsx';
import { Changes } from './changes.tsx';
import { Nights } from './nights.tsx';
import { Overview } from './overview.tsx';
import { Notices } from './parts.tsx';
import { Removing } from './removing.tsx';
import { SettingsForm } from './settings-form.tsx';
import type { View } from './view.ts';

/** The section, whole in itself: a host may put it into a page of its own. */
export const SectionView = ({ view }: { readonly view: View }) => (
  <Frame view={view}>
    <Notices notices={view.notices} />
    {view.section.freshness === undefined ? null : <FreshnessView view={view} freshness={view.section.freshness} />}
    <Overview view={view} />
    <SettingsForm view={view} />
    {view.section.changes.length === 0 ? null : (
      <div class="pb-aside">
        <Nights view={view} />
        <Changes view={view} />
      </div>
    )}
  </Frame>
);

/** The step between *Remove …* and removing. */
export const RemovingView = ({ view }: { readonly view: View }) => (
  <Frame view={view}>
    <Notices notices={view.notices} />
    <Removing view={view} />
  </Frame>
);

const Frame = ({ view, children }: { readonly view: View; readonly children: Child }) => {
  const { words, section } = view;
  const { status } = section.state;
  const { working } = words;
  return (
    <section
      class="planning-backup"
      id="planning-backup"
      lang={section.locale}
      aria-labelledby="pb-title"
      data-pb-working-test={working.test}
      data-pb-working-save={working.save}
      data-pb-working-back-up={working.backUp}
      data-pb-working-other={working.other}
      data-pb-no-answer={working.noAnswer}
    >
      <div class="pb-head">
        <h2 id="pb-title">{words.section}</h2>
        <span class={`pb-badge pb-status-${status}`}>{words.statuses[status]}</span>
      </div>
      <div class="pb-progress" role="status" />
      <div class="pb-body">{children}</div>
    </section>
  );
};
