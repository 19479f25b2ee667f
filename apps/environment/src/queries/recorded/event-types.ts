import type { EnvironmentsEvent } from '../../domain/environments/events.js';
import type { ViolationRecorded } from '../../domain/violations/events.js';
import { pipelineSentences } from './pipeline-sentences.js';

/** Lists that the compiler keeps complete, each in the order of the alphabet. */
const ofEnvironments = {
  EnvironmentsOpened: true,
} satisfies Record<EnvironmentsEvent['type'], true>;

const ofViolations = { ViolationRecorded: true } satisfies Record<ViolationRecorded['type'], true>;

/** Every type of event that can be on record. */
export const eventTypes: ReadonlySet<string> = new Set(
  Object.keys({ ...ofEnvironments, ...pipelineSentences, ...ofViolations }),
);
