import type { WorkbookContent } from '../../../application/ports/spreadsheet-renderer.ts';
import type { UnreadableRecord } from '../../../domain/plan/plan.ts';
import { type Context, text } from './context.ts';
import type { Sheet } from './sheet.ts';

/**
 * The records that could not be read and are missing from the plan. In the event plan stories are among them: a
 * story that could not be read may have been an event too.
 */
export const unreadableOf = ({ kind, selection }: WorkbookContent): readonly UnreadableRecord[] => {
  const of = (list: UnreadableRecord['list']): readonly UnreadableRecord[] =>
    selection.unreadable.filter((record) => record.list === list);
  return kind === 'story-plan' ? of('stories') : [...of('events'), ...of('stories')];
};

export const needsALookSheet = ({ content, words, title }: Context): Sheet<UnreadableRecord> => {
  const { columns, sheets, hints } = words;
  return {
    name: sheets.needsALook,
    title,
    hint: hints.needsALook,
    frozenColumns: 0,
    sections: [{ rows: unreadableOf(content) }],
    label: ({ id, index }) => id ?? String(index + 1),
    columns: [
      { heading: columns.record, width: 11, kind: 'alert', value: ({ list }) => words.records[list] },
      text(columns.id, 20, ({ id }) => id),
      { heading: columns.title, width: 52, kind: 'strong', value: (record) => record.title },
      text(columns.field, 30, ({ field }) => (field === '' ? words.wholeRecord : field)),
      text(columns.problem, 50, ({ problem }) => words.problems[problem]),
      { heading: columns.place, width: 11, value: ({ index }) => index + 1 },
    ],
  };
};
