import type { Origin } from '@roadbook/decider';
import type { ContextLine, KnownIssue } from '../release/parts.js';

/** What is asked of the knowledge base when release notes are compiled (docs/decisions/0011). */
export interface KnownIssuesQuestion {
  readonly project: string;
  readonly version: string;
  /** For whom it is asked. */
  readonly origin: Pick<Origin, 'actor' | 'role' | 'correlationId'>;
}

/** A known issue with the entry that it was drawn from. */
export type DrawnIssue = KnownIssue & Required<Pick<KnownIssue, 'entry'>>;

export interface KnownIssuesAnswer {
  /** When it was asked, by this service's clock. */
  readonly askedAt: string;
  readonly knownIssues: readonly DrawnIssue[];
  readonly context: readonly ContextLine[];
}

/** Port: what the knowledge base has for release notes. `undefined` where nobody answered in time. */
export abstract class KnownIssuesSource {
  abstract ask(question: KnownIssuesQuestion): Promise<KnownIssuesAnswer | undefined>;
}
