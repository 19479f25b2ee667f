import type { PipelineCommand } from '../pipeline/commands.js';
import type { DataOf } from '../pipeline/events.js';
import type { ViolationRecorded } from './events.js';

const report = 'ReportPipelineDefinition' satisfies PipelineCommand['type'];

/**
 * The violation of hard rule 4 by whoever has put a definition in place that nobody confirmed: each time anew, also after it was reverted.
 * @param found the id of the event that tells of it
 */
export const violationOfFound = (
  found: string,
  { named, definition, missing }: DataOf<'UnannotatedPipelineChangeFound'>,
): ViolationRecorded['data'] => ({
  command: report,
  rule: 4,
  change: named,
  environment: null,
  definition,
  found,
  missing,
});
