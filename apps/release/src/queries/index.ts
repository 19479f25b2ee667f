import type { Provider } from '@nestjs/common';
import { searchOver } from '@roadbook/questions';
import { ReleaseRows } from './release-rows.js';
import { GetDeploymentHandler } from './deployments/get-deployment.js';
import { ListDeploymentRequestsHandler } from './deployments/list-deployment-requests.js';
import { GetChecklistHandler } from './documents/get-checklist.js';
import { GetDeploymentLogHandler } from './documents/get-deployment-log.js';
import { GetRollbackReportHandler } from './documents/get-rollback-report.js';
import { ListNotificationsHandler } from './notifications/list-notifications.js';
import { GetProjectHandler } from './projects/get-project.js';
import { ListProjectsHandler } from './projects/list-projects.js';
import { eventTypes } from './recorded/event-types.js';
import { streamNames } from './recorded/stream-names.js';
import { ListReleaseEventsHandler } from './recorded/list-release-events.js';
import { GetEligibilityHandler } from './releases/get-eligibility.js';
import { GetHistoryHandler } from './releases/get-history.js';
import { GetRehearsalHandler } from './releases/get-rehearsal.js';
import { GetReleaseHandler } from './releases/get-release.js';
import { GetRollbackPlanHandler } from './releases/get-rollback-plan.js';
import { ListReleasesHandler } from './releases/list-releases.js';
import { ListWaitingHandler } from './releases/list-waiting.js';
import { EnvironmentView } from './viewing/environment-view.js';
import { Past } from './viewing/past.js';
import { Present } from './viewing/present.js';
import { Views } from './viewing/views.js';
import { ListViolationsHandler } from './violations/list-violations.js';

/** Everything that answers questions. It needs EventStore, ReadModel, Decisions, EnvironmentAnswersSource, Clock and Ids. */
export const queryHandlers: Provider[] = [
  ReleaseRows,
  Present,
  Past,
  Views,
  EnvironmentView,
  ListReleasesHandler,
  GetReleaseHandler,
  GetEligibilityHandler,
  GetHistoryHandler,
  ListWaitingHandler,
  GetChecklistHandler,
  GetDeploymentLogHandler,
  GetRollbackReportHandler,
  GetRollbackPlanHandler,
  GetRehearsalHandler,
  GetDeploymentHandler,
  ListDeploymentRequestsHandler,
  ListViolationsHandler,
  ListNotificationsHandler,
  ListProjectsHandler,
  GetProjectHandler,
  ListReleaseEventsHandler,
  searchOver({ streams: streamNames, types: eventTypes }),
];
