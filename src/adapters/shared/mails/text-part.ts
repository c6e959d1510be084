import type { MailContent } from './content.ts';
import type { Row } from './rows.ts';

/** As wide as a mail is read without scrolling; only what is one word is longer. */
const WIDTH = 76;

/** Each value on a line of its own, so that no text of another direction mixes two of them. */
export const textPart = (content: MailContent): string => {
  const { circumstances, rows, remarks, notMeant, witness, footer } = content;
  const blocks = [
    content.greeting,
    wrapped(content.lead),
    circumstances.map(({ label, value }) => wrapped(`${label}: ${value}`, '  ')).join('\n'),
    [`${content.what}:`, ...rows.map((row) => indented(rowText(row, content)))].join('\n'),
    ...remarks.map((remark) => wrapped(remark)),
    [notMeant.heading, ...notMeant.steps.map((step, index) => wrapped(`${index + 1}. ${step}`, '   '))].join('\n'),
    [`${witness.heading}:`, wrapped(witness.explanation), witness.line].join('\n'),
    ['-- ', ...footer.map((line) => wrapped(line))].join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
};

const rowText = ({ label, before, after }: Row, words: MailContent): string => {
  if (before === null) return `${label}: ${after}`;
  const width = Math.max(words.before.length, words.after.length) + 1;
  return [
    label,
    `  ${`${words.before}:`.padEnd(width)} ${before}`,
    `  ${`${words.after}:`.padEnd(width)} ${after}`,
  ].join('\n');
};

const indented = (text: string): string => text.replace(/^/gm, '  ');

/** Lines of words; those after the first begin with the indent. */
const wrapped = (text: string, indent = ''): string => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = `${indent}${word}`;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n');
};
