import { createHash } from 'node:crypto';
import { matching } from '@roadbook/api';
import { forms } from '@roadbook/decider';
import { canonicalJson } from '@roadbook/event-store';
import type { RollbackPlan } from '../../domain/release/parts.js';

export const planDigest = matching({
  ...forms.sha256,
  says: 'the digest of the plan as Roadbook answered it: 64 hexadecimal digits',
});

/** Identifies a rollback plan by what it says: SHA-256 over its canonical JSON (RFC 8785), in hexadecimal digits. */
export const planDigestOf = ({ method, steps, verification, validForHours }: RollbackPlan) =>
  createHash('sha256')
    .update(canonicalJson({ method, steps, verification, validForHours }))
    .digest('hex');
