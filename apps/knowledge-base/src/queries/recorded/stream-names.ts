import type { StreamNames } from '@roadbook/questions';
import { projectStream, streamOf, streamPrefixesOf } from '../../domain/streams.js';

/** The streams of the knowledge base; it knows a project from its registration on. */
export const streamNames: StreamNames = {
  of: streamOf,
  prefixesOf: streamPrefixesOf,
  opensWith: projectStream,
};
