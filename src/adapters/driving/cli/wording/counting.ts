import type { Locale } from '../../../../domain/backup-configuration/settings.ts';

/** How many of what: `1 row`, `1,200 rows`. */
export const counting = (locale: Locale) => {
  const numbers = new Intl.NumberFormat(locale);
  return (amount: number, one: string, many: string): string =>
    `${numbers.format(amount)} ${amount === 1 ? one : many}`;
};
