/** The JSON document that the file source of planning data reads. */
export interface PlanFile {
  readonly organisation: Organisation;
  readonly stories: readonly Story[];
  readonly events: readonly ScheduledEvent[];
}

interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly locale: Locale;
  readonly administrators: readonly Administrator[];
}

type Locale = 'de' | 'en';

export interface Administrator {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
}

/** Local to the organisation's time zone; without a time it is the whole day. */
export interface LocalMoment {
  readonly date: string;
  readonly time?: string;
}

export interface Span {
  readonly start: LocalMoment;
  readonly end?: LocalMoment;
}

export interface Assignee {
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
}

export interface Task {
  readonly id: string;
  readonly format: string;
  readonly title?: string;
  readonly status?: string;
  readonly note?: string;
  readonly assignees?: readonly Assignee[];
  readonly deadline?: LocalMoment;
  readonly confirmation?: string;
  readonly done?: boolean;
}

export interface Publication {
  readonly id: string;
  readonly platform: string;
  readonly category?: string;
  readonly type?: string;
  readonly status?: string;
  readonly scope?: string;
  readonly start?: LocalMoment;
  readonly end?: LocalMoment;
  readonly taskIds?: readonly string[];
  readonly url?: string;
}

export interface CustomField {
  readonly name: string;
  readonly value: string;
}

export interface Story {
  readonly id: string;
  readonly title: string;
  readonly slug?: string;
  readonly status?: string;
  readonly note?: string;
  readonly confidential?: boolean;
  readonly groups?: readonly string[];
  readonly location?: string;
  readonly createdAt?: string;
  readonly modifiedAt?: string;
  readonly event?: Span;
  readonly tasks?: readonly Task[];
  readonly publications?: readonly Publication[];
  readonly customFields?: readonly CustomField[];
}

export interface ScheduledEvent extends Span {
  readonly id: string;
  readonly title: string;
  readonly slug?: string;
  readonly status?: string;
  readonly note?: string;
  readonly location?: string;
  readonly contact?: string;
  readonly links?: readonly string[];
  readonly confidential?: boolean;
  readonly groups?: readonly string[];
  readonly tasks?: readonly Task[];
  readonly storyIds?: readonly string[];
  readonly customFields?: readonly CustomField[];
}
