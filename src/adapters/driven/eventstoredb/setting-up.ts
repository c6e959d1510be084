import { type Credentials, jsonEvent, NO_STREAM, type StreamACL } from '@eventstore/db-client';
import services from '@eventstore/db-client/generated/users_grpc_pb.js';
import users from '@eventstore/db-client/generated/users_pb.js';
import { EventLogUnavailable } from '../../../application/ports/event-log.ts';
import { EventStoreClient } from './client.ts';
import { type EventStoreSettings, placeOf } from './settings.ts';
import { problemOf, troubleOf } from './trouble.ts';

const DEADLINE = 10_000;
const ADMINS = '$admins';
const SETTINGS = '$settings';

/** What was done for the program's own user, and what was done before. */
export interface SetUp {
  readonly user: string;
  readonly isNew: boolean;
  /** Who may do what with a stream that has no list of its own, in the server's words. */
  readonly defaultAcl: object;
  /** Who may read `$all`. */
  readonly readersOfAll: readonly string[];
}

/** The cluster has a default list of its own already: other programs live by it, so it is left as it is. */
export class OtherAcl extends Error {
  override readonly name = 'OtherAcl';
}

/**
 * Makes the user that a connection string names, and gives it what the program needs: to read and append everywhere, to
 * delete and cut streams, and to read `$all`. From the streams of events it loses the right to delete and to cut with
 * their first event (see the event log). May be called again. Rejects with {@link OtherAcl} and EventLogUnavailable.
 */
export const setUp = async (settings: EventStoreSettings, admin: Credentials): Promise<SetUp> => {
  if (settings.credentials === null) throw new EventLogUnavailable(`${placeOf(settings)}: ${problemOf('refused')}`);
  const { username: user, password } = settings.credentials;
  const client = new SettingUpClient({ ...settings, credentials: admin });
  try {
    const isNew = await client.makeUser(user, password);
    const defaultAcl = await client.giveRights(user);
    const readersOfAll = await client.letReadAll(user);
    return { user, isNew, defaultAcl, readersOfAll };
  } catch (error) {
    if (error instanceof OtherAcl) throw error;
    throw new EventLogUnavailable(`${placeOf(settings)}: ${problemOf(troubleOf(error))}`);
  } finally {
    await client.dispose();
  }
};

class SettingUpClient extends EventStoreClient {
  /** Whether it was not there before. Its password is left as it is if it was. */
  async makeUser(name: string, password: string): Promise<boolean> {
    const options = new users.CreateReq.Options().setLoginName(name).setPassword(password).setFullName(name);
    const request = new users.CreateReq().setOptions(options);
    try {
      await this.execute(
        services.UsersClient,
        'createUser',
        (client) =>
          new Promise<void>((resolve, reject) => {
            const [metadata, callOptions] = this.callArguments({ credentials: this.credentials, deadline: DEADLINE });
            client.create(request, metadata, callOptions, (error) => (error === null ? resolve() : reject(error)));
          }),
      );
      return true;
    } catch (error) {
      if (isConflict(error)) return false;
      throw error;
    }
  }

  async giveRights(user: string): Promise<object> {
    const both = [ADMINS, user];
    const $userStreamAcl = { $r: both, $w: both, $d: both, $mr: both, $mw: both };
    const $systemStreamAcl = { $r: ADMINS, $w: ADMINS, $d: ADMINS, $mr: ADMINS, $mw: ADMINS };
    const settings = { $userStreamAcl, $systemStreamAcl };
    const options = { credentials: this.credentials, deadline: DEADLINE, expectedRevision: NO_STREAM } as const;
    try {
      await this.appendToStream(SETTINGS, jsonEvent({ type: SETTINGS, data: settings }), options);
    } catch (error) {
      if (troubleOf(error) !== 'conflict') throw error;
      if (JSON.stringify(await this.#settingsNow()) !== JSON.stringify(settings)) throw new OtherAcl(user);
    }
    return $userStreamAcl;
  }

  async letReadAll(user: string): Promise<readonly string[]> {
    const { metadata } = await this.getStreamMetadata('$all');
    const acl: StreamACL | undefined = typeof metadata?.acl === 'object' ? metadata.acl : undefined;
    const readers = [...new Set([ADMINS, ...[acl?.readRoles ?? []].flat(), user])];
    const options = { credentials: this.credentials, deadline: DEADLINE };
    await this.setStreamMetadata('$all', { ...metadata, acl: { ...acl, readRoles: readers } }, options);
    return readers;
  }

  async #settingsNow(): Promise<unknown> {
    let last: unknown;
    for await (const { event } of this.readStream(SETTINGS, {
      fromRevision: 'end',
      direction: 'backwards',
      maxCount: 1,
    }))
      last = event?.data;
    return last;
  }
}

const FAILED_PRECONDITION = 9;

/**
 * The server's exception, by its name in the answer (the client's `dist/utils/CommandError.js`), which under another code
 * says that the user was not made: to try again.
 */
const isConflict = (error: unknown): boolean => {
  const { code, metadata } = error as { readonly code?: unknown; readonly metadata?: { getMap?(): object } };
  const exception = metadata?.getMap?.() as { readonly exception?: unknown } | undefined;
  return code === FAILED_PRECONDITION && String(exception?.exception) === 'user-conflict';
};
