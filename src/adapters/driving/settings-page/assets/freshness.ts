/**
 * The strip is a calendar in weeks where it is narrow, and one line where all nights have room. What a night is, is
 * said by sign and word; colour and frame only repeat it.
 */
export const FRESHNESS = `.planning-backup .pb-verdict { display: flex; gap: 0.6rem; align-items: flex-start; max-width: none; margin: 0.3rem 0 0.6rem; }
.planning-backup .pb-verdict > :last-child { color: var(--pb-text); }
.planning-backup .pb-freshness .pb-facts { margin-bottom: 1rem; }
.planning-backup .pb-strip { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.2rem; grid-template-columns: repeat(7, minmax(0, 1fr)); max-width: 30rem; }
${[1, 2, 3, 4, 5, 6, 7].map((day) => `.planning-backup .pb-weekday-${day} { grid-column: ${day}; }`).join('\n')}
.planning-backup .pb-cell {
  display: grid; justify-items: center; align-content: center; min-height: 2.6rem; padding: 0.1rem;
  border: 1px solid var(--pb-line); border-radius: var(--pb-radius); color: var(--pb-text); text-decoration: none; line-height: 1.15;
}
.planning-backup .pb-cell:hover { background: var(--pb-raised); text-decoration: underline; }
.planning-backup .pb-cell small { font-size: 0.7em; white-space: nowrap; }
.planning-backup .pb-cell > :first-child { font-weight: 700; }
.planning-backup .pb-cell-delivered { color: var(--pb-good); }
.planning-backup .pb-cell-late, .planning-backup .pb-cell-half-delivered, .planning-backup .pb-cell-unfinished { color: var(--pb-note); }
.planning-backup .pb-cell-failed, .planning-backup .pb-cell-missed, .planning-backup .pb-cell-overdue { color: var(--pb-bad); }
.planning-backup .pb-cell.pb-cell-failed, .planning-backup .pb-cell.pb-cell-missed, .planning-backup .pb-cell.pb-cell-overdue,
.planning-backup .pb-cell.pb-cell-half-delivered { border: 2px solid currentcolor; }
.planning-backup .pb-cell.pb-cell-late, .planning-backup .pb-cell.pb-cell-unfinished { border-color: currentcolor; }
.planning-backup .pb-cell.pb-cell-paused, .planning-backup .pb-cell.pb-cell-not-set-up, .planning-backup .pb-cell.pb-cell-to-come { border-style: dashed; }
.planning-backup .pb-legend { display: flex; flex-wrap: wrap; gap: 0.1rem 1.1rem; max-width: none; }
.planning-backup .pb-list > li:target { outline: 3px solid var(--pb-accent); outline-offset: 4px; }
.planning-backup .pb-list h3.pb-night { margin: 0 0 0.2rem; font-size: 1rem; }
@container planning-backup (min-width: 60rem) {
  .planning-backup .pb-freshness { grid-column: 1 / -1; }
  .planning-backup .pb-strip { grid-template-columns: repeat(30, minmax(0, 1fr)); max-width: none; }
  .planning-backup .pb-strip > li { grid-column: auto; }
}
@media print { .planning-backup .pb-strip { max-width: 12cm; } }
`;
