import type { ActorId, Role, EntryType, Visibility, Decay } from '@roadbook/decider';

/** What release notes say of an issue beside its title. */
export interface KnownIssue {
  readonly severity: string;
  readonly workaround: string;
  /** The version that is to bring the fix. */
  readonly targetFix: string;
}

/** What an entry says. */
export interface EntryContents {
  readonly type: EntryType;
  readonly visibility: Visibility;
  readonly decay: Decay;
  readonly title: string;
  /** What was the case. */
  readonly context: string;
  /** What there is to know. */
  readonly content: string;
  /** What was decided, or came of it. */
  readonly outcome: string;
  readonly impact: string;
  /** The release that it is about; null where it is about none. */
  readonly version: string | null;
  readonly knownIssue: KnownIssue | null;
}

/** Who wrote it, or whose deed it tells. */
export interface Author {
  readonly actor: ActorId;
  readonly role: Role;
}

/** The entry that no longer stands, and who may see that one: it is told here, because the link is told to nobody else. */
export interface Superseded {
  readonly entry: string;
  readonly visibility: Visibility;
}

/** What an entry was written about by Roadbook itself: a happening of the contract, and the event of the service that had it. */
export interface Tells {
  readonly happening: string;
  readonly event: string;
}
