/** What most terminals show two columns wide: Han, kana, Hangul, full-width forms and emoji. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/gu;

/** What adds nothing to the width: marks on the letter before, and joiners. */
const NARROW = /[\p{M}\u00ad\u200c\u200d]/gu;

const widthOf = (text: string): number => {
  const signs = [...text.replace(NARROW, '')].length;
  return signs + (text.match(WIDE)?.length ?? 0);
};

/** Rows as lines, each column as wide as its widest cell; the last one has no end. */
export const aligned = (rows: readonly (readonly string[])[]): readonly string[] => {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === row.length - 1 ? cell : cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)),
      )
      .join('  ')
      .trimEnd(),
  );
};
