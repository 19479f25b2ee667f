import type { Role } from '@roadbook/decider';
import type { EnvironmentsCommand } from './environments/commands.js';
import type { PipelineCommand } from './pipeline/commands.js';

/** The table of roles of the domain specification, as commands. Nobody may give a command that isn't listed for their role. */
export const environmentsPermissions: Readonly<
  Record<EnvironmentsCommand['type'], readonly Role[]>
> = {
  OpenEnvironments: ['system'],
  DescribeValidation: ['cio'],
  DeclareScope: ['cio'],
  ReportConfiguration: ['deployer'],
  VerifyParity: ['cio', 'deployer', 'system'],
  CheckParity: ['cio'],
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

export const pipelinePermissions: Readonly<Record<PipelineCommand['type'], readonly Role[]>> = {
  AnnotatePipelineChange: ['cio'],
  ConfirmPipelineChange: ['cto', 'cio'],
  OpenPipeline: ['system'],
  OrderPipelineReversal: ['cio'],
  ReportPipelineDefinition: ['deployer'],
  VerifyPipeline: ['cio', 'deployer', 'system'],
  WithdrawPipelineChange: ['cio'],
};

/** Every command of the service. */
export const permissions = { ...environmentsPermissions, ...pipelinePermissions };
