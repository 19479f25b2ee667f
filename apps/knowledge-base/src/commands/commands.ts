import { Command } from '@nestjs/cqrs';
import type { Origin } from '@roadbook/decider';
import type { ExpectedRevision, Outcome } from '@roadbook/decisions';
import type { Author, EntryContents, Tells } from '../domain/entry/parts.js';
import type { Written } from './written.js';

/** Somebody writes an entry, in the place of another one where they say so. */
export class WriteEntry extends Command<Written> {
  constructor(
    readonly project: string,
    readonly contents: EntryContents,
    /** The entry that no longer stands then; null for none. */
    readonly supersedes: string | null,
    readonly origin: Origin,
    readonly expected?: ExpectedRevision,
  ) {
    super();
  }
}

/** What a happening of the contract says, as an entry. */
export interface Happening {
  readonly project: string;
  readonly tells: Tells;
  /** Whose deed it tells. */
  readonly author: Author;
  readonly contents: EntryContents;
  /** The event that no longer stands since this one, where it had an entry of the same happening; null for none. */
  readonly replaces: string | null;
}

/** A happening calls for its entry. */
export class RecordHappening extends Command<Written> {
  constructor(
    readonly happening: Happening,
    readonly origin: Origin,
  ) {
    super();
  }
}

/** The release service has registered a project. */
export class HearOfProject extends Command<Outcome> {
  constructor(
    readonly project: string,
    readonly name: string,
    readonly origin: Origin,
  ) {
    super();
  }
}
