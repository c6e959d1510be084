import type { Metadata } from '@grpc/grpc-js';
import { accessDenied, unauthenticated } from './answers.ts';
import type { Log } from './log.ts';
import { isMetastream, originalOf, type StreamMetadata } from './stored.ts';

/** Users by name. Nobody is there unless told: a test that wants `admin` and `changeit` says so. */
export type Users = Readonly<Record<string, { readonly password: string; readonly groups?: readonly string[] }>>;

export type Right = '$r' | '$w' | '$d';

/** Names that an access list may give for whoever calls: the user's, and the user's groups. */
export type Caller = readonly string[];

type Settings = Readonly<Record<string, StreamMetadata['$acl']>>;

/**
 * Who may do what. Without users everybody may do everything, as in a server that is started insecure, which is also the
 * only kind that a client without TLS talks to: it sends no credentials there (client: Client/index.js).
 */
export class Access {
  #users: Users | undefined;
  readonly #log: Log;

  constructor(users: Users | undefined, log: Log) {
    this.#users = users;
    this.#log = log;
  }

  knows(name: string): boolean {
    return this.#users !== undefined && Object.hasOwn(this.#users, name);
  }

  add(name: string, user: Users[string]): void {
    this.#users = { ...this.#users, [name]: user };
  }

  /** Basic authentication (server: Services/Transport/Grpc/Constants.cs, headers). Anonymous has no names. */
  caller(metadata: Metadata): Caller {
    if (this.#users === undefined) return ['$admins'];
    const [header] = metadata.get('authorization');
    if (header === undefined) return [];
    const [, encoded = ''] = /^Basic (.*)$/.exec(String(header)) ?? [];
    const [name = '', ...password] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
    const user = Object.hasOwn(this.#users, name) ? this.#users[name] : undefined;
    if (user === undefined || user.password !== password.join(':')) throw unauthenticated();
    return [name, ...(user.groups ?? [])];
  }

  /** Throws for who may not. Anonymous may do nothing (docs: server/configuration/security.md, anonymous access). */
  demand(caller: Caller, right: Right, stream: string): void {
    if (!this.allows(caller, right, stream)) throw accessDenied();
  }

  allows(caller: Caller, right: Right, stream: string): boolean {
    if (caller.includes('$admins')) return true;
    if (caller.length === 0) return false;
    const granted = isMetastream(stream)
      ? this.#metadataRight(right, originalOf(stream))
      : this.#granted(right, stream);
    return [granted].flat().some((name) => name === '$all' || caller.includes(name));
  }

  #metadataRight(right: Right, stream: string): string | readonly string[] {
    return right === '$d' ? [] : this.#granted(right === '$r' ? '$mr' : '$mw', stream);
  }

  /** The stream's own list, then that of `$settings`, then the server's (docs: server/configuration/security.md, default ACL). */
  #granted(right: string, stream: string): string | readonly string[] {
    const system = stream.startsWith('$');
    const own = this.#log.metadataOf(stream).$acl?.[right];
    return (
      own ?? this.#settings()[system ? '$systemStreamAcl' : '$userStreamAcl']?.[right] ?? (system ? '$admins' : '$all')
    );
  }

  #settings(): Settings {
    const last = this.#log.onDisk('$settings').at(-1);
    return last === undefined ? {} : (JSON.parse(Buffer.from(last.data).toString('utf8')) as Settings);
  }
}
