import type { StreamNames } from '@roadbook/questions';
import { roadStream, streamOf, streamPrefixesOf } from '../../domain/streams.js';

/** The streams of the release service; the road of a project begins with its registration. */
export const streamNames: StreamNames = {
  of: streamOf,
  prefixesOf: streamPrefixesOf,
  opensWith: roadStream,
};
