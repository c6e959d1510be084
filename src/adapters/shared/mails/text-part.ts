import { impossible } from '../../../domain/impossible.ts';
import type { FileLines, MailContent, Section } from './content.ts';
import type { Row } from './rows.ts';

/** As wide as a mail is read without scrolling; only what is one word is longer. */
const WIDTH = 76;

/** Each value on a line of its own, so that no text of another direction mixes two of them. */
export const textPart = ({ greeting, lead, sections, footer }: MailContent): string => {
  const blocks = [
    greeting,
    wrapped(lead),
    ...sections.map(sectionText),
    ['-- ', ...footer.map((line) => wrapped(line))].join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
};

const sectionText = (section: Section): string => {
  switch (section.kind) {
    case 'circumstances':
      return section.lines.map(({ label, value }) => wrapped(`${label}: ${value}`, '  ')).join('\n');
    case 'changes':
      return [`${section.heading}:`, ...section.rows.map((row) => indented(rowText(row, section)))].join('\n');
    case 'remark':
      return wrapped(section.text);
    case 'explanation':
      return [section.heading, ...section.texts.map((text) => wrapped(text))].join('\n');
    case 'files':
      return [
        section.heading,
        wrapped(section.where),
        ...section.files.map(fileText),
        ...(section.remark === null ? [] : [wrapped(section.remark)]),
      ].join('\n');
    case 'steps':
      return [section.heading, ...section.steps.map((step, index) => wrapped(`${index + 1}. ${step}`, '   '))].join(
        '\n',
      );
    case 'witness':
      return [`${section.heading}:`, wrapped(section.explanation), section.line].join('\n');
    default:
      return impossible(section satisfies never);
  }
};

const fileText = ({ name, lines }: FileLines): string =>
  [`  ${name}`, ...lines.map((line) => indented(indented(wrapped(line))))].join('\n');

type ChangeWords = Pick<Extract<Section, { kind: 'changes' }>, 'before' | 'after'>;

const rowText = ({ label, before, after }: Row, words: ChangeWords): string => {
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
