import type { EnvironmentsEvent } from '../../domain/environments/events.js';
import type { PipelineEvent } from '../../domain/pipeline/events.js';
import type { ViolationRecorded } from '../../domain/violations/events.js';

/** Lists that the compiler keeps complete, each in the order of the alphabet. */
const ofEnvironments = {
  EnvironmentsOpened: true,
} satisfies Record<EnvironmentsEvent['type'], true>;

const ofPipeline = {
  PipelineOpened: true,
} satisfies Record<PipelineEvent['type'], true>;

const ofViolations = { ViolationRecorded: true } satisfies Record<ViolationRecorded['type'], true>;

/** Every type of event that can be on record. */
export const eventTypes: ReadonlySet<string> = new Set(
  Object.keys({ ...ofEnvironments, ...ofPipeline, ...ofViolations }),
);
