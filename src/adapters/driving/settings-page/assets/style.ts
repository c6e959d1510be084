import { createHash } from 'node:crypto';
import { COMPONENTS } from './components.ts';
import { FRESHNESS } from './freshness.ts';
import { HISTORY } from './history.ts';

/**
 * Everything lies under `.planning-backup`, so that a host's page keeps its own looks. A host sets the properties
 * `--planning-backup-*` to make the section its own: `accent`, `accent-text`, `text`, `muted`, `surface`, `raised`,
 * `line`, `good`, `bad`, `note`, `radius`, `font`.
 */
const FOUNDATION = `.planning-backup, .planning-backup-page {
  color-scheme: light dark;
  --pb-accent: var(--planning-backup-accent, #14508c);
  --pb-accent-text: var(--planning-backup-accent-text, #ffffff);
  --pb-text: var(--planning-backup-text, #1c2126);
  --pb-muted: var(--planning-backup-muted, #545d66);
  --pb-surface: var(--planning-backup-surface, #ffffff);
  --pb-raised: var(--planning-backup-raised, #f4f6f8);
  --pb-line: var(--planning-backup-line, #ccd3d9);
  --pb-control: var(--planning-backup-control, #75808a);
  --pb-good: var(--planning-backup-good, #1b6b3a);
  --pb-bad: var(--planning-backup-bad, #a8201a);
  --pb-note: var(--planning-backup-note, #7a5200);
  --pb-radius: var(--planning-backup-radius, 4px);
}
@media (prefers-color-scheme: dark) {
  .planning-backup, .planning-backup-page {
    --pb-accent: var(--planning-backup-accent, #8fc1f0);
    --pb-accent-text: var(--planning-backup-accent-text, #0c1b2a);
    --pb-text: var(--planning-backup-text, #e6e9ec);
    --pb-muted: var(--planning-backup-muted, #a7b0b9);
    --pb-surface: var(--planning-backup-surface, #15191d);
    --pb-raised: var(--planning-backup-raised, #1f252b);
    --pb-line: var(--planning-backup-line, #3a434b);
    --pb-control: var(--planning-backup-control, #8b959e);
    --pb-good: var(--planning-backup-good, #7fd09b);
    --pb-bad: var(--planning-backup-bad, #ff9d94);
    --pb-note: var(--planning-backup-note, #e8bf6a);
  }
}
.planning-backup-page {
  margin: 0;
  background: var(--pb-surface);
  color: var(--pb-text);
  font: 15px/1.45 var(--planning-backup-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif);
}
.planning-backup-page .pb-masthead {
  display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; justify-content: space-between;
  padding: 0.75rem clamp(1rem, 4vw, 2.5rem);
  border-bottom: 1px solid var(--pb-line);
}
.planning-backup-page .pb-masthead h1 { margin: 0; font-size: 1.2rem; font-weight: 600; }
.planning-backup-page .pb-masthead h1 { flex: 1 1 auto; }
.planning-backup-page .pb-sign-out { display: flex; gap: 0.75rem; align-items: center; container: none; }
.planning-backup-page .pb-masthead p { margin: 0; color: var(--pb-muted); }
.planning-backup-page main { padding: 1.25rem clamp(1rem, 4vw, 2.5rem) 3rem; max-width: 76rem; }
.planning-backup {
  container: planning-backup / inline-size;
  color: var(--pb-text);
  overflow-wrap: anywhere;
}
.planning-backup *, .planning-backup *::before { box-sizing: border-box; }
.planning-backup h2 { margin: 0; font-size: 1.4rem; font-weight: 600; }
.planning-backup h3 { margin: 0 0 0.6rem; font-size: 1.1rem; font-weight: 600; }
.planning-backup h4 { margin: 0 0 0.4rem; font-size: 1rem; font-weight: 600; }
.planning-backup p { margin: 0.3rem 0; max-width: 68ch; }
.planning-backup a { color: var(--pb-accent); }
.planning-backup small { font-size: 0.9em; color: var(--pb-muted); }
.planning-backup code { font: 0.95em/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; }
.planning-backup .pb-unseen {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
.planning-backup :focus-visible { outline: 3px solid var(--pb-accent); outline-offset: 2px; }
.planning-backup [tabindex='-1']:focus { outline: none; }
`;

/** Two columns where the section is wide, whatever the window around it is. */
const LAYOUT = `.planning-backup .pb-head { display: flex; flex-wrap: wrap; gap: 0.4rem 0.75rem; align-items: center; margin-bottom: 1rem; }
.planning-backup .pb-body { display: grid; gap: 1.5rem 2.5rem; grid-template-columns: minmax(0, 1fr); }
@container planning-backup (min-width: 60rem) {
  .planning-backup .pb-body { grid-template-columns: minmax(0, 7fr) minmax(0, 5fr); }
  .planning-backup .pb-body { grid-template-rows: auto auto auto 1fr; }
  .planning-backup .pb-notices, .planning-backup .pb-introduction, .planning-backup .pb-removing { grid-column: 1 / -1; }
  .planning-backup .pb-overview { grid-column: 2; grid-row: 3; }
  .planning-backup .pb-overview + .pb-form { grid-column: 1; grid-row: 3 / span 2; }
  .planning-backup .pb-overview ~ .pb-aside { grid-column: 2; grid-row: 4; }
}
.planning-backup .pb-notices:empty { display: none; }
.planning-backup .pb-aside { display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 1fr); align-content: start; }
`;

export const STYLE = `${FOUNDATION}${LAYOUT}${COMPONENTS}${FRESHNESS}${HISTORY}`;

const hash = createHash('sha256').update(STYLE).digest('hex').slice(0, 12);

export const STYLE_FILE = `settings-page-${hash}.css`;
