import type { Role } from '@roadbook/decider';
import type { ConfigurationCommandType } from './commands.js';

/** The table of roles of the domain specification, as commands. Nobody may give a command that isn't listed for their role. */
export const configurationPermissions: Readonly<Record<ConfigurationCommandType, readonly Role[]>> =
  {
    OpenEnvironments: ['system'],
    DescribeValidation: ['cio'],
    DeclareScope: ['cio'],
    ReportConfiguration: ['deployer'],
    VerifyParity: ['cio', 'system'],
    ProposeConfigurationChange: ['cio'],
    ConfirmConfigurationChange: ['cio'],
    ReviewConfigurationChange: ['cto'],
    ApplyConfigurationChange: ['cio'],
    ReportConfigurationApplication: ['deployer'],
    RequestConfigurationAuthorization: ['cio'],
    AuthorizeConfigurationChange: ['orchestrator'],
    DenyConfigurationChange: ['orchestrator'],
    ProposeConfigurationWindow: ['cio', 'cpo'],
    ConfirmConfigurationWindow: ['orchestrator'],
    LapseConfigurationWindow: ['system'],
    RevertConfigurationChange: ['cio'],
    ReportConfigurationReversal: ['deployer'],
    WithdrawConfigurationChange: ['cio'],
  };

/** The commands by which somebody could try to get round a hard rule: their refusal by one is a violation. */
export const watchedConfigurationCommands: ReadonlySet<ConfigurationCommandType> = new Set([
  'ApplyConfigurationChange',
  'RequestConfigurationAuthorization',
  'AuthorizeConfigurationChange',
]);
