import type { Counter, Gauge, Histogram, Meter } from '@opentelemetry/api';

/** What is measured. The names are a promise to dashboards; docs/operations.md lists them with their attributes. */
export interface Instruments {
  readonly outcomes: Counter;
  readonly failures: Counter;
  readonly duration: Histogram;
  readonly stageDuration: Histogram;
  readonly lag: Histogram;
  readonly retries: Counter;
  readonly rows: Counter;
  readonly uploaded: Counter;
  readonly mailTries: Counter;
  readonly mailsWaiting: Gauge;
  readonly faults: Counter;
  readonly overdue: Gauge;
  readonly troubles: Gauge;
}

/** In seconds: a night takes parts of one on a near server, and minutes at the end of a slow line. */
const OF_WORK = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 150, 300, 600];
const OF_LAG = [1, 5, 15, 60, 300, 900, 1_800, 3_600, 7_200, 14_400, 28_800];

export const instrumentsOf = (meter: Meter): Instruments => {
  const counter = (name: string, unit: string, description: string): Counter =>
    meter.createCounter(`planning_backup.${name}`, { unit, description });
  const gauge = (name: string, unit: string, description: string): Gauge =>
    meter.createGauge(`planning_backup.${name}`, { unit, description });
  const seconds = (name: string, explicitBucketBoundaries: number[], description: string): Histogram =>
    meter.createHistogram(`planning_backup.${name}`, { unit: 's', description, advice: { explicitBucketBoundaries } });
  return {
    outcomes: counter('night.outcomes', '{night}', 'Nights that ended, by outcome; one that is retried ends again'),
    failures: counter('night.failures', '{file}', 'Files that were not put in place, by step and cause'),
    duration: seconds('night.duration', OF_WORK, 'From the claim of a night to its end'),
    stageDuration: seconds('night.stage.duration', OF_WORK, 'Parts of an attempt'),
    lag: seconds('night.lag', OF_LAG, "From an organisation's slot to the beginning of its night"),
    retries: counter('night.retries', '{retry}', 'Nights that are to be tried again'),
    rows: counter('workbook.rows', '{row}', 'Rows of the workbooks'),
    uploaded: counter('upload.bytes', 'By', 'Bytes that servers took'),
    mailTries: counter('mail.tries', '{mail}', 'Mails to one recipient, by what came of them'),
    mailsWaiting: gauge('mail.waiting', '{mail}', 'Mails that wait for their next try'),
    faults: counter('faults', '{fault}', 'Errors of the machinery; it goes on, or begins again'),
    overdue: gauge('overdue', '{organisation}', 'Organisations whose night has to be over and is not'),
    troubles: gauge('troubles', '{trouble}', 'What keeps this worker from its work; 0: nothing'),
  };
};
