import type { Projection } from '@roadbook/read-model';
import { checklists } from './checklist/checklist.js';
import { deadlines } from './deadlines/deadlines.js';
import { deploymentRequests } from './deployment-requests/deployment-requests.js';
import { deploymentLogs, rollbackReports } from './documents.js';
import { notifications } from './notifications/notifications.js';
import { projects } from './projects/projects.js';
import { releaseHistory } from './release-history/release-history.js';
import { releaseList } from './release-list/release-list.js';
import { violations } from './violations/violations.js';

/** The service whose rows these are. */
export const service = 'release';

/** Everything that the release service shows, as its read model keeps it. */
export const projections: readonly Projection[] = [
  releaseList,
  checklists,
  releaseHistory,
  deploymentLogs,
  rollbackReports,
  deploymentRequests,
  deadlines,
  violations,
  projects,
  notifications,
];
