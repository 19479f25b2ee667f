import streams from '@eventstore/db-client/generated/streams_pb.js';
import type {
  DeleteReq,
  DeleteResp,
  TombstoneReq,
  TombstoneResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import type { Node } from '../node.js';
import type { Expected, Outcome } from '../rules/appending.js';
import { softDelete, tombstone } from '../rules/deleting.js';
import { nameOf } from '../wire/events.js';
import { failures } from '../wire/failures.js';
import type { Failure } from '../wire/failures.js';
import { expectedOf } from './expected.js';

export function deleteStream(
  { log }: Node,
  { request }: ServerUnaryCall<DeleteReq, DeleteResp>,
  answer: sendUnaryData<DeleteResp>,
): void {
  const { stream, expected } = askedOf(request);
  const outcome = softDelete(log, stream, expected);
  const failure = failureOf(stream, expected, outcome);
  if (failure) {
    answer(failure);
    return;
  }
  const deleted = new streams.DeleteResp();
  const at = new streams.DeleteResp.Position();
  const position = positionIn(outcome);
  if (position === undefined) deleted.setNoPosition(new shared.Empty());
  else deleted.setPosition(at.setCommitPosition(position).setPreparePosition(position));
  answer(null, deleted);
}

export function tombstoneStream(
  { log }: Node,
  { request }: ServerUnaryCall<TombstoneReq, TombstoneResp>,
  answer: sendUnaryData<TombstoneResp>,
): void {
  const { stream, expected } = askedOf(request);
  const outcome = tombstone(log, stream, expected);
  const failure = failureOf(stream, expected, outcome);
  if (failure) {
    answer(failure);
    return;
  }
  const at = new streams.TombstoneResp.Position();
  const position = positionIn(outcome) ?? '0';
  answer(
    null,
    new streams.TombstoneResp().setPosition(
      at.setCommitPosition(position).setPreparePosition(position),
    ),
  );
}

function askedOf(request: DeleteReq | TombstoneReq): { stream: string; expected: Expected } {
  const options = request.getOptions();
  const expected = options ? expectedOf(options) : 'any';
  return { stream: nameOf(options?.getStreamIdentifier()), expected };
}

function failureOf(stream: string, expected: Expected, outcome: Outcome): Failure | undefined {
  if (outcome.is === 'success') return undefined;
  if (outcome.is === 'deleted') return failures.streamDeleted(stream);
  const actual = (outcome.current ?? -1n).toString();
  return failures.wrongExpectedVersion(stream, numberOf(expected).toString(), actual);
}

const numberOf = (expected: Expected): bigint => {
  if (typeof expected === 'bigint') return expected;
  return { no_stream: -1n, any: -2n, stream_exists: -4n }[expected];
};

const positionIn = (outcome: Outcome): string | undefined =>
  outcome.is === 'success' && outcome.position !== undefined ? String(outcome.position) : undefined;
