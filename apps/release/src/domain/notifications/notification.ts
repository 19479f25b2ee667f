import type { Environment, Role, Window } from '@roadbook/decider';
import type { RollbackPlan } from '../release/parts.js';

/** What a role has to acknowledge, and by which command. */
export interface Acknowledgement {
  /** What to do, in a sentence. */
  readonly what: string;
  /** The path of the command. */
  readonly address: string;
  /** What is acknowledged by it: one window's communication, or one rollback's. */
  readonly communication: string;
}

/** Roles are told of something in plain words. */
export interface Notification {
  readonly to: readonly Role[];
  readonly subject: string;
  readonly text: string;
  readonly about: { readonly version?: string; readonly environment?: Environment };
  /** How it is undone, for whoever has to know how before production. */
  readonly rollbackPlan: (RollbackPlan & { readonly plan: string }) | null;
  readonly acknowledge: Acknowledgement | null;
  /** The communication that nobody has to acknowledge any more. */
  readonly settles: string | null;
}

const nothingMore = { about: {}, rollbackPlan: null, acknowledge: null, settles: null };

/** @param sentences make the text, each a paragraph */
export const notification = (
  to: readonly Role[],
  subject: string,
  sentences: readonly string[],
  more: Partial<Notification> = {},
): Notification => ({ to, subject, text: sentences.join('\n\n'), ...nothingMore, ...more });

export const clientCommunication = (version: string, { start, end }: Window): string =>
  `client-communication/${version}/${start}/${end}`;

export const rollbackCommunication = (version: string, rollback: string): string =>
  `rollback-communication/${version}/${rollback}`;
