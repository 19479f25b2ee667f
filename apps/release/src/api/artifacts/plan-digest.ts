import { createHash } from 'node:crypto';
import { canonicalJson } from '@roadbook/event-store';
import type { RollbackPlan } from '../../domain/release/parts.js';

/** Identifies a rollback plan by what it says: SHA-256 over its canonical JSON (RFC 8785), in hexadecimal digits. */
export const planDigestOf = ({ method, steps, verification, validForHours }: RollbackPlan) =>
  createHash('sha256')
    .update(canonicalJson({ method, steps, verification, validForHours }))
    .digest('hex');
