export interface TicketOfRelease {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly ui?: boolean;
  readonly securityScope?: readonly string[];
}

/** One release as it is planned. */
export interface ReleaseToWalk {
  readonly version: string;
  readonly kind: 'standard' | 'hotfix';
  readonly commit: string;
  readonly tickets: readonly TicketOfRelease[];
  readonly migrationNotes: readonly string[];
  /** When all of it is said to have happened; now without it. */
  readonly occurredAt?: string;
}

export type Environment = 'dev' | 'qa' | 'staging' | 'production';
