import type { LocalMoment, Span } from './span.ts';

/** A newsroom's story (Thema). Field names follow Kordiam's public resource model. */
export interface Story extends Element {
  readonly createdAt?: string;
  readonly modifiedAt?: string;
  /** Set where the element is an event too. */
  readonly event?: Span;
  readonly publications: readonly Publication[];
}

/** A newsroom's event (Termin), such as a press conference. */
export interface ScheduledEvent extends Element {
  readonly span: Span;
  readonly contact?: string;
  readonly links: readonly string[];
  readonly storyIds: readonly string[];
}

/** What a story and an event share. Absent texts are absent, never empty. */
export interface Element {
  readonly id: string;
  readonly title: string;
  readonly slug?: string;
  readonly status?: string;
  readonly note?: string;
  readonly location?: string;
  readonly confidential: boolean;
  readonly groups: readonly string[];
  readonly tasks: readonly Task[];
  readonly customFields: readonly CustomField[];
}

/** Who does what by when. */
export interface Task {
  readonly id?: string;
  readonly format?: string;
  readonly title?: string;
  readonly status?: string;
  readonly note?: string;
  readonly assignees: readonly Assignee[];
  readonly deadline?: LocalMoment;
  readonly confirmation?: string;
  readonly done: boolean;
}

export interface Assignee {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
}

/** Where and when a story appears. A recurring one arrives already expanded. */
export interface Publication {
  readonly id?: string;
  readonly platform?: string;
  readonly category?: string;
  readonly type?: string;
  readonly status?: string;
  readonly scope?: string;
  readonly span?: Span;
  readonly taskIds: readonly string[];
  readonly url?: string;
}

export interface CustomField {
  readonly name: string;
  readonly value: string;
}
