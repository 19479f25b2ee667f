import type { Origin } from '@roadbook/decider';
import type { CommandOf, ConfigurationChangeCommand, EnvironmentsCommandType } from './commands.js';
import type { ConfigurationChange, OpenedEnvironments } from './state.js';

/** A command as its guards see it: what is asked, of which environments, by whom. */
export interface Asked<Type extends EnvironmentsCommandType> {
  readonly command: CommandOf<Type>['data'];
  readonly environments: OpenedEnvironments;
  readonly origin: Origin;
}

/** The same for what is asked of one configuration change. */
export interface AskedOf<Type extends ConfigurationChangeCommand['type']> extends Asked<Type> {
  readonly change: ConfigurationChange;
}

/** A configuration change among the environments that it concerns, whatever is asked of it. */
export interface ChangeStandpoint {
  readonly environments: OpenedEnvironments;
  readonly change: ConfigurationChange;
  readonly origin: Origin;
}
