import type { Origin } from '@roadbook/decider';
import { derivedId } from '@roadbook/process';

/** The id of what somebody writes: a repeat of the command is the same entry. */
export const entryOfCommand = ({ commandId }: Pick<Origin, 'commandId'>): string =>
  derivedId(commandId, 'entry');
