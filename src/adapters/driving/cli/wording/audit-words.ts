import type { Found, Problem, Verdict } from '../../../shared/evidence/verdict.ts';
import type { Said } from '../../../shared/wording/said.ts';

/** What `history` and `audit` say, in one language. */
export interface AuditWords {
  readonly request: string;
  /** Version, instant, local time, who, id, request, what, before, after, who was told. */
  readonly columns: readonly string[];
  /** 31 characters at most. */
  readonly sheet: string;
  readonly title: (organisation: string, at: string | null) => string;
  readonly hint: string;
  readonly written: (file: string) => string;
  readonly outputMissing: Said;
  readonly outputUnusable: (file: string, code: string) => Said;
  readonly instantMalformed: (text: string) => Said;
  readonly asOf: {
    readonly what: string;
    readonly value: string;
    readonly at: string;
    readonly status: string;
    readonly notSetUp: string;
    readonly version: string;
    readonly since: string;
    readonly until: string;
    readonly stillSo: string;
    readonly nights: string;
    readonly noNights: string;
  };
  readonly exported: (file: string, events: number, checkpoints: number) => string;
  readonly exportedAltered: (place: string) => Said;
  readonly fileUnreadable: (file: string, code: string) => Said;
  readonly publicKeyUnreadable: (file: string) => Said;
  readonly headMalformed: (text: string) => Said;
  readonly anchored: string;
  readonly notAnchored: Said;
  readonly unreadable: (problem: Problem, line: number) => Said;
  readonly altered: (verdict: Extract<Verdict, { verdict: 'altered' }>) => Said;
  readonly labels: Readonly<
    Record<'organisation' | 'events' | 'checkpoints' | 'configuration' | 'byKey' | 'byHead', string>
  >;
  readonly eventsIn: (events: number, streams: number) => string;
  readonly keyVouches: (keyId: string) => string;
  readonly headVouches: (version: number) => string;
  readonly beyondHead: (version: number) => string;
  readonly rotated: string;
  readonly signingUnavailable: (message: string) => Said;
}

export type FoundWords = Readonly<Record<Found, string>>;
