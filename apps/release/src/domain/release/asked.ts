import type { Origin } from '@roadbook/decider';
import type { Standpoint } from '../hard-rules/standpoint.js';
import type { CommandOf, ReleaseCommand, ReleaseCommandType } from './commands.js';

interface AskedWith<Data> extends Standpoint {
  readonly command: Data;
  readonly origin: Origin;
}

/** A command as its guards see it: what is asked, of which release, by whom, and in which surroundings. */
export type Asked<Type extends ReleaseCommandType> = AskedWith<CommandOf<Type>['data']>;

/** Any command, with its type, for the guards that are asked of every one. */
export type AskedAny = AskedWith<ReleaseCommand>;
