/** Numbers, lists and dates as a language writes them. */
export const figuresIn = (locale: 'de-DE' | 'en-GB') => {
  const number = new Intl.NumberFormat(locale);
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  return {
    count: (value: number): string => number.format(value),
    kilobytes: (bytes: number): string => `${number.format(Math.ceil(bytes / 1000))} kB`,
    names: (names: readonly string[]): string => list.format(names),
    /** Of `YYYY-MM-DD`. */
    date: (date: string): string => day.format(new Date(`${date}T00:00:00Z`)),
  };
};
