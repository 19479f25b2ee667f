import { gateRole } from '@roadbook/decider';
import type { Role } from '@roadbook/decider';
import type { ReleaseCommandType } from './release/commands.js';
import type { RoadCommand } from './road/commands.js';

/**
 * The table of roles of the domain specification, as commands. Nobody may give a command that isn't listed for their role; which gate a
 * role may report is decided with the command.
 */
export const releasePermissions: Readonly<Record<ReleaseCommandType, readonly Role[]>> = {
  PlanRelease: ['cio'],
  RetargetTickets: ['cio'],
  WithdrawRelease: ['cio'],
  ChooseCandidate: ['cio'],
  CheckParity: ['cio'],
  CompileNotes: ['cio'],
  WriteRollbackPlan: ['cio'],
  TagVersion: ['cio'],
  PrepareDeploymentLog: ['cio'],
  RequestAuthorization: ['cio'],
  RequestDeployment: ['cio'],
  DiagnoseFailure: ['cio'],
  DeclareClients: ['cio'],
  ScheduleRollbackReview: ['cio'],
  StartRollback: ['cio', 'system'],
  ProposeWindow: ['cio', 'cpo'],
  ReportMerge: ['cto'],
  ReviewRollbackPlan: ['cto'],
  ReportGate: Object.values(gateRole),
  WidenSecurityScope: ['cso'],
  SetSecurityBlock: ['cso'],
  ClearSecurityBlock: ['cso'],
  Authorize: ['orchestrator'],
  Deny: ['orchestrator'],
  ConfirmWindow: ['orchestrator'],
  AcknowledgeClientCommunication: ['cco'],
  AcknowledgeRollbackCommunication: ['cco'],
  ReportContents: ['deployer'],
  ReportTestSuite: ['deployer'],
  StartRehearsal: ['deployer'],
  ReportRehearsalSteps: ['deployer'],
  ClaimDeployment: ['deployer'],
  ReportDeployment: ['deployer'],
  ReportChecks: ['deployer'],
  ReportRollbackSteps: ['deployer'],
  ReportRollbackChecks: ['deployer'],
  AbandonClaim: ['system'],
  MissDeadline: ['system'],
  WithdrawUnclaimedDeployment: ['system'],
  LapseWindow: ['system'],
  OverrunRollbackBudget: ['system'],
};

export const roadPermissions: Readonly<Record<RoadCommand['type'], readonly Role[]>> = {
  RegisterProject: ['orchestrator'],
  ClaimEnvironment: ['cio'],
  ClaimRollback: ['cio', 'system'],
  VacateEnvironment: ['system'],
  ReleaseRollbackClaim: ['system'],
  RecordRollback: ['system'],
};
