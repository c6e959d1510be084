import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import type { handleUnaryCall, ServiceDefinition } from '@grpc/grpc-js';
import { type Context, underFault } from './context.ts';
import { featureServices, features, gossipServices, streamServices } from './generated.ts';

/** What the server says that it can do, from which the client chooses how to append (client: Client/ServerFeatures.js). */
export interface Version {
  readonly version: string;
  /** Whether appends may go by the newer call, as by every server since 21.10. */
  readonly batchAppend: boolean;
}

export const supportedMethods =
  (context: Context, version: Version): handleUnaryCall<Empty, SupportedMethods> =>
  (call, callback) => {
    const act = (): SupportedMethods => methodsOf(version);
    underFault(context, context.faults.take('features'), call.getPeer(), act).then(
      (answer) => callback(null, answer),
      (error) => callback(error),
    );
  };

/** Names in lower case (server: Services/Transport/Grpc/ServerFeatures.cs). */
const methodsOf = ({ version, batchAppend }: Version): SupportedMethods => {
  const methods = new features.SupportedMethods().setEventStoreServerVersion(version);
  for (const path of [
    streamServices.StreamsService,
    gossipServices.GossipService,
    featureServices.ServerFeaturesService,
  ].flatMap(pathsOf)) {
    const [, service = '', method = ''] = path.toLowerCase().split('/');
    if (method !== 'batchappend' || batchAppend)
      methods.addMethods(new features.SupportedMethod().setServiceName(service).setMethodName(method));
  }
  return methods;
};

const pathsOf = (service: ServiceDefinition): readonly string[] => Object.values(service).map(({ path }) => path);
