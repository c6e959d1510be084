const NOTICES = `.planning-backup .pb-notices { display: grid; gap: 0.5rem; grid-template-columns: minmax(0, 1fr); }
.planning-backup .pb-notice, .planning-backup .pb-warning {
  display: flex; gap: 0.6rem; align-items: flex-start;
  padding: 0.6rem 0.8rem; border: 1px solid currentcolor; border-left-width: 5px; border-radius: var(--pb-radius);
  background: var(--pb-raised);
}
.planning-backup .pb-notice > div, .planning-backup .pb-notice p { color: var(--pb-text); }
.planning-backup .pb-notice p { margin: 0; }
.planning-backup .pb-notice p + p { margin-top: 0.2rem; }
.planning-backup .pb-what { font-weight: 600; }
.planning-backup .pb-good { color: var(--pb-good); }
.planning-backup .pb-bad { color: var(--pb-bad); }
.planning-backup .pb-note-tone, .planning-backup .pb-notice.pb-note { color: var(--pb-note); }
.planning-backup .pb-warning { color: var(--pb-text); border-color: var(--pb-note); margin: 0.5rem 0; }
.planning-backup .pb-sign {
  flex: none; display: inline-grid; place-items: center; width: 1.4em; height: 1.4em; border-radius: 50%;
  border: 1.5px solid currentcolor; font-weight: 700; font-size: 0.9em; line-height: 1;
}
.planning-backup .pb-warning .pb-sign { color: var(--pb-note); }
.planning-backup .pb-progress { display: none; }
.planning-backup .pb-progress.pb-working, .planning-backup .pb-progress.pb-failed {
  display: block; position: sticky; top: 0; z-index: 1; margin-bottom: 0.75rem; padding: 0.6rem 0.8rem;
  border: 1px solid var(--pb-accent); border-radius: var(--pb-radius); background: var(--pb-raised);
}
.planning-backup .pb-progress.pb-failed { border-color: var(--pb-bad); border-left-width: 5px; }
.planning-backup .pb-progress.pb-working::after {
  content: ''; display: block; height: 3px; margin-top: 0.5rem; border-radius: 2px;
  background: linear-gradient(90deg, var(--pb-line), var(--pb-accent), var(--pb-line)) 0 0 / 50% 100%;
  animation: pb-slide 1.4s linear infinite;
}
@keyframes pb-slide { from { background-position: -100% 0; } to { background-position: 200% 0; } }
@media (prefers-reduced-motion: reduce) { .planning-backup .pb-progress.pb-working::after { animation: none; background: var(--pb-accent); } }
.planning-backup .pb-warnings { margin: 0.9rem 0; padding: 0.6rem 0.8rem; border-left: 5px solid var(--pb-note); background: var(--pb-raised); border-radius: var(--pb-radius); }
.planning-backup .pb-warnings ul { margin: 0; padding-left: 1.1rem; }
`;

const FORM = `.planning-backup fieldset { margin: 0 0 1.1rem; padding: 0; border: 0; min-width: 0; }
.planning-backup .pb-form > fieldset { padding-top: 0.9rem; border-top: 1px solid var(--pb-line); }
.planning-backup .pb-form > fieldset > legend { float: left; width: 100%; padding: 0; margin-bottom: 0.5rem; font-weight: 600; }
.planning-backup .pb-form > fieldset > legend + * { clear: both; }
.planning-backup fieldset fieldset legend, .planning-backup .pb-field > label { display: block; padding: 0; margin-bottom: 0.2rem; font-weight: 500; }
.planning-backup .pb-choices { margin-bottom: 0.8rem; }
.planning-backup .pb-choice { display: flex; gap: 0.5rem; align-items: flex-start; padding: 0.15rem 0; cursor: pointer; }
.planning-backup .pb-choice input { flex: none; width: 1.05rem; height: 1.05rem; margin: 0.15rem 0 0; accent-color: var(--pb-accent); }
.planning-backup .pb-inline { display: flex; flex-wrap: wrap; gap: 0 1.2rem; }
.planning-backup .pb-inline legend { float: left; margin-right: 0.2rem; }
.planning-backup .pb-field { margin-bottom: 0.8rem; }
.planning-backup .pb-row { display: flex; flex-wrap: wrap; gap: 0 0.8rem; }
.planning-backup .pb-wide { flex: 1 1 16rem; min-width: 0; }
.planning-backup .pb-narrow { flex: 0 1 8rem; }
.planning-backup .pb-field input, .planning-backup textarea {
  width: 100%; padding: 0.45rem 0.55rem; font: inherit; color: var(--pb-text);
  background: var(--pb-surface); border: 1px solid var(--pb-control); border-radius: var(--pb-radius);
}
.planning-backup textarea { font: 0.85em/1.4 ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace; resize: vertical; }
.planning-backup [aria-invalid='true'] { border-color: var(--pb-bad); border-width: 2px; }
.planning-backup p.pb-note, .planning-backup ul.pb-note { color: var(--pb-muted); font-size: 0.9em; margin: 0.2rem 0; }
.planning-backup .pb-field p.pb-note { max-width: none; }
.planning-backup .pb-files > p.pb-note { margin-bottom: 0.8rem; }
.planning-backup .pb-optional { color: var(--pb-muted); font-weight: 400; }
.planning-backup .pb-problem { color: var(--pb-bad); }
.planning-backup .pb-problem::before { content: '✗ '; }
.planning-backup .pb-other { color: var(--pb-note); }
.planning-backup .pb-other::before { content: '↺ '; }
.planning-backup details { margin: 0.6rem 0; }
.planning-backup summary { cursor: pointer; padding: 0.2rem 0; color: var(--pb-accent); }
.planning-backup .pb-tag { margin-left: 0.4rem; font-style: normal; font-size: 0.85em; color: var(--pb-good); }
.planning-backup .pb-form:not(:has([value='ftp']:checked)) .pb-only-ftp { display: none; }
.planning-backup .pb-form:not(:has([value='sftp']:checked)) .pb-only-sftp { display: none; }
.planning-backup .pb-form:has([value='sftp']:checked):has([value='private-key']:checked) .pb-by-password { display: none; }
.planning-backup .pb-form:not(:has([value='sftp']:checked):has([value='private-key']:checked)) .pb-by-key { display: none; }
.planning-backup .pb-fingerprint { margin: 0.4rem 0; padding: 0.5rem 0.7rem; background: var(--pb-raised); border: 1px solid var(--pb-line); border-radius: var(--pb-radius); }
.planning-backup .pb-fingerprint > span { display: block; font-size: 0.9em; color: var(--pb-muted); }
`;

