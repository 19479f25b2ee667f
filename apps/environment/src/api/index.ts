import { AuditController } from './audit/audit.controller.js';
import { PipelineReadsController } from './pipeline/pipeline-reads.controller.js';
import { PipelineController } from './pipeline/pipeline.controller.js';

/** In the order of the alphabet. */
export const controllers = [AuditController, PipelineController, PipelineReadsController];
