import { Command } from '@nestjs/cqrs';
import type { Origin } from '@roadbook/decider';
import type { ExpectedRevision } from '@roadbook/decisions';
import type { EntryContents } from '../domain/entry/parts.js';
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
