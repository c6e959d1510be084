import { Temporal } from 'temporal-polyfill';

/** Whether a text is an instant of RFC 3339, such as `2026-11-20T09:00:00Z`. */
export const isInstant = (text: string): boolean => {
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
};
