import { refuse, refuseAtFirst } from '@roadbook/decider';
import type { Decider, Decision, Origin } from '@roadbook/decider';
import { applyConfigurationChange, reportConfigurationApplication } from './applying.js';
import {
  authorizeConfigurationChange,
  denyConfigurationChange,
  requestConfigurationAuthorization,
} from './authorizing.js';
import type { ConfigurationChangeCommand, EnvironmentsCommand } from './commands.js';
import type { EnvironmentsEvent } from './events.js';
import { evolveEnvironments } from './evolve.js';
import { occurredTimeIsNotAhead, projectIsKnown, roleIsPermitted } from '../guards.js';
import { changeIsKnown } from './guards.js';
import { reportConfiguration } from './observing.js';
import { declareScope, describeValidation, openEnvironments } from './opening.js';
import { proposeConfigurationChange } from './proposing.js';
import {
  reportConfigurationReversal,
  revertConfigurationChange,
  withdrawConfigurationChange,
} from './reverting.js';
import { confirmConfigurationChange, reviewConfigurationChange } from './reviewing.js';
import { noEnvironments } from './state.js';
import type { OpenedEnvironments, Environments } from './state.js';
import { checkParity, verifyParity } from './verifying-parity.js';
import {
  confirmConfigurationWindow,
  lapseConfigurationWindow,
  proposeConfigurationWindow,
} from './windows.js';

/** Whether a command about the environments of a project is accepted, and what happens then. */
function decideEnvironments(
  command: EnvironmentsCommand,
  environments: Environments,
  origin: Origin,
): Decision<EnvironmentsEvent> {
  const refusal = refuseAtFirst([roleIsPermitted, occurredTimeIsNotAhead], { command, origin });
  if (refusal) return refusal;
  if (command.type === 'OpenEnvironments') return openEnvironments(command.data, environments);
  if (!environments.opened) return refuse(projectIsKnown, environments);
  return decideOpened(command, environments, origin);
}

function decideOpened(
  command: Exclude<EnvironmentsCommand, { type: 'OpenEnvironments' }>,
  environments: OpenedEnvironments,
  origin: Origin,
): Decision<EnvironmentsEvent> {
  const asked = <Data>(data: Data) => ({ command: data, environments, origin });
  switch (command.type) {
    case 'DescribeValidation':
      return describeValidation(asked(command.data));
    case 'DeclareScope':
      return declareScope(asked(command.data));
    case 'ReportConfiguration':
      return reportConfiguration(asked(command.data));
    case 'VerifyParity':
      return verifyParity(asked(command.data));
    case 'CheckParity':
      return checkParity(asked(command.data));
    case 'ProposeConfigurationChange':
      return proposeConfigurationChange(asked(command.data));
    default:
      return decideChange(command, environments, origin);
  }
}

function decideChange(
  command: ConfigurationChangeCommand,
  environments: OpenedEnvironments,
  origin: Origin,
): Decision<EnvironmentsEvent> {
  const { change: id } = command.data;
  const change = environments.changes.get(id);
  if (!change) return refuse(changeIsKnown, { environments, change: id });
  const asked = <Data>(data: Data) => ({ command: data, environments, origin, change });
  switch (command.type) {
    case 'ConfirmConfigurationChange':
      return confirmConfigurationChange(asked(command.data));
    case 'ReviewConfigurationChange':
      return reviewConfigurationChange(asked(command.data));
    case 'ApplyConfigurationChange':
      return applyConfigurationChange(asked(command.data));
    case 'ReportConfigurationApplication':
      return reportConfigurationApplication(asked(command.data));
    case 'RequestConfigurationAuthorization':
      return requestConfigurationAuthorization(asked(command.data));
    case 'AuthorizeConfigurationChange':
      return authorizeConfigurationChange(asked(command.data));
    case 'DenyConfigurationChange':
      return denyConfigurationChange(asked(command.data));
    case 'ProposeConfigurationWindow':
      return proposeConfigurationWindow(asked(command.data));
    case 'ConfirmConfigurationWindow':
      return confirmConfigurationWindow(asked(command.data));
    case 'LapseConfigurationWindow':
      return lapseConfigurationWindow(asked(command.data));
    case 'RevertConfigurationChange':
      return revertConfigurationChange(asked(command.data));
    case 'ReportConfigurationReversal':
      return reportConfigurationReversal(asked(command.data));
    case 'WithdrawConfigurationChange':
      return withdrawConfigurationChange(asked(command.data));
    default:
      return command satisfies never;
  }
}

export const environmentsDecider: Decider<EnvironmentsCommand, Environments, EnvironmentsEvent> = {
  initial: noEnvironments,
  decide: decideEnvironments,
  evolve: evolveEnvironments,
};
