import type { StoredEvent } from '@roadbook/event-store';
import { projection } from '@roadbook/read-model';
import { releaseKeyOf } from '../release-key.js';
import { applyToDeploymentRequests } from './apply.js';
import { types } from './asked.js';
import type { Asked } from './asked.js';
import type { DeploymentRequestsRow } from './row.js';

/** What deployers have to do, with everything needed to act. Those that are open are found by project. */
export const deploymentRequests = projection({
  name: 'deployment-requests',
  version: 1,
  types,
  keyOf: releaseKeyOf,
  apply: (row: DeploymentRequestsRow | undefined, event) =>
    applyToDeploymentRequests(row, asked(event), event.stream),
  columns: {
    open: {
      type: 'integer',
      of: ({ deployment, rollback }) => ((deployment ?? rollback) ? 1 : 0),
    },
    project: { type: 'text', of: ({ project }) => project },
    environment: {
      type: 'text',
      nullable: true,
      of: ({ deployment, rollback }) =>
        rollback ? 'production' : (deployment?.environment ?? null),
    },
    askedPosition: { type: 'integer', of: ({ askedPosition }) => askedPosition },
  },
  indexes: [['open', 'project', 'askedPosition']],
});

const asked = (event: StoredEvent): Asked => event as unknown as Asked;
