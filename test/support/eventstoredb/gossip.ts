import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import type { handleUnaryCall } from '@grpc/grpc-js';
import { type Context, underFault } from './context.ts';
import { gossip as messages, shared } from './generated.ts';

/** A node of the cluster as the client looks at it to find the leader (client: Client/discovery.js). */
export interface Member {
  readonly host: string;
  readonly port: number;
  readonly state: 'leader' | 'follower';
  readonly alive: boolean;
}

/** client: types/index.js, `VNodeState`. */
const STATES = { follower: 6, leader: 8 } as const;

export const gossip =
  (context: Context, members: () => readonly Member[]): handleUnaryCall<Empty, ClusterInfo> =>
  (call, callback) => {
    const act = (): ClusterInfo => {
      const info = new messages.ClusterInfo();
      for (const member of members())
        info.addMembers(
          new messages.MemberInfo()
            .setInstanceId(new shared.UUID().setString('00000000-0000-4000-8000-000000000000'))
            .setTimeStamp('0')
            .setState(STATES[member.state])
            .setIsAlive(member.alive)
            .setHttpEndPoint(new messages.EndPoint().setAddress(member.host).setPort(member.port)),
        );
      return info;
    };
    underFault(context, context.faults.take('gossip'), call.getPeer(), act).then(
      (answer) => callback(null, answer),
      (error) => callback(error),
    );
  };
