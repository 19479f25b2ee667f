import type { Command, Environment, Evidence, Window } from '@roadbook/decider';
import type { AskedFor } from '../verification.js';
import type { ChangedSetting } from './diff.js';
import type { Scope, Setting } from './settings.js';

interface OfChange {
  change: string;
}
interface InEnvironment extends OfChange {
  environment: Environment;
}

/** What is asked of one configuration change that was proposed. */
export type ConfigurationChangeCommand =
  | Command<'ConfirmConfigurationChange', OfChange>
  | Command<'ReviewConfigurationChange', OfChange & { verdict: 'passed' | 'failed'; note: string }>
  | Command<'ApplyConfigurationChange', InEnvironment>
  | Command<
      'ReportConfigurationApplication',
      InEnvironment & { outcome: 'applied' | 'failed'; evidence: Evidence }
    >
  | Command<'RequestConfigurationAuthorization', OfChange>
  | Command<'AuthorizeConfigurationChange', OfChange>
  | Command<'DenyConfigurationChange', OfChange & { reason: string }>
  | Command<'ProposeConfigurationWindow', OfChange & Window>
  | Command<'ConfirmConfigurationWindow', OfChange & Window>
  | Command<'LapseConfigurationWindow', OfChange & Window>
  | Command<'RevertConfigurationChange', OfChange & { reason: string }>
  | Command<
      'ReportConfigurationReversal',
      InEnvironment & { outcome: 'reverted' | 'failed'; evidence: Evidence }
    >
  | Command<'WithdrawConfigurationChange', OfChange & { reason: string }>;

/** Everything that can be asked of the environments of a project. Who asks, and when, comes with the origin. */
export type EnvironmentsCommand =
  | Command<'OpenEnvironments', { project: string }>
  | Command<'DescribeValidation', { environment: Environment; validates: string }>
  | Command<'DeclareScope', { setting: string; scope: Scope }>
  /** The whole configuration; what is not in the report is not there. */
  | Command<'ReportConfiguration', { environment: Environment; settings: readonly Setting[] }>
  /** Asked from elsewhere. */
  | Command<'VerifyParity', AskedFor>
  | Command<'CheckParity'>
  /** `change` is the id that the change gets. */
  | Command<
      'ProposeConfigurationChange',
      OfChange & {
        what: string;
        reason: string;
        risk: string;
        environments: readonly Environment[];
        settings: readonly ChangedSetting[];
      }
    >
  | ConfigurationChangeCommand;

export type EnvironmentsCommandType = EnvironmentsCommand['type'];
export type CommandOf<Type extends EnvironmentsCommandType> = Extract<
  EnvironmentsCommand,
  { type: Type }
>;
