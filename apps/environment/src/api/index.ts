import { AuditController } from './audit/audit.controller.js';
import { ConfigurationApplicationsController } from './configuration-changes/applications.controller.js';
import { ConfigurationChangeReadsController } from './configuration-changes/change-reads.controller.js';
import { ConfigurationChangesController } from './configuration-changes/changes.controller.js';
import { ConfigurationProductionController } from './configuration-changes/production.controller.js';
import { EnvironmentsController } from './environments/environments.controller.js';
import { ParityController } from './parity/parity.controller.js';
import { PipelineReadsController } from './pipeline/pipeline-reads.controller.js';
import { PipelineController } from './pipeline/pipeline.controller.js';
import { SettingsController } from './settings/settings.controller.js';

/** In the order of the alphabet. */
export const controllers = [
  AuditController,
  ConfigurationApplicationsController,
  ConfigurationChangeReadsController,
  ConfigurationChangesController,
  ConfigurationProductionController,
  EnvironmentsController,
  ParityController,
  PipelineController,
  PipelineReadsController,
  SettingsController,
];
