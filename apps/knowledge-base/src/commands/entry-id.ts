import type { Origin } from '@roadbook/decider';
import { derivedId } from '@roadbook/process';
import type { Tells } from '../domain/entry/parts.js';

/** The id of what somebody writes: a repeat of the command is the same entry. */
export const entryOfCommand = ({ commandId }: Pick<Origin, 'commandId'>): string =>
  derivedId(commandId, 'entry');

/** The id of the entry that a happening calls for: the same however often, and in whatever order, it is heard of. */
export const entryOfHappening = (project: string, { happening, event }: Tells): string =>
  derivedId(event, `${project} ${happening}`);
