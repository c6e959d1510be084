import type { Locale } from '../../../domain/backup-configuration/settings.ts';
import type { MailContent } from './content.ts';
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

/** No link, no picture, no script, nothing fetched; readable with the colours of the reader's program, light or dark. */
export const htmlPart = (content: MailContent, locale: Locale): string => {
  const { circumstances, rows, remarks, notMeant, witness, footer } = content;
  const table = (body: readonly string[]): string =>
    `<table role="presentation" style="border-collapse:collapse;width:100%">${body.join('\n')}</table>`;
  return [
    '<!doctype html>',
    `<html lang="${locale}" dir="ltr"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">',
    `<title>${escaped(content.subject)}</title></head>`,
    `<body style="${BODY}"><div style="${BOX}">`,
    `<p>${escaped(content.greeting)}</p>`,
    `<p>${escaped(content.lead)}</p>`,
    table(circumstances.map(({ label, value: shown }) => line(label, name(shown)))),
    `<h2 style="${HEADING}">${escaped(content.what)}</h2>`,
    table(rows.map((row) => line(row.label, change(row, content)))),
    ...remarks.map((remark) => `<p>${unlinked(remark)}</p>`),
    `<h2 style="${HEADING}">${escaped(notMeant.heading)}</h2>`,
    `<ol style="margin:0;padding-left:24px">${notMeant.steps.map((step) => `<li>${escaped(step)}</li>`).join('\n')}</ol>`,
    `<h2 style="${HEADING}">${escaped(witness.heading)}</h2>`,
    `<p style="${SMALL}">${escaped(witness.explanation)}</p>`,
    `<p>${value(witness.line)}</p>`,
    ...footer.map((text) => `<p style="${SMALL}">${escaped(text)}</p>`),
    '</div></body></html>',
    '',
  ].join('\n');
};

const line = (label: string, content: string): string =>
  `<tr><th scope="row" style="${LABEL}">${escaped(label)}</th><td style="${CELL}">${content}</td></tr>`;

const change = ({ before, after }: Row, words: MailContent): string => {
  if (before === null) return value(after);
  const said = (word: string): string => `<span style="${SMALL}">${escaped(word)}: </span>`;
  return `${said(words.before)}<span style="${OLD}">${value(before)}</span><br>${said(words.after)}${value(after)}`;
};
