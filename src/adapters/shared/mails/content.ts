import type { Mail } from '../../../application/ports/mailer.ts';
import { changeContent } from './change-content.ts';
import { healthContent } from './health/content.ts';
import type { Row } from './rows.ts';

export interface Labelled {
  readonly label: string;
  readonly value: string;
}

/** A part of a mail; a layout decides what it looks like. */
export type Section =
  | { readonly kind: 'circumstances'; readonly lines: readonly Labelled[] }
  | {
      readonly kind: 'changes';
      readonly heading: string;
      readonly before: string;
      readonly after: string;
      readonly rows: readonly Row[];
    }
  | { readonly kind: 'remark'; readonly text: string }
  | { readonly kind: 'explanation'; readonly heading: string; readonly texts: readonly string[] }
  | {
      readonly kind: 'files';
      readonly heading: string;
      readonly where: string;
      readonly files: readonly FileLines[];
      readonly remark: string | null;
    }
  | { readonly kind: 'steps'; readonly heading: string; readonly steps: readonly string[] }
  | {
      readonly kind: 'witness';
      readonly heading: string;
      readonly explanation: string;
      /** `VERSION:HASH` */
      readonly line: string;
    };

/** A file by its name, and what there is to say of it. */
export interface FileLines {
  readonly name: string;
  readonly lines: readonly string[];
}

/** A mail in words, before it is laid out: everything in it is harmless text, and nothing is markup yet. */
export interface MailContent {
  readonly subject: string;
  readonly greeting: string;
  readonly lead: string;
  readonly sections: readonly Section[];
  readonly footer: readonly string[];
}

/** What one recipient is told, in their language. */
export const contentOf = (mail: Mail): MailContent => {
  switch (mail.kind) {
    case 'change':
      return changeContent(mail);
    case 'health':
      return healthContent(mail);
    default:
      return mail satisfies never;
  }
};
