/**
 * The client's own generated messages and services, by the names of their modules. They are CommonJS whose names Node
 * cannot find, hence the default imports.
 */

export { default as gossipServices } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
export { default as gossip } from '@eventstore/db-client/generated/gossip_pb.js';
export { default as featureServices } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
export { default as features } from '@eventstore/db-client/generated/serverfeatures_pb.js';
export { default as shared } from '@eventstore/db-client/generated/shared_pb.js';
export { default as status } from '@eventstore/db-client/generated/status_pb.js';
export { default as streamServices } from '@eventstore/db-client/generated/streams_grpc_pb.js';
export { default as streams } from '@eventstore/db-client/generated/streams_pb.js';
export { default as userServices } from '@eventstore/db-client/generated/users_grpc_pb.js';
export { default as users } from '@eventstore/db-client/generated/users_pb.js';
export { default as anyPb } from 'google-protobuf/google/protobuf/any_pb.js';
export { default as emptyPb } from 'google-protobuf/google/protobuf/empty_pb.js';
