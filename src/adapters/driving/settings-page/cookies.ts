/** The value of a cookie that came with a request; undefined if there is none. */
export const cookieOf = (request: Request, name: string): string | undefined => {
  const pairs = (request.headers.get('Cookie') ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
};

export interface CookieToSet {
  readonly name: string;
  /** Of unreserved characters only. */
  readonly value: string;
  /** Seconds; 0 removes it. */
  readonly maxAge: number;
  readonly path: string;
}

/** For no script to read and no other site to send. */
export const cookieText = (request: Request, { name, value, maxAge, path }: CookieToSet): string => {
  const secure = new URL(request.url).protocol === 'https:' ? '; Secure' : '';
  return `${name}=${value}; Path=${path === '' ? '/' : path}; Max-Age=${maxAge}; HttpOnly; SameSite=Strict${secure}`;
};
