import type { AppendReq, BatchAppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Expected } from '../rules/appending.js';

type Options = Pick<AppendReq.Options, 'hasNoStream' | 'hasAny' | 'hasStreamExists'>;

/** The revision that the options of an append, a delete or a tombstone name. */
export const expectedOf = (options: Options & Pick<AppendReq.Options, 'getRevision'>): Expected =>
  named(options) ?? BigInt(options.getRevision());

export const expectedOfBatch = (options: BatchAppendReq.Options): Expected =>
  named(options) ?? BigInt(options.getStreamPosition());

function named(options: Options): Exclude<Expected, bigint> | undefined {
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasAny()) return 'any';
  return options.hasStreamExists() ? 'stream_exists' : undefined;
}
