import type { Temporal } from 'temporal-polyfill';

/** The period that attempts are counted in: `YYYY-MM-DDTHH` in UTC. */
export const hourOf = (instant: Temporal.Instant): string => instant.toString().slice(0, 'YYYY-MM-DDTHH'.length);
