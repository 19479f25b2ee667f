import type { EnvironmentsEvent } from '../../domain/environments/events.js';
import type { ViolationRecorded } from '../../domain/violations/events.js';
import { pipelineSentences } from './pipeline-sentences.js';

/** Lists that the compiler keeps complete, each in the order of the alphabet. */
const ofEnvironments = {
  ConfigurationApplicationFailed: true,
  ConfigurationApplicationObserved: true,
  ConfigurationApplicationOrdered: true,
  ConfigurationApplied: true,
  ConfigurationAuthorizationRequested: true,
  ConfigurationChangeAuthorized: true,
  ConfigurationChangeCompleted: true,
  ConfigurationChangeConfirmed: true,
  ConfigurationChangeDenied: true,
  ConfigurationChangeProposed: true,
  ConfigurationChangeReverted: true,
  ConfigurationChangeReviewed: true,
  ConfigurationChangeWithdrawn: true,
  ConfigurationObserved: true,
  ConfigurationReversalFailed: true,
  ConfigurationReversalOrdered: true,
  ConfigurationReverted: true,
  ConfigurationWindowConfirmed: true,
  ConfigurationWindowLapsed: true,
  ConfigurationWindowProposed: true,
  DriftFound: true,
  DriftResolved: true,
  EnvironmentsOpened: true,
  ParityVerified: true,
  ScopeDeclared: true,
  ValidationDescribed: true,
} satisfies Record<EnvironmentsEvent['type'], true>;

const ofViolations = { ViolationRecorded: true } satisfies Record<ViolationRecorded['type'], true>;

/** Every type of event that can be on record. */
export const eventTypes: ReadonlySet<string> = new Set(
  Object.keys({ ...ofEnvironments, ...pipelineSentences, ...ofViolations }),
);
