import type { EnvironmentsEvent } from '../../domain/environments/events.js';
import type { PipelineEvent } from '../../domain/pipeline/events.js';
import type { ViolationRecorded } from '../../domain/violations/events.js';

/** Lists that the compiler keeps complete, each in the order of the alphabet. */
const ofEnvironments = {
  EnvironmentsOpened: true,
  ValidationDescribed: true,
  ScopeDeclared: true,
  ConfigurationObserved: true,
  DriftFound: true,
  DriftResolved: true,
  ParityVerified: true,
  ConfigurationChangeProposed: true,
  ConfigurationChangeConfirmed: true,
  ConfigurationChangeReviewed: true,
  ConfigurationApplicationOrdered: true,
  ConfigurationApplied: true,
  ConfigurationApplicationFailed: true,
  ConfigurationApplicationObserved: true,
  ConfigurationAuthorizationRequested: true,
  ConfigurationChangeAuthorized: true,
  ConfigurationChangeDenied: true,
  ConfigurationWindowProposed: true,
  ConfigurationWindowConfirmed: true,
  ConfigurationWindowLapsed: true,
  ConfigurationReversalOrdered: true,
  ConfigurationReverted: true,
  ConfigurationReversalFailed: true,
  ConfigurationChangeCompleted: true,
  ConfigurationChangeWithdrawn: true,
  ConfigurationChangeReverted: true,
} satisfies Record<EnvironmentsEvent['type'], true>;

const ofPipeline = {
  PipelineOpened: true,
} satisfies Record<PipelineEvent['type'], true>;

const ofViolations = { ViolationRecorded: true } satisfies Record<ViolationRecorded['type'], true>;

/** Every type of event that can be on record. */
export const eventTypes: ReadonlySet<string> = new Set(
  Object.keys({ ...ofEnvironments, ...ofPipeline, ...ofViolations }),
);
