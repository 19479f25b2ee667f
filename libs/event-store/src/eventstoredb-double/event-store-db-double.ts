import gossip from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import streams from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import type { sendUnaryData, UntypedServiceImplementation } from '@grpc/grpc-js';
import { Node } from './node.js';
import type { DoubleOptions, Security } from './node.js';
import { append } from './service/append.js';
import { batchAppend } from './service/batch.js';
import { deleteStream, tombstoneStream } from './service/delete.js';
import { clusterInfo, supportedMethods } from './service/features.js';
import { guarded } from './service/guarded.js';
import { answerRead } from './service/reads.js';

/** What the real server takes in one message; more than a gRPC server takes by default. */
const messageBytesMax = 16_767_216;

/**
 * Speaks the wire protocol of EventStoreDB, for tests: same rules, same answers, kept in memory only. What it holds survives that it is
 * stopped and started again, and nothing else.
 */
export class EventStoreDbDouble {
  private readonly node: Node;
  private server?: Server;
  private port = 0;

  constructor(private readonly options: DoubleOptions = {}) {
    this.node = new Node(options);
  }

  /** Started, on a port of this machine that was free. */
  static async started(options: DoubleOptions = {}): Promise<EventStoreDbDouble> {
    const double = new EventStoreDbDouble(options);
    await double.start();
    return double;
  }

  /** For a client; with TLS, it has to be given the certificate, too. */
  get url(): string {
    const { security } = this.options;
    const host = `127.0.0.1:${this.port}`;
    return security
      ? `esdb://${security.username}:${security.password}@${host}?tls=true`
      : `esdb://${host}?tls=false`;
  }

  get faults() {
    return this.node.faults;
  }

  /** What was written, in order. */
  get log() {
    return this.node.log;
  }

  /** Those that are open. */
  get subscriptions() {
    return this.node.subscriptions;
  }

  /** How many calls of each kind came in. */
  get calls() {
    return this.node.calls;
  }

  /** Listens, after a stop on the same port as before. */
  async start(port = this.port): Promise<void> {
    const server = new Server({ 'grpc.max_receive_message_length': messageBytesMax });
    server.addService(streams.StreamsService, this.streamsService());
    server.addService(features.ServerFeaturesService, {
      getSupportedMethods: (_: unknown, answer: sendUnaryData<SupportedMethods>) => {
        supportedMethods(this.node, answer);
      },
    });
    server.addService(gossip.GossipService, {
      read: (_: unknown, answer: sendUnaryData<ClusterInfo>) => {
        clusterInfo(this.node, answer);
      },
    });
    this.port = await bound(server, port, this.options.security);
    this.node.leader = { host: '127.0.0.1', port: this.port };
    this.server = server;
  }

  /** Breaks every call and listens no more. Ids that are remembered for appends without an exact revision are forgotten. */
  stop(): void {
    this.server?.forceShutdown();
    this.server = undefined;
    this.node.ids.forget();
  }

  /** The most events that a read asked for. */
  get largestRead(): bigint {
    return this.node.largestRead;
  }

  private streamsService(): UntypedServiceImplementation {
    const { node } = this;
    const service = {
      append: append.bind(undefined, node),
      batchAppend: batchAppend.bind(undefined, node),
      read: answerRead.bind(undefined, node),
      delete: deleteStream.bind(undefined, node),
      tombstone: tombstoneStream.bind(undefined, node),
    };
    return guarded(service as unknown as Parameters<typeof guarded>[0], this.options.security);
  }
}

const bound = (server: Server, port: number, security?: Security): Promise<number> =>
  new Promise((resolve, reject) => {
    const credentials = security
      ? ServerCredentials.createSsl(null, [
          { cert_chain: Buffer.from(security.certificate), private_key: Buffer.from(security.key) },
        ])
      : ServerCredentials.createInsecure();
    server.bindAsync(`127.0.0.1:${port}`, credentials, (error, free) => {
      if (error) reject(error);
      else resolve(free);
    });
  });
