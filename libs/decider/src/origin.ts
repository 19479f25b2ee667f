/** The roles of the domain specification, plus `system` for what Roadbook does by itself. */
export const roles = [
  'orchestrator',
  'cio',
  'cto',
  'cqo',
  'cdo',
  'cso',
  'cpo',
  'cco',
  'deployer',
  'auditor',
  'client',
  'system',
] as const;
export type Role = (typeof roles)[number];

export const isRole = (word: string | undefined): word is Role =>
  roles.some((role) => role === word);

/** An identity, already derived from issuer and subject with a key; never a name or an address. */
export type ActorId = string;

/** The actor under whose id Roadbook records what it does by itself. */
export const systemActor: ActorId = 'system';

/**
 * Who gave a command, in which role, and when this service took it.
 * Comes from the edge that received the command, never from its body.
 */
export interface Origin {
  readonly actor: ActorId;
  readonly role: Role;
  /** Recorded time: this service's clock, ISO 8601 in UTC with milliseconds. It decides windows, deadlines and freshness. */
  readonly at: string;
  /** Identifies the command; a repeat with the same id is the same command. */
  readonly commandId: string;
  /** Everything that follows from one request carries the same correlation. */
  readonly correlationId: string;
  /** The event that led to this command, where one did. */
  readonly causationId?: string;
  /** When the reporter says it happened. Decides nothing but which of two verdicts stands. */
  readonly occurredAt?: string;
}
