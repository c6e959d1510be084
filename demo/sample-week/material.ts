/**
 * The shorthand in which the week is written down. All material is filed by weekday, not by
 * distance from the first night: seven days in a row hold every weekday once, so the Fischmarkt
 * stays on Sunday and the Bürgerschaft on Wednesday wherever the week begins.
 */
export const weekdays = ['mo', 'di', 'mi', 'do', 'fr', 'sa', 'so'] as const;
export type Weekday = (typeof weekdays)[number];
export type Week<T> = Readonly<Record<Weekday, readonly T[]>>;

export type Ressort = 'Lokales' | 'Politik' | 'Wirtschaft' | 'Kultur' | 'Sport' | 'Online' | 'Foto' | 'Wochenende';
/** Whose entry in the plan it is: a department's, or the whole newsroom's. */
export type Group = Ressort | 'Redaktion';

export type Kind =
  | 'Aufmacher'
  | 'Meldung'
  | 'Kommentar'
  | 'Reportage'
  | 'Interview'
  | 'Bildergalerie'
  | 'Newsletter'
  | 'Podcast'
  | 'Video';

export interface StoryMore {
  /** By which events refer to the story. */
  readonly key?: string;
  readonly at?: string;
  readonly status?: string;
  readonly confidential?: true;
  readonly unassigned?: true;
  /** When the text is due, where the note or the kick-off says so. */
  readonly due?: string;
  /** Published this many days later than usual: only the deadline falls on the story's day. */
  readonly later?: number;
  /** Stays published this many days longer. */
  readonly days?: number;
  /** Makes the story an event as well, on its own day. */
  readonly hours?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** `{n}` in a title counts up over the week, beginning with n. */
export type StorySketch = readonly [kind: Kind, title: string, note: string, more?: StoryMore];

interface EventMore {
  readonly note?: string;
  readonly contact?: string;
  readonly links?: readonly string[];
  readonly status?: string;
  readonly confidential?: true;
  /** Ends this many days later. */
  readonly days?: number;
  /** Keys of the stories that belong to it. */
  readonly of?: readonly string[];
  /** Formats of its tasks; a `?` after a format leaves the task unassigned. */
  readonly tasks?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** Hours are `10:00`, `10:00–11:30`, `23:00–02:00` (past midnight) or `ganztags`. */
export type EventSketch = readonly [hours: string, title: string, location: string, more?: EventMore];
