import rpc from '@eventstore/db-client/generated/code_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type {
  BatchAppendReq,
  BatchAppendResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { Node } from '../node.js';
import type { Expected } from '../rules/appending.js';
import type { Proposed } from '../rules/record.js';
import { batchAnswer, batchError, batchNotReady } from '../wire/append-answers.js';
import { identifierOf, nameOf } from '../wire/events.js';
import { Failure } from '../wire/failures.js';
import { proposedOf, sizeOf, textOf } from '../wire/proposed.js';
import { expectedOfBatch } from './expected.js';
import { underFault } from './under-fault.js';

type Call = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

/** One append of those that share the call. */
interface Pending {
  readonly id: UUID | undefined;
  readonly stream: string;
  readonly expected: Expected;
  /** When the client's deadline is over, by the clock of the server. */
  readonly dueMs: number;
  readonly events: Proposed[];
}

/** Many appends in one call: chunks by correlation id, one answer for each, as they are done. */
export function batchAppend(node: Node, call: Call): void {
  const pending = new Map<string, Pending>();
  call.on('data', (request: BatchAppendReq) => {
    takeChunk(node, call, pending, request);
  });
  call.on('end', () => call.end());
  call.on('error', () => undefined);
}

function takeChunk(
  node: Node,
  call: Call,
  pending: Map<string, Pending>,
  request: BatchAppendReq,
): void {
  const key = textOf(request.getCorrelationId());
  const one = pending.get(key) ?? begun(node, request);
  // A chunk of an append that was dropped.
  if (!one) return;
  pending.set(key, one);
  const refused = refusalOf(node, one, request);
  if (!refused && !request.getIsFinal()) return;
  pending.delete(key);
  if (refused) call.write(addressed(refused, one));
  else perform(node, call, one);
}

function begun({ options }: Node, request: BatchAppendReq): Pending | undefined {
  const asked = request.getOptions();
  if (!asked) return undefined;
  const deadline = asked.getDeadline()?.toDate().getTime() ?? Infinity;
  return {
    id: request.getCorrelationId(),
    stream: nameOf(asked.getStreamIdentifier()),
    expected: expectedOfBatch(asked),
    dueMs: deadline - options.clockAheadMs,
    events: [],
  };
}

/** Takes the events of a chunk; the answer where the append is refused for them. */
function refusalOf(
  { options }: Node,
  { events, dueMs }: Pending,
  request: BatchAppendReq,
): BatchAppendResp | undefined {
  if (dueMs <= Date.now()) {
    return batchError(rpc.Code.DEADLINE_EXCEEDED, 'Timeout', new shared.Timeout());
  }
  try {
    events.push(...request.getProposedMessagesList().map(proposedOf));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const details = new shared.BadRequest().setMessage(error.details);
    return batchError(rpc.Code.INVALID_ARGUMENT, 'BadRequest', details);
  }
  const bytes = events.reduce((sum, event) => sum + sizeOf(event), 0);
  if (bytes <= options.appendBytesMax) return undefined;
  const details = new shared.MaximumAppendSizeExceeded().setMaxappendsize(options.appendBytesMax);
  return batchError(rpc.Code.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', details);
}

function perform(node: Node, call: Call, one: Pending): void {
  const { stream, expected, events } = one;
  const answer = (given: BatchAppendResp): void => {
    call.write(addressed(given, one));
  };
  underFault(node, node.faultOf('batch', stream), {
    write: () => batchAnswer(expected, node.appending.append(stream, expected, events)),
    answer,
    fail: (failure) => {
      call.emit('error', failure);
    },
    nothing: () => {
      call.end();
      return undefined;
    },
    wrongVersion: () => batchAnswer(expected, { is: 'wrong-version' }),
    refuseNotReady: () => {
      answer(batchNotReady());
    },
  });
}

const addressed = (answer: BatchAppendResp, { id, stream }: Pending): BatchAppendResp =>
  answer.setCorrelationId(id).setStreamIdentifier(identifierOf(stream));
