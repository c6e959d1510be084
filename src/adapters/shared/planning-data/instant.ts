import { Temporal } from 'temporal-polyfill';

/** Surely an instant: the common form, on a day that every month has. A large plan has tens of thousands of them. */
const COMMON =
  /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,9})?Z$/;

/** Whether a text is an instant of RFC 3339, such as `2026-11-20T09:00:00Z`. */
export const isInstant = (text: string): boolean => {
  if (COMMON.test(text)) return true;
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
};
