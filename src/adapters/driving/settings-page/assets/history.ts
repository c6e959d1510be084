/** The history is a table, on paper as on the screen; on paper without what only a screen is for. */
export const HISTORY = `.planning-backup .pb-filter fieldset { padding: 0.6rem 0 0; border-top: 1px solid var(--pb-line); margin-bottom: 0.6rem; }
.planning-backup .pb-filter legend { float: left; width: 100%; margin-bottom: 0.4rem; font-weight: 600; }
.planning-backup .pb-filter .pb-row { clear: both; align-items: end; gap: 0 0.8rem; }
.planning-backup .pb-filter .pb-row > a, .planning-backup .pb-filter button { margin-bottom: 0.8rem; }
.planning-backup .pb-field select {
  width: 100%; padding: 0.45rem 0.55rem; font: inherit; color: var(--pb-text);
  background: var(--pb-surface); border: 1px solid var(--pb-control); border-radius: var(--pb-radius);
}
.planning-backup .pb-scroll { overflow-x: auto; }
.planning-backup .pb-table { width: 100%; border-collapse: collapse; font-size: 0.93em; }
.planning-backup .pb-table caption { text-align: left; color: var(--pb-muted); padding: 0.3rem 0; }
.planning-backup .pb-table th, .planning-backup .pb-table td { text-align: left; vertical-align: top; padding: 0.3rem 0.6rem 0.3rem 0; }
.planning-backup .pb-table th { overflow-wrap: normal; }
.planning-backup .pb-table td { min-width: 6.5em; overflow-wrap: anywhere; }
.planning-backup .pb-table thead th { border-bottom: 2px solid var(--pb-control); }
.planning-backup .pb-table tbody { border-bottom: 1px solid var(--pb-line); }
.planning-backup .pb-table small { display: block; }
.planning-backup .pb-witness { margin-top: 1.2rem; max-width: none; }
.planning-backup .pb-witness small { display: block; }
.planning-backup .pb-print { display: none; }
@media print {
  .planning-backup .pb-screen, .planning-backup .pb-buttons, .planning-backup .pb-form, .planning-backup-page .pb-sign-out { display: none; }
  .planning-backup .pb-print { display: block; font-weight: 600; }
  .planning-backup .pb-scroll { overflow: visible; }
  .planning-backup .pb-table { table-layout: fixed; font-size: 9pt; }
  .planning-backup .pb-table td { min-width: 0; }
  .planning-backup .pb-table th:first-child { width: 5.5em; }
  .planning-backup .pb-table thead { display: table-header-group; }
  .planning-backup .pb-table tbody, .planning-backup .pb-list > li { break-inside: avoid; }
  .planning-backup, .planning-backup-page { --pb-text: #000; --pb-surface: #fff; --pb-muted: #333; color-scheme: light; }
}
`;
