import type { Provider } from '@nestjs/common';
import { searchOver } from '@roadbook/questions';
import { GetConfigurationChangeHandler } from './configuration-changes/get-configuration-change.js';
import { ListConfigurationChangesHandler } from './configuration-changes/list-configuration-changes.js';
import { EnvironmentRows } from './environment-rows.js';
import { EnvironmentsAt } from './environments/environments-at.js';
import { GetConfigurationHandler } from './environments/get-configuration.js';
import { GetEnvironmentsHandler } from './environments/get-environments.js';
import { ListSettingsHandler } from './environments/list-settings.js';
import { StandingEnvironments } from './environments/standing.js';
import { GetParityHandler } from './parity/get-parity.js';
import { ListDriftsHandler } from './parity/list-drifts.js';
import { ListParityChecksHandler } from './parity/list-parity-checks.js';
import { Past } from './past.js';
import { GetPipelineChangeHandler } from './pipeline/get-pipeline-change.js';
import { GetPipelineHandler } from './pipeline/get-pipeline.js';
import { ListPipelineChangesHandler } from './pipeline/list-pipeline-changes.js';
import { eventTypes } from './recorded/event-types.js';
import { streamNames } from './recorded/stream-names.js';
import { GetHistoryHandler } from './recorded/get-history.js';
import { ListViolationsHandler } from './violations/list-violations.js';

/** Everything that answers questions. It needs EventStore, Decisions, ReadModel and Clock. */
export const queryHandlers: Provider[] = [
  EnvironmentRows,
  EnvironmentsAt,
  searchOver({ streams: streamNames, types: eventTypes }),
  GetConfigurationChangeHandler,
  GetConfigurationHandler,
  GetEnvironmentsHandler,
  GetHistoryHandler,
  GetParityHandler,
  GetPipelineChangeHandler,
  GetPipelineHandler,
  ListConfigurationChangesHandler,
  ListDriftsHandler,
  ListParityChecksHandler,
  ListPipelineChangesHandler,
  ListSettingsHandler,
  ListViolationsHandler,
  Past,
  StandingEnvironments,
];
