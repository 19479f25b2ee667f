import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { sendUnaryData, ServerReadableStream } from '@grpc/grpc-js';
import type { Node } from '../node.js';
import type { Expected } from '../rules/appending.js';
import type { Proposed } from '../rules/record.js';
import { appendAnswer } from '../wire/append-answers.js';
import { nameOf } from '../wire/events.js';
import { Failure, failures } from '../wire/failures.js';
import { proposedOf, sizeOf } from '../wire/proposed.js';
import { expectedOf } from './expected.js';
import { underFault } from './under-fault.js';

interface Asked {
  stream: string;
  expected: Expected;
  readonly events: Proposed[];
}

/** One append in a call of its own: options first, then an event a message, answered when the client is done. */
export function append(
  node: Node,
  call: ServerReadableStream<AppendReq, AppendResp>,
  answer: sendUnaryData<AppendResp>,
): void {
  const asked: Asked = { stream: '', expected: 'any', events: [] };
  let refused: Failure | undefined;
  call.on('data', (request: AppendReq) => {
    try {
      take(request, asked);
    } catch (error) {
      refused ??= error instanceof Failure ? error : failures.brokenHandler();
    }
  });
  call.on('end', () => {
    // A call that was broken off ends here too, with a part of its events, and is only then known to be cancelled.
    setImmediate(() => {
      if (call.cancelled) return;
      refused ??= tooLarge(node, asked);
      if (refused) answer(refused);
      else perform(node, asked, answer);
    });
  });
  call.on('error', () => undefined);
}

function take(request: AppendReq, asked: Asked): void {
  const options = request.getOptions();
  if (options) {
    asked.stream = nameOf(options.getStreamIdentifier());
    asked.expected = expectedOf(options);
    if (asked.stream === '' || asked.stream === '$$') throw failures.brokenHandler();
  }
  const message = request.getProposedMessage();
  if (message) asked.events.push(proposedOf(message));
}

function tooLarge({ options }: Node, { events }: Asked): Failure | undefined {
  const bytes = events.reduce((sum, event) => sum + sizeOf(event), 0);
  return bytes > options.appendBytesMax
    ? failures.appendTooLarge(options.appendBytesMax)
    : undefined;
}

function perform(node: Node, asked: Asked, answer: sendUnaryData<AppendResp>): void {
  const { stream, expected, events } = asked;
  underFault(node, node.faultOf('append', stream), {
    write: () => appendAnswer(stream, expected, node.appending.append(stream, expected, events)),
    answer: (given) => {
      answer(null, given);
    },
    fail: (failure) => {
      answer(failure);
    },
    nothing: () => new streams.AppendResp(),
    wrongVersion: () => appendAnswer(stream, expected, { is: 'wrong-version' }),
    refuseNotReady: () => {
      answer(failures.notReady());
    },
  });
}
