import type { RowsOfServices } from '@roadbook/service/tools';
import * as environment from '../apps/environment/src/projections/index.js';
import * as knowledgeBase from '../apps/knowledge-base/src/projections/index.js';
import * as release from '../apps/release/src/projections/index.js';

/** What the services show: for commands that do without their routes, which take more memory than a rebuild. */
export const rowsOfServices: RowsOfServices = [release, environment, knowledgeBase].map(
  ({ service: name, projections }) => ({ name, projections }),
);
