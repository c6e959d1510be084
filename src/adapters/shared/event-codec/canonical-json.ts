import { isWellFormed } from './unicode.ts';

/**
 * The one writing of a JSON value that RFC 8785 (JSON Canonicalization Scheme) gives it: no white space, numbers and
 * strings as ECMAScript's `JSON.stringify` writes them, members sorted by the UTF-16 code units of their names.
 *
 * Throws `TypeError` for whatever has no JSON of its own: undefined, NaN and infinities, bigint, functions, halves
 * of surrogate pairs, and every object that is neither an array nor plain (a `Date`, a `Secret`): nothing is
 * dropped or converted on the way into a hash. The error says where, and never what.
 */
export const canonicalJson = (value: unknown): string => written(value, '$');

const written = (value: unknown, path: string): string => {
  switch (typeof value) {
    case 'string':
      return text(value, path);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${path} is no number of JSON`);
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? array(value, path) : members(value, path);
    case 'undefined':
    case 'bigint':
    case 'symbol':
    case 'function':
      throw new TypeError(`${path} is no value of JSON`);
  }
};

const text = (value: string, path: string): string => {
  if (!isWellFormed(value)) throw new TypeError(`${path} has half of a surrogate pair`);
  return JSON.stringify(value);
};

const array = (items: readonly unknown[], path: string): string =>
  // Not `map`, which leaves holes as they are.
  `[${Array.from(items, (item, index) => written(item, `${path}[${index}]`)).join(',')}]`;

const members = (object: object, path: string): string => {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError(`${path} is no plain object`);
  // `<` compares UTF-16 code units, which is RFC 8785's order.
  const sorted = Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([name, value]) => `${text(name, path)}:${written(value, `${path}.${name}`)}`).join(',')}}`;
};
