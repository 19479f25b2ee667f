import type { ActorId, Role } from '@roadbook/decider';

/** One thing that happened to a release. */
export interface HistoryLine {
  /** Id of the event: what a met condition points to. */
  readonly id: string;
  readonly revision: number;
  readonly type: string;
  /** Recorded time. */
  readonly at: string;
  /** The reporter's time, where one was given. */
  readonly occurredAt?: string;
  readonly actor: ActorId;
  readonly role: Role;
  /** What happened, as a sentence without its subject. Contains text from outside. */
  readonly what: string;
}

/** How many lines stand together, so that a long history is not written anew with every line. */
export const chapterLines = 25;

/** A part of a release's history: the lines of revisions `chapterLines * n` up to the next multiple. */
export interface HistoryChapter {
  readonly lines: readonly HistoryLine[];
}
