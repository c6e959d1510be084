import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** As much of a mail as its reader sees first. */
export interface MailRead {
  readonly subject: string;
  /** The text part's lines, empty ones too. */
  readonly lines: readonly string[];
}

/** The newest mail to somebody, by the id in the file's name. */
export const newestMailTo = async (folder: string, id: string): Promise<MailRead> => {
  const names = (await readdir(folder)).filter((name) => name.includes(`-${id}-`));
  const files = await Promise.all(
    names.map(async (name) => ({ name, writtenAt: (await stat(join(folder, name), { bigint: true })).mtimeNs })),
  );
  const newest = files.reduce((a, b) => (b.writtenAt > a.writtenAt ? b : a));
  return readMail(await readFile(join(folder, newest.name), 'latin1'));
};

/** Of a message as our own mailer writes it: RFC 5322, RFC 2047 in the subject, RFC 2045 and 2046 in the parts. */
export const readMail = (message: string): MailRead => {
  const [head, ...parts] = split(message);
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1];
  const inParts = boundary === undefined ? [] : parts.join(BLANK).split(`--${boundary}`);
  const text = inParts.find((part) => /^Content-Type: text\/plain/im.test(split(part.trimStart())[0]));
  if (text === undefined) throw new Error('a mail has no text part');
  const [partHead, ...body] = split(text.trimStart());
  const decoded = decode(body.join(BLANK), /^Content-Transfer-Encoding: (\S+)/im.exec(partHead)?.[1] ?? '7bit');
  const subject = /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(head)?.[1] ?? '';
  return { subject: decodedWords(subject), lines: decoded.trim().split(/\r?\n/) };
};

const BLANK = '\r\n\r\n';

const split = (text: string): [head: string, ...body: string[]] => {
  const [head = '', ...body] = text.split(BLANK);
  return [head, ...body];
};

const utf8 = (latin1: string): string => Buffer.from(latin1, 'latin1').toString('utf8');

const decode = (body: string, encoding: string): string => {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return utf8(encoding === 'quoted-printable' ? unquoted(body.replace(/=\r\n/g, '')) : body);
};

const unquoted = (text: string): string =>
  text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Blanks between two encoded words are not part of the text. */
const decodedWords = (subject: string): string =>
  subject
    .replace(/\r\n/g, '')
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      decode(text.replaceAll('_', ' '), kind.toUpperCase() === 'B' ? 'base64' : 'quoted-printable'),
    );
