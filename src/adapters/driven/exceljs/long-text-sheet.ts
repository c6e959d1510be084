import { type Context, text } from './context.ts';
import type { LongText } from './long-texts.ts';
import type { Sheet } from './sheet.ts';
import { pieces } from './text-fit.ts';

interface Row {
  readonly long: LongText;
  readonly part: number;
  readonly text: string;
}

const WIDTH = 120;

/** Texts that fit no cell of their sheets, in full, in as many rows as they need. */
export const longTextSheet = (
  { words, title }: Pick<Context, 'words' | 'title'>,
  texts: readonly LongText[],
): Sheet<Row> => {
  const { columns, sheets, hints } = words;
  return {
    name: sheets.longTexts,
    title,
    hint: hints.longTexts,
    frozenColumns: 1,
    sections: texts.map((long) => ({
      rows: pieces(long.text, WIDTH).map((piece, index) => ({ long, part: index + 1, text: piece })),
    })),
    label: ({ long }) => long.where,
    columns: [
      { heading: columns.number, width: 6, kind: 'strong', value: ({ long }) => long.number },
      text(columns.where, 40, ({ long, part }) => (part === 1 ? long.where : '')),
      { heading: columns.part, width: 6, value: ({ part }) => part },
      text(columns.text, WIDTH, (row) => row.text),
    ],
  };
};
