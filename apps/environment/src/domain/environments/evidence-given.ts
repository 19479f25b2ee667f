import { guard, isEvidence } from '@roadbook/decider';
import type { Condition, Evidence } from '@roadbook/decider';

/** A report carries what it rests on. */
export const evidenceIsGiven: Condition<{ command: { evidence: Evidence } }> = guard(
  'evidence-given',
  {},
  ({ command: { evidence } }) =>
    isEvidence(evidence) ? undefined : 'a report rests on evidence: a link, a digest or a note',
);
