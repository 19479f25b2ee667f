import { msBetween } from '@roadbook/decider';
import type { Entry } from './state.js';

/** An entry that announced itself where it supersedes another is recorded within a moment, or never. */
const announcedMsMax = 10_000;

/**
 * The entry that was to supersede this one and did not come, so that it can be given up for another: a crash between two appends holds
 * nobody up. What a happening calls for always comes, because its message is delivered until it does.
 */
export function overdue(superseded: Entry, at: string): string | undefined {
  const { supersededBy } = superseded;
  if (!supersededBy || supersededBy.role === 'system') return undefined;
  return msBetween(supersededBy.at, at) > announcedMsMax ? supersededBy.by : undefined;
}
