import type { Locale } from '../../../domain/backup-configuration/settings.ts';
import { impossible } from '../../../domain/impossible.ts';
import type { FileLines, MailContent, Section } from './content.ts';
import type { Row } from './rows.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');

/** Isolated from the direction of the text around it. */
const name = (text: string): string => `<bdi>${escaped(text)}</bdi>`;

/** A mail program makes no link of a text that elements part; copied, it is the same text. */
const unlinked = (text: string): string => escaped(text).replace(/[.@/]/g, (sign) => `<span>${sign}</span>`);

const value = (text: string): string => `<bdi style="${CODE}">${unlinked(text)}</bdi>`;

const CODE = "font-family:Consolas,Menlo,'DejaVu Sans Mono',monospace;font-size:14px;overflow-wrap:anywhere";
const BODY = 'margin:0;padding:24px;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5';
const BOX = 'max-width:640px;margin:0 auto';
const HEADING = 'font-size:16px;margin:28px 0 8px';
const CELL = 'padding:8px 12px 8px 0;border-top:1px solid #8888;vertical-align:top;text-align:left';
const LABEL = `${CELL};font-weight:normal;width:32%`;
const SMALL = 'font-size:13px';
const OLD = 'opacity:0.75';
const FILE = 'margin:0 0 12px;padding:8px 0 0;border-top:1px solid #8888';

/** No link, no picture, no script, nothing fetched; readable with the colours of the reader's program, light or dark. */
export const htmlPart = (content: MailContent, locale: Locale): string =>
  [
    '<!doctype html>',
    `<html lang="${locale}" dir="ltr"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">',
    `<title>${escaped(content.subject)}</title></head>`,
    `<body style="${BODY}"><div style="${BOX}">`,
    `<p>${escaped(content.greeting)}</p>`,
    `<p>${escaped(content.lead)}</p>`,
    ...content.sections.flatMap(sectionHtml),
    ...content.footer.map((text) => `<p style="${SMALL}">${escaped(text)}</p>`),
    '</div></body></html>',
    '',
  ].join('\n');

const sectionHtml = (section: Section): readonly string[] => {
  switch (section.kind) {
    case 'circumstances':
      return [table(section.lines.map(({ label, value: shown }) => line(label, name(shown))))];
    case 'changes':
      return [heading(section.heading), table(section.rows.map((row) => line(row.label, change(row, section))))];
    case 'remark':
      return [`<p>${unlinked(section.text)}</p>`];
    case 'explanation':
      return [heading(section.heading), ...section.texts.map((text) => `<p>${unlinked(text)}</p>`)];
    case 'files':
      return [
        heading(section.heading),
        `<p>${unlinked(section.where)}</p>`,
        ...section.files.map(file),
        ...(section.remark === null ? [] : [`<p>${escaped(section.remark)}</p>`]),
      ];
    case 'steps':
      return [
        heading(section.heading),
        `<ol style="margin:0;padding-left:24px">${section.steps.map((step) => `<li>${escaped(step)}</li>`).join('\n')}</ol>`,
      ];
    case 'witness':
      return [
        heading(section.heading),
        `<p style="${SMALL}">${escaped(section.explanation)}</p>`,
        `<p>${value(section.line)}</p>`,
      ];
    default:
      return impossible(section satisfies never);
  }
};

const heading = (text: string): string => `<h2 style="${HEADING}">${escaped(text)}</h2>`;

const table = (body: readonly string[]): string =>
  `<table role="presentation" style="border-collapse:collapse;width:100%">${body.join('\n')}</table>`;

const file = ({ name: fileName, lines }: FileLines): string =>
  `<p style="${FILE}">${[value(fileName), ...lines.map(escaped)].join('<br>')}</p>`;

const line = (label: string, content: string): string =>
  `<tr><th scope="row" style="${LABEL}">${escaped(label)}</th><td style="${CELL}">${content}</td></tr>`;

type ChangeWords = Pick<Extract<Section, { kind: 'changes' }>, 'before' | 'after'>;

const change = ({ before, after }: Row, words: ChangeWords): string => {
  if (before === null) return value(after);
  const said = (word: string): string => `<span style="${SMALL}">${escaped(word)}: </span>`;
  return `${said(words.before)}<span style="${OLD}">${value(before)}</span><br>${said(words.after)}${value(after)}`;
};
