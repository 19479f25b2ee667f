import type { Provider } from '@nestjs/common';
import { EnvironmentRows } from './environment-rows.js';
import { Past } from './past.js';
import { GetPipelineChangeHandler } from './pipeline/get-pipeline-change.js';
import { GetPipelineHandler } from './pipeline/get-pipeline.js';
import { ListPipelineChangesHandler } from './pipeline/list-pipeline-changes.js';
import { FindEventsHandler } from './recorded/find-events.js';
import { GetHistoryHandler } from './recorded/get-history.js';
import { ListViolationsHandler } from './violations/list-violations.js';

/** Everything that answers questions. It needs EventStore, ReadModel and Clock. */
export const queryHandlers: Provider[] = [
  EnvironmentRows,
  FindEventsHandler,
  GetHistoryHandler,
  GetPipelineChangeHandler,
  GetPipelineHandler,
  ListPipelineChangesHandler,
  ListViolationsHandler,
  Past,
];
