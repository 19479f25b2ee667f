import { derivedId } from '@roadbook/process';

/** What the knowledge base writes an entry about. */
interface Happening {
  /** The name of the message that tells it: `rollback-ended`. */
  readonly happening: string;
  /** The id of the event, in the service that had it. */
  readonly event: string;
}

/**
 * The id of the entry that a happening calls for: the same however often, and in whatever order, it is heard of, so that whoever had the
 * happening can point at its entry without asking for it.
 */
export const entryOfHappening = (project: string, { happening, event }: Happening): string =>
  derivedId(event, `${project} ${happening}`);
