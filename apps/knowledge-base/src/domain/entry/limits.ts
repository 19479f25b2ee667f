import { titleMax } from '@roadbook/decider';
import type { EntryContents } from './parts.js';

/**
 * Characters of what people and agents write. All texts of an entry together fit into one event and one message, whatever alphabet
 * they are in.
 */
export const textLimits = {
  title: titleMax,
  context: 4_000,
  content: 40_000,
  outcome: 4_000,
  impact: 4_000,
} as const satisfies Partial<Record<keyof EntryContents, number>>;

export const knownIssueLimits = { severity: 64, workaround: titleMax, targetFix: 64 } as const;

/** What has to be said; the other texts may be empty. */
export const neededTexts = ['title', 'content'] as const;
