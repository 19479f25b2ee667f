import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Node } from '../node.js';
import { isInvalid, readAll, readStream } from '../rules/reading.js';
import type { AllFrom } from '../rules/reading.js';
import type { Written } from '../rules/record.js';
import { eventMessage, nameOf, notFoundMessage } from '../wire/events.js';
import { failures } from '../wire/failures.js';
import { send } from './sending.js';
import type { ReadCall } from './sending.js';

/** Reads so many events and ends. */
export async function read(node: Node, call: ReadCall, options: ReadReq.Options): Promise<void> {
  const stream = nameOf(options.getStream()?.getStreamIdentifier());
  const count = BigInt(options.getCount());
  if (count > node.largestRead) node.largestRead = count;
  const fault = node.faultOf('read', stream);
  if (fault === 'silence') return;
  if (fault === 'clean-end') {
    call.end();
    return;
  }
  if (fault && fault !== 'late-answer')
    throw fault === 'not-leader' ? node.notLeader() : failures.notReady();
  // The real server pages through everything for ever, and sends nothing.
  if (options.hasAll() && count === 0n) return;
  const events = options.hasStream() ? ofStream(node, options) : ofAll(node, options);
  if (fault === 'late-answer')
    await new Promise<void>((resolve) => {
      node.faults.hold(resolve);
    });
  if (events === 'not-found') await send(call, notFoundMessage(stream));
  else for (const event of events) if (!(await send(call, eventMessage(event)))) return;
  call.end();
}

/** @throws Failure */
function ofStream({ log }: Node, options: ReadReq.Options): readonly Written[] | 'not-found' {
  const asked = options.getStream();
  const stream = nameOf(asked?.getStreamIdentifier());
  const answer = readStream(log, {
    stream,
    from: asked?.hasStart() ? 'start' : asked?.hasEnd() ? 'end' : BigInt(asked?.getRevision() ?? 0),
    backwards: isBackwards(options),
    count: Number(options.getCount()),
  });
  if (answer === 'deleted') throw failures.streamDeleted(stream);
  if (answer === 'error') throw failures.readFailed('ReadStreamResult: Error');
  return answer;
}

/** @throws Failure */
function ofAll({ log }: Node, options: ReadReq.Options): readonly Written[] {
  const from = allFrom(options);
  if (isInvalid(log, from)) throw failures.readFailed('ReadAllResult: InvalidPosition');
  const count = Number(options.getCount());
  return readAll(log, { from, backwards: isBackwards(options), count });
}

const isBackwards = (options: ReadReq.Options): boolean =>
  options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;

/** Where a read of everything, or a subscription to it, begins. */
export function allFrom(options: ReadReq.Options): AllFrom {
  const asked = options.getAll();
  if (asked?.hasStart()) return 'start';
  if (asked?.hasEnd()) return 'end';
  const position = asked?.getPosition();
  if (!position) throw failures.brokenHandler();
  return {
    commit: BigInt(position.getCommitPosition()),
    prepare: BigInt(position.getPreparePosition()),
  };
}
