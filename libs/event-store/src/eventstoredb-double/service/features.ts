import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { sendUnaryData } from '@grpc/grpc-js';
import type { Node } from '../node.js';
import { failures } from '../wire/failures.js';

/** A UUID in two halves, as gossip has it. */
const nodeId = {
  most: BigInt.asIntN(64, 0x0b0f_2c7e_8a53_4c6bn).toString(),
  least: BigInt.asIntN(64, 0x9f53_1f0e_7c9d_2a11n).toString(),
};

/** What a client asks once for each connection, before its first append. */
export function supportedMethods(node: Node, answer: sendUnaryData<SupportedMethods>): void {
  const fault = node.faultOf('features');
  if (fault === 'silence') return;
  if (fault) {
    answer(failures.notReady());
    return;
  }
  const batch = new features.SupportedMethod()
    .setServiceName('event_store.client.streams.streams')
    .setMethodName('batchappend')
    .setFeaturesList(['deadline_duration']);
  const version = `${node.options.version}.0`;
  answer(
    null,
    new features.SupportedMethods().setMethodsList([batch]).setEventStoreServerVersion(version),
  );
}

/** A cluster of one node. */
export function clusterInfo({ leader }: Node, answer: sendUnaryData<ClusterInfo>): void {
  const structured = new shared.UUID.Structured()
    .setMostSignificantBits(nodeId.most)
    .setLeastSignificantBits(nodeId.least);
  const member = new gossip.MemberInfo()
    .setInstanceId(new shared.UUID().setStructured(structured))
    .setTimeStamp((BigInt(Date.now()) * 10_000n).toString())
    .setState(gossip.MemberInfo.VNodeState.LEADER)
    .setIsAlive(true)
    .setHttpEndPoint(new gossip.EndPoint().setAddress(leader.host).setPort(leader.port));
  answer(null, new gossip.ClusterInfo().setMembersList([member]));
}
