import {
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type Credentials,
  EventStoreDBClient,
  type Position as ServerPosition,
  STREAM_NAME,
} from '@eventstore/db-client';
import utils from '@eventstore/db-client/dist/utils/index.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import services from '@eventstore/db-client/generated/streams_grpc_pb.js';
import messages from '@eventstore/db-client/generated/streams_pb.js';
import type { EventStoreSettings } from './settings.ts';

const { ReadReq } = messages;
const { FilterOptions, Position } = ReadReq.Options;

/** Which streams' events: whose names begin so, or which an expression of the server's (.NET) matches. */
export type NameFilter = { readonly prefixes: readonly string[] } | { readonly regex: string };

/**
 * The client, and what the server offers but version 6 of the client does not: reading `$all` through a filter, and
 * saying which version the server is of.
 *
 * Appends are made with the credentials of the call, which makes the client use one gRPC call for each. Its other way,
 * BatchAppend, keeps the answers it waits for in one table of the process: an error of one connection rejects what is
 * under way on all, and the answer that then comes is an uncaught TypeError (mended in the successor only,
 * kurrent-io/KurrentDB-Client-NodeJS#523). Nor does it end where a server stays silent.
 */
export class EventStoreClient extends EventStoreDBClient {
  readonly credentials: Credentials;

  constructor({ hosts, isDiscovered, isInsecure, rootCertificate, credentials, discovery }: EventStoreSettings) {
    const security = isInsecure ? { insecure: true } : { insecure: false, ...rootCertificate };
    const known = credentials ?? undefined;
    const [first, ...others] = hosts;
    const seeds = { ...discovery, nodePreference: 'leader' } as const;
    // The client's constructor is overloaded, one signature a kind of place.
    if (isDiscovered) super({ ...seeds, discover: first }, security, known);
    else if (others.length > 0) super({ ...seeds, endpoints: [...hosts] }, security, known);
    else super({ endpoint: `${first.address}:${first.port}` }, security, known);
    // Without TLS the client sends none, whatever they are.
    this.credentials = credentials ?? { username: '', password: '' };
  }

  /** Of `$all` in order, from a position on, that position included; fewer than asked for mean that there are no more. */
  async filteredPage(
    from: ServerPosition | 'start',
    filter: NameFilter,
    count: number,
    milliseconds: number,
  ): Promise<readonly AllStreamResolvedEvent[]> {
    const request = filteredRead(from, filter, count);
    const open = this.GRPCStreamCreator(services.StreamsClient, 'readFiltered', (client) =>
      client.read(request, ...this.callArguments({}, { deadline: this.createDeadline(milliseconds) })),
    );
    const found: AllStreamResolvedEvent[] = [];
    for await (const response of (await open()) as AsyncIterable<InstanceType<typeof messages.ReadResp>>) {
      const event = response.getEvent();
      if (event !== undefined) found.push(utils.convertGrpcEvent(event) as AllStreamResolvedEvent);
    }
    return found;
  }

  filteredSubscription(
    from: ServerPosition | 'start',
    filter: NameFilter,
    reached: (position: ServerPosition) => void,
  ): AllStreamSubscription {
    const checkpointReached = (_: AllStreamSubscription, at: ServerPosition): void => reached(at);
    const common = { filterOn: STREAM_NAME, checkpointInterval: 1, checkpointReached } as const;
    const names = 'regex' in filter ? { regex: filter.regex } : { prefixes: [...filter.prefixes] };
    return this.subscribeToAll({ fromPosition: from, filter: { ...common, ...names } });
  }

  /** Such as `24.10.1`; `unknown` if the server does not say. */
  async serverVersion(): Promise<string> {
    return (await this.capabilities).serverVersion;
  }
}

const filteredRead = (
  from: ServerPosition | 'start',
  filter: NameFilter,
  count: number,
): InstanceType<typeof ReadReq> => {
  const all = new ReadReq.Options.AllOptions();
  if (from === 'start') all.setStart(new shared.Empty());
  else {
    const { commit, prepare } = from;
    all.setPosition(new Position().setCommitPosition(String(commit)).setPreparePosition(String(prepare)));
  }
  const expression = new FilterOptions.Expression();
  if ('regex' in filter) expression.setRegex(filter.regex);
  else expression.setPrefixList([...filter.prefixes]);
  const options = new ReadReq.Options()
    .setAll(all)
    .setReadDirection(ReadReq.Options.ReadDirection.FORWARDS)
    .setResolveLinks(false)
    .setCount(String(count))
    .setUuidOption(new ReadReq.Options.UUIDOption().setString(new shared.Empty()))
    .setFilter(
      new FilterOptions()
        .setStreamIdentifier(expression)
        .setCount(new shared.Empty())
        .setCheckpointintervalmultiplier(1),
    );
  return new ReadReq().setOptions(options);
};
