import type { CreateReq, CreateResp } from '@eventstore/db-client/generated/users_pb.js';
import type { handleUnaryCall } from '@grpc/grpc-js';
import { userConflict } from './answers.ts';
import { type Context, underFault } from './context.ts';
import { users } from './generated.ts';

/** An administrator makes a user (server: Services/Transport/Grpc/Users.Create.cs). */
export const createUser =
  (context: Context): handleUnaryCall<CreateReq, CreateResp> =>
  (call, callback) => {
    const { access, faults } = context;
    const act = (): CreateResp => {
      access.demand(access.caller(call.metadata), '$w', '$users');
      const options = call.request.getOptions();
      const name = options?.getLoginName() ?? '';
      if (access.knows(name)) throw userConflict(name);
      access.add(name, { password: options?.getPassword() ?? '', groups: options?.getGroupsList() ?? [] });
      return new users.CreateResp();
    };
    underFault(context, faults.take('create user'), call.getPeer(), act).then(
      (answer) => callback(null, answer),
      (error) => callback(error),
    );
  };
