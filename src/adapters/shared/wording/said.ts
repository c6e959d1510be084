/** What a user is told: what is so, and what to do about it. Each is whole sentences. */
export interface Said {
  readonly what: string;
  readonly remedy: string;
}

export const said = (what: string, remedy: string): Said => ({ what, remedy });

export const inOneLine = ({ what, remedy }: Said): string => `${what} ${remedy}`;
