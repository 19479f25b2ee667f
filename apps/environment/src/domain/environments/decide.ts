import { refuseAtFirst, silence } from '@roadbook/decider';
import type { Decider } from '@roadbook/decider';
import { roleIsPermitted } from '../guards.js';
import type { EnvironmentsCommand } from './commands.js';
import type { EnvironmentsEvent } from './events.js';
import { noEnvironments } from './state.js';
import type { Environments } from './state.js';

export const environmentsDecider: Decider<EnvironmentsCommand, Environments, EnvironmentsEvent> = {
  initial: noEnvironments,

  decide: (command, { opened }, origin) =>
    refuseAtFirst([roleIsPermitted], { command, origin }) ??
    (opened ? silence : [{ type: 'EnvironmentsOpened', data: command.data }]),

  evolve: (environments) => ({ ...environments, opened: true }),
};
