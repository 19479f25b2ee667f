import { environments as all, guard, refuseAtFirst, silence, listed } from '@roadbook/decider';
import type { Condition, Decision, Environment } from '@roadbook/decider';
import type { Asked } from './asked.js';
import type { CommandOf } from './commands.js';
import type { EnvironmentsEvent } from './events.js';
import { observedIn, scopeOf } from './state.js';
import type { Environments } from './state.js';

/** What each environment validates that the one before does not, as the staged promotion has it, until a cio says it better. */
export const validatesAtFirst: Readonly<Record<Environment, string>> = {
  dev: 'that the release starts and its smoke tests pass',
  qa: 'that the full test suite and the integration with other systems pass',
  staging:
    'that the full test suite passes on what mirrors production, within the performance baseline and with the behaviour that is expected: the final validation',
  production:
    'that health, smoke tests, monitoring, error rate and performance are normal for its users',
};

export const openEnvironments = (
  { project }: CommandOf<'OpenEnvironments'>['data'],
  { opened }: Environments,
): Decision<EnvironmentsEvent> =>
  opened
    ? silence
    : [{ type: 'EnvironmentsOpened', data: { project, validates: validatesAtFirst } }];

export const describeValidation = ({
  command,
  environments,
}: Asked<'DescribeValidation'>): Decision<EnvironmentsEvent> =>
  environments.validates[command.environment] === command.validates
    ? silence
    : [{ type: 'ValidationDescribed', data: command }];

/** Once it is observed somewhere, a scope decides what is drift: it changes as a part of a configuration change. */
const settingIsNotObserved: Condition<Asked<'DeclareScope'>> = guard(
  'setting-not-observed',
  { from: 'cio' },
  ({ command: { setting }, environments }) => {
    const where = all.filter((one) => observedIn(environments, one, setting) !== undefined);
    return where.length > 0
      ? `${setting} was observed in ${listed(where)}, so its scope changes as a part of a configuration change`
      : undefined;
  },
);

/** A change that is on its way was drawn up with the scope as it is. */
const settingIsNotBeingChanged: Condition<Asked<'DeclareScope'>> = guard(
  'setting-not-being-changed',
  { from: 'cio' },
  ({ command: { setting }, environments: { changes } }) => {
    const by = [...changes.values()].find(
      ({ stage, diff }) =>
        (stage === 'open' || stage === 'reverting') &&
        diff.some((line) => line.setting === setting),
    );
    return by && `${setting} is part of the configuration change ${by.id}, which is not ended`;
  },
);

export function declareScope(asked: Asked<'DeclareScope'>): Decision<EnvironmentsEvent> {
  const { command, environments } = asked;
  const declared = environments.scopes.has(command.setting);
  if (declared && scopeOf(environments, command.setting) === command.scope) return silence;
  return (
    refuseAtFirst([settingIsNotObserved, settingIsNotBeingChanged], asked) ?? [
      { type: 'ScopeDeclared', data: command },
    ]
  );
}
