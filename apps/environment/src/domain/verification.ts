import type { Environment } from '@roadbook/decider';

/** What an answer that goes on record was asked for, as the question says. */
export interface AskedFor {
  /** Id of the question. */
  readonly question: string;
  readonly purpose: 'promotion' | 'check';
  /** Null where it is asked about the project as such. */
  readonly version: string | null;
  readonly candidate: string | null;
  readonly environment: Environment;
  /** The deployment that the answer serves; null for a check. */
  readonly deployment: string | null;
}
