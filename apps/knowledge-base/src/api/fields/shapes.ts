import { matching } from '@roadbook/api';
import { versionMax } from '../../domain/entry/limits.js';

export const semanticVersion = matching(
  /^(?:0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8})(?:-(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*))*)?$/,
  versionMax,
  'a semantic version such as 1.4.0 or 1.4.0-rc.1, without a leading v or build metadata',
);

export const actorId = matching(
  /^[0-9A-Za-z][0-9A-Za-z_.:@-]{0,127}$/,
  128,
  'an actor by the id that Roadbook derived: at most 128 characters without spaces',
);
