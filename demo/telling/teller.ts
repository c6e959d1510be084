import { styleText } from 'node:util';

const WIDTH = 100;
const INDENT = '   ';

type Mark = '·' | '✓' | '✗';

/** Tells a story to a terminal or a file: numbered chapters, wrapped lines, a mark in front of what happens. */
export class Teller {
  readonly #write: (text: string) => void;
  readonly #styled: boolean;
  #chapters = 0;

  constructor(write: (text: string) => void, { styled }: { readonly styled: boolean }) {
    this.#write = write;
    this.#styled = styled;
  }

  title(text: string): void {
    this.#line(this.#style('bold', text));
    this.#line('');
  }

  chapter(title: string): void {
    this.#chapters += 1;
    this.#line('');
    this.#line(this.#style('bold', `${this.#chapters}. ${title}`));
  }

  /** A sentence or two of explanation. */
  say(text: string): void {
    for (const line of wrapped(text, WIDTH - INDENT.length)) this.#line(`${INDENT}${line}`);
  }

  /** A line as it is, however long: a path or a fingerprint must not be broken. */
  show(text: string): void {
    this.#line(`${INDENT}  ${text}`);
  }

  happens(text: string): void {
    this.#marked('·', text);
  }

  succeeds(text: string): void {
    this.#marked('✓', text);
  }

  isRefused(text: string): void {
    this.#marked('✗', text);
  }

  #marked(mark: Mark, text: string): void {
    const [first = '', ...more] = wrapped(text, WIDTH - INDENT.length - 2);
    this.#line(`${INDENT}${this.#style(COLOURS[mark], mark)} ${first}`);
    for (const line of more) this.#line(`${INDENT}  ${line}`);
  }

  #style(style: 'bold' | 'green' | 'red' | 'gray', text: string): string {
    return this.#styled ? styleText(style, text) : text;
  }

  #line(text: string): void {
    this.#write(`${text}\n`);
  }
}

const COLOURS = { '·': 'gray', '✓': 'green', '✗': 'red' } as const satisfies Record<Mark, string>;

const wrapped = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
};
