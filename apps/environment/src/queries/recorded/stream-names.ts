import type { StreamNames } from '@roadbook/questions';
import { unknownProject } from '../../domain/guards.js';
import { pipelineStream, streamOf, streamPrefixesOf } from '../../domain/streams.js';

/** The streams of the environment service; those of a project begin when it hears of it, the pipeline's last. */
export const streamNames: StreamNames = {
  of: streamOf,
  prefixesOf: streamPrefixesOf,
  opensWith: pipelineStream,
  unknown: unknownProject,
};
