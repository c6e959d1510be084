import type { CreateReq, CreateResp } from '@eventstore/db-client/generated/users_pb.js';
import type { handleUnaryCall } from '@grpc/grpc-js';
import { userConflict } from './answers.ts';
import type { Context } from './context.ts';
import { users } from './generated.ts';

/** An administrator makes a user (server: Services/Transport/Grpc/Users.Create.cs). */
export const createUser =
  ({ access }: Context): handleUnaryCall<CreateReq, CreateResp> =>
  (call, callback) => {
    try {
      access.demand(access.caller(call.metadata), '$w', '$users');
      const options = call.request.getOptions();
      const name = options?.getLoginName() ?? '';
      if (access.knows(name)) throw userConflict(name);
      access.add(name, { password: options?.getPassword() ?? '', groups: options?.getGroupsList() ?? [] });
      callback(null, new users.CreateResp());
    } catch (error) {
      callback(error as Error);
    }
  };