const BUTTONS = `.planning-backup .pb-buttons { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; margin: 0.8rem 0 0.3rem; }
.planning-backup button, .planning-backup .pb-button {
  display: inline-block; padding: 0.5rem 0.95rem; font: inherit; font-weight: 500; line-height: 1.3; text-decoration: none;
  color: var(--pb-accent); background: var(--pb-surface); border: 1px solid var(--pb-accent); border-radius: var(--pb-radius); cursor: pointer;
}
.planning-backup button:hover, .planning-backup .pb-button:hover { background: var(--pb-raised); text-decoration: underline; }
.planning-backup button.pb-primary { color: var(--pb-accent-text); background: var(--pb-accent); }
.planning-backup button.pb-danger { color: var(--pb-surface); background: var(--pb-bad); border-color: var(--pb-bad); }
.planning-backup button[aria-disabled='true'] { border-style: dashed; cursor: progress; }
@media (forced-colors: active) { .planning-backup button { border: 1px solid ButtonText; } }
`;

const READING = `.planning-backup .pb-facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.25rem 1rem; margin: 0.4rem 0; }
.planning-backup .pb-facts dt { grid-column: 1; color: var(--pb-muted); }
.planning-backup .pb-facts dd { grid-column: 2; margin: 0; }
@container planning-backup (max-width: 30rem) {
  .planning-backup .pb-facts { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .planning-backup .pb-facts dd { grid-column: 1; }
  .planning-backup .pb-facts dd + dt { margin-top: 0.4rem; }
}
.planning-backup .pb-badge { display: inline-block; padding: 0 0.5em; border: 1px solid currentcolor; border-radius: 1em; font-size: 0.85em; font-weight: 600; white-space: nowrap; }
.planning-backup .pb-status-active, .planning-backup .pb-night-delivered { color: var(--pb-good); }
.planning-backup .pb-status-paused, .planning-backup .pb-night-half-delivered, .planning-backup .pb-night-running { color: var(--pb-note); }
.planning-backup .pb-night-failed { color: var(--pb-bad); }
.planning-backup .pb-status-not-set-up, .planning-backup .pb-status-removed, .planning-backup .pb-night-stopped { color: var(--pb-muted); }
.planning-backup .pb-list { list-style: none; margin: 0; padding: 0; }
.planning-backup .pb-list > li { padding: 0.5rem 0; border-top: 1px solid var(--pb-line); }
.planning-backup .pb-plain { list-style: none; margin: 0.1rem 0; padding: 0; }
.planning-backup .pb-plain > li::first-letter { text-transform: uppercase; }
.planning-backup .pb-who { margin: 0; }
.planning-backup del { color: var(--pb-muted); }
.planning-backup .pb-report { margin: 0 0 1rem; padding: 0.8rem; background: var(--pb-raised); border: 1px solid var(--pb-line); border-radius: var(--pb-radius); scroll-margin: 1rem; }
.planning-backup .pb-steps { list-style: none; margin: 0.4rem 0; padding: 0; }
.planning-backup .pb-step { display: flex; gap: 0.55rem; padding: 0.12rem 0; }
.planning-backup .pb-step-ok .pb-sign { color: var(--pb-good); }
.planning-backup .pb-step-failed .pb-sign { color: var(--pb-bad); }
.planning-backup .pb-step-to-be-trusted .pb-sign { color: var(--pb-note); }
.planning-backup .pb-step-not-tried { color: var(--pb-muted); }
.planning-backup .pb-remedy { display: block; padding: 0.15rem 0 0.3rem; }
`;

export const COMPONENTS = `${NOTICES}${FORM}${BUTTONS}${READING}`;
