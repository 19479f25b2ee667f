import type { Environment, Role } from '@roadbook/decider';
import type { Act } from '@roadbook/decider/acting';
import { act, by } from '../acts.fixture.js';
import type { CommandOf, EnvironmentsCommand, EnvironmentsCommandType } from './commands.js';
import type { ChangedSetting } from './diff.js';
import { change, everywhere, evidence, hours, limitTo, settings } from './history.fixture.js';
import type { Setting } from './settings.js';

/** The commands, as specs give them: each takes what matters to the spec, the rest is as usual. */
type Order = Act<EnvironmentsCommand>;

const order = <Type extends EnvironmentsCommandType>(
  role: Role,
  type: Type,
  data: CommandOf<Type>['data'],
): Order => act(role, { type, data } as EnvironmentsCommand);

export const open = (): Order => order('system', 'OpenEnvironments', { project: 'shop' });
export const describeValidation = (environment: Environment, validates: string): Order =>
  order('cio', 'DescribeValidation', { environment, validates });
export const declareScope = (setting: string, scope: 'behaviour' | 'environment'): Order =>
  order('cio', 'DeclareScope', { setting, scope });
/** The whole configuration. */
export const report = (environment: Environment, all: readonly Setting[] = settings): Order =>
  order('deployer', 'ReportConfiguration', { environment, settings: all });
export const asked = {
  question: 'q-1',
  purpose: 'promotion',
  version: '1.4.0',
  candidate: 'c0ffee',
  environment: 'production',
  deployment: 'd-1',
} as const satisfies CommandOf<'VerifyParity'>['data'];
export const verifyParity = (): Order => order('cio', 'VerifyParity', asked);
export const checkParity = (): Order => order('cio', 'CheckParity', {});

export const propose = (
  where: readonly Environment[] = everywhere,
  changed: readonly ChangedSetting[] = [limitTo('20', where)],
): Order =>
  order('cio', 'ProposeConfigurationChange', {
    change,
    what: 'Raise the limit',
    reason: 'The old one is too low.',
    risk: 'None that is known.',
    environments: where,
    settings: changed,
  });
export const confirm = (): Order =>
  by('jo', order('cio', 'ConfirmConfigurationChange', { change }));
export const review = (verdict: 'passed' | 'failed' = 'passed'): Order =>
  order('cto', 'ReviewConfigurationChange', { change, verdict, note: 'as it should be' });
export const apply = (environment: Environment): Order =>
  order('cio', 'ApplyConfigurationChange', { change, environment });
export const reportApplication = (
  environment: Environment,
  outcome: 'applied' | 'failed' = 'applied',
  rests = evidence,
): Order =>
  order('deployer', 'ReportConfigurationApplication', {
    change,
    environment,
    outcome,
    evidence: rests,
  });
export const requestAuthorization = (): Order =>
  order('cio', 'RequestConfigurationAuthorization', { change });
export const authorize = (): Order =>
  order('orchestrator', 'AuthorizeConfigurationChange', { change });
export const deny = (reason = 'not today'): Order =>
  order('orchestrator', 'DenyConfigurationChange', { change, reason });
export const proposeWindow = (window = hours as { start: string; end: string }): Order =>
  order('cio', 'ProposeConfigurationWindow', { change, ...window });
export const confirmWindow = (window = hours as { start: string; end: string }): Order =>
  order('orchestrator', 'ConfirmConfigurationWindow', { change, ...window });
export const lapseWindow = (window = hours as { start: string; end: string }): Order =>
  order('system', 'LapseConfigurationWindow', { change, ...window });
export const revert = (reason = 'worse than before'): Order =>
  order('cio', 'RevertConfigurationChange', { change, reason });
export const reportReversal = (
  environment: Environment,
  outcome: 'reverted' | 'failed' = 'reverted',
): Order =>
  order('deployer', 'ReportConfigurationReversal', { change, environment, outcome, evidence });
export const withdraw = (reason = 'no longer wanted'): Order =>
  order('cio', 'WithdrawConfigurationChange', { change, reason });

/** The same order about another change. */
export const about = (other: string, { what, origin }: Order): Order => ({
  what: { type: what.type, data: { ...what.data, change: other } } as EnvironmentsCommand,
  origin,
});
