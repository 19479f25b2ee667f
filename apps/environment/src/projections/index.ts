import type { Projection } from '@roadbook/read-model';
import { configurationChanges } from './configuration-changes/configuration-changes.js';
import { configurationWindows } from './configuration-windows/configuration-windows.js';
import { drifts } from './drifts/drifts.js';
import { environments } from './environments/environments.js';
import { parityChecks } from './parity-checks/parity-checks.js';
import { pipelineChanges } from './pipeline-changes/pipeline-changes.js';
import { pipelines } from './pipelines/pipelines.js';
import { violations } from './violations/violations.js';

/** The service whose rows these are. */
export const service = 'environment';

/** Everything that the environment service shows, as its read model keeps it. */
export const projections: readonly Projection[] = [
  configurationChanges,
  configurationWindows,
  drifts,
  environments,
  parityChecks,
  pipelineChanges,
  pipelines,
  violations,
];
