import type { Origin } from '@roadbook/decider';
import type { Standpoint } from '../hard-rules/standpoint.js';
import type { CommandOf, ReleaseCommand, ReleaseCommandType } from './commands.js';

/** Of which release something is asked, by whom, and in which surroundings. */
export interface Circumstances extends Standpoint {
  readonly origin: Origin;
}

interface AskedWith<Data> extends Circumstances {
  readonly command: Data;
}

/** A command as its guards see it: what is asked, of which release, by whom, and in which surroundings. */
export type Asked<Type extends ReleaseCommandType> = AskedWith<CommandOf<Type>['data']>;

/** Any command, with its type, for the guards that are asked of every one. */
export type AskedAny = AskedWith<ReleaseCommand>;

/** What is asked in these circumstances, told what the command says. */
export const askedIn =
  (circumstances: Circumstances) =>
  <Data>(command: Data): AskedWith<Data> => ({ command, ...circumstances });
