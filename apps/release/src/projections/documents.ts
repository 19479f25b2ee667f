import { projection, recorded } from '@roadbook/read-model';
import type { ReleaseEvent, ReleaseEventType } from '../domain/release/events.js';
import { applyToDeploymentLog } from './deployment-log/apply.js';
import type { DeploymentLogRow } from './deployment-log/row.js';
import { releaseKeyOf } from './release-key.js';
import { applyToRollbackReport } from './rollback-report/apply.js';
import type { RollbackReportRow } from './rollback-report/row.js';

/** What the deployment logs of each release are made of. */
export const deploymentLogs = projection({
  name: 'deployment-log',
  version: 2,
  types: [
    'ReleasePlanned',
    'TicketsRetargeted',
    'RollbackPlanWritten',
    'DeploymentLogPrepared',
    'PromotionAuthorized',
    'ProductionAuthorized',
    'AuthorizationsVoided',
    'DeploymentLogEntryOpened',
    'DeploymentClaimed',
    'DeploymentReported',
    'ChecksReported',
    'DeadlineMissed',
    'DeploymentWithdrawn',
    'PromotionEnded',
    'PromotionOverturned',
    'FailureDiagnosed',
    'RollbackStarted',
    'DeploymentLogClosed',
  ] satisfies ReleaseEventType[],
  keyOf: releaseKeyOf,
  apply: (row: DeploymentLogRow | undefined, event) =>
    applyToDeploymentLog(row, recorded<ReleaseEvent>(event)),
  columns: {},
  indexes: [],
});

/** What the rollback report of each release is made of. */
export const rollbackReports = projection({
  name: 'rollback-report',
  version: 3,
  types: [
    'ReleasePlanned',
    'RollbackPlanWritten',
    'RollbackStarted',
    'RollbackStepsReported',
    'RollbackChecksReported',
    'RollbackIncomplete',
    'RollbackBudgetOverrun',
    'RollbackCompleted',
    'RollbackCommunicationAcknowledged',
    'RollbackReviewScheduled',
  ] satisfies ReleaseEventType[],
  keyOf: releaseKeyOf,
  apply: (row: RollbackReportRow | undefined, event) =>
    applyToRollbackReport(row, recorded<ReleaseEvent>(event)),
  columns: {},
  indexes: [],
});
