import rpc from '@eventstore/db-client/generated/code_pb.js';
import type { Code } from '@eventstore/db-client/generated/code_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import rpcStatus from '@eventstore/db-client/generated/status_pb.js';
import type { Status } from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendResp, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import type { Message } from 'google-protobuf';
import type { Expected, Outcome } from '../rules/appending.js';
import { failures } from './failures.js';

/** @throws Failure where the answer is an error. */
export function appendAnswer(stream: string, expected: Expected, outcome: Outcome): AppendResp {
  const answer = new streams.AppendResp();
  if (outcome.is === 'deleted') throw failures.streamDeleted(stream);
  if (outcome.is === 'wrong-version') {
    return answer.setWrongExpectedVersion(wrongVersion(expected, outcome.current));
  }
  const success = new streams.AppendResp.Success();
  if (outcome.revision === undefined) success.setNoStream(new shared.Empty());
  else success.setCurrentRevision(outcome.revision.toString());
  if (outcome.position === undefined) success.setNoPosition(new shared.Empty());
  else success.setPosition(at(new streams.AppendResp.Position(), outcome.position));
  return answer.setSuccess(success);
}

function wrongVersion(expected: Expected, current: bigint | undefined) {
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (current === undefined) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(current.toString());
  if (typeof expected === 'bigint') return wrong.setExpectedRevision(expected.toString());
  if (expected === 'no_stream') return wrong.setExpectedNoStream(new shared.Empty());
  if (expected === 'any') return wrong.setExpectedAny(new shared.Empty());
  return wrong.setExpectedStreamExists(new shared.Empty());
}

/** The same outcome as a part of a call that many appends share: errors are statuses inside of it. */
export function batchAnswer(expected: Expected, outcome: Outcome): BatchAppendResp {
  if (outcome.is === 'deleted') {
    return batchError(rpc.Code.NOT_FOUND, 'StreamDeleted', new shared.StreamDeleted());
  }
  if (outcome.is === 'wrong-version') {
    const details = wrongVersionDetails(expected, outcome.current);
    return batchError(rpc.Code.ALREADY_EXISTS, 'WrongExpectedVersion', details);
  }
  const success = new streams.BatchAppendResp.Success();
  if (outcome.revision === undefined) success.setNoStream(new empty.Empty());
  else success.setCurrentRevision(outcome.revision.toString());
  if (outcome.position === undefined) success.setNoPosition(new empty.Empty());
  else success.setPosition(at(new shared.AllStreamPosition(), outcome.position));
  return new streams.BatchAppendResp().setSuccess(success);
}

function wrongVersionDetails(expected: Expected, current: bigint | undefined) {
  const wrong = new shared.WrongExpectedVersion();
  if (current === undefined) wrong.setCurrentNoStream(new empty.Empty());
  else wrong.setCurrentStreamRevision(current.toString());
  if (typeof expected === 'bigint') return wrong.setExpectedStreamPosition(expected.toString());
  if (expected === 'no_stream') return wrong.setExpectedNoStream(new empty.Empty());
  if (expected === 'any') return wrong.setExpectedAny(new empty.Empty());
  return wrong.setExpectedStreamExists(new empty.Empty());
}

/** An error of one append among others, named by the type of its details. */
export function batchError(code: Code, message: string, details: Message): BatchAppendResp {
  const packed = new any.Any();
  packed.pack(details.serializeBinary(), `event_store.client.${message}`);
  return new streams.BatchAppendResp().setError(statusOf(code, message, packed));
}

/** How a server that cannot take appends just now says so in a batch: code 0, and details without content. */
export function batchNotReady(): BatchAppendResp {
  const packed = new any.Any();
  packed.pack(new empty.Empty().serializeBinary(), 'google.protobuf.Empty');
  return new streams.BatchAppendResp().setError(
    statusOf(rpc.Code.OK, 'Server Is Not Ready', packed),
  );
}

const statusOf = (code: Code, message: string, details: InstanceType<typeof any.Any>): Status =>
  new rpcStatus.Status().setCode(code).setMessage(message).setDetails(details);

interface Placed<Self> {
  setCommitPosition(value: string): Self;
  setPreparePosition(value: string): Self;
}

const at = <Position extends Placed<Position>>(position: Position, offset: number): Position =>
  position.setCommitPosition(String(offset)).setPreparePosition(String(offset));
