import { guard, refuseAtFirst, silence } from '@roadbook/decider';
import type { Condition, Decision, Environment } from '@roadbook/decider';
import type { AskedOf } from './asked.js';
import { givenTo } from './diff.js';
import type { EnvironmentsEvent } from './events.js';
import { evidenceIsGiven } from './evidence-given.js';
import { changeIsNotEnded, changeIsOpen } from './guards.js';
import { orderedIn } from './state.js';

type Reversal = AskedOf<'RevertConfigurationChange'>;

const somethingToRevert: Condition<Reversal> = guard(
  'configuration-change-ordered',
  { from: 'cio' },
  ({ change }) =>
    orderedIn(change).length === 0
      ? 'this change was not applied anywhere; withdraw it instead'
      : undefined,
);

/** Nothing stops the way back: no authorization, no window. It goes downwards, through every environment in which it was ordered. */
export function revertConfigurationChange(asked: Reversal): Decision<EnvironmentsEvent> {
  const { command, change } = asked;
  if (change.stage === 'reverting') return silence;
  return (
    refuseAtFirst<Reversal>([changeIsOpen, somethingToRevert], asked) ?? [
      {
        type: 'ConfigurationReversalOrdered',
        data: { ...command, environments: orderedIn(change).reverse() },
      },
    ]
  );
}

type Report = AskedOf<'ReportConfigurationReversal'>;

const reversalIsOrdered: Condition<Report> = guard(
  'configuration-reversal-ordered',
  { from: 'cio' },
  ({ change: { stage, applications }, command: { environment } }) => {
    if (stage !== 'reverting') return 'nobody ordered that this change is reverted';
    return applications[environment]
      ? undefined
      : `this change was not applied in ${environment}, so there is nothing to revert`;
  },
);

/** Downwards, so that what stands above was always validated below. */
const environmentsAboveAreReverted: Condition<Report> = guard(
  'environments-above-reverted',
  { from: 'deployer' },
  ({ change, command: { environment } }) => {
    const ordered = orderedIn(change);
    const above = ordered
      .slice(ordered.indexOf(environment) + 1)
      .reverse()
      .find((one) => change.applications[one]?.is !== 'reverted');
    return above && `${above} is reverted first: a change goes back downwards`;
  },
);

export function reportConfigurationReversal(asked: Report): Decision<EnvironmentsEvent> {
  const { command, change } = asked;
  const { outcome, ...data } = command;
  const is = change.applications[command.environment]?.is;
  if (is === 'reverted' || (is === 'reversal-failed' && outcome === 'failed')) return silence;
  return (
    refuseAtFirst<Report>(
      [changeIsNotEnded, reversalIsOrdered, environmentsAboveAreReverted, evidenceIsGiven],
      asked,
    ) ??
    (outcome === 'failed'
      ? [{ type: 'ConfigurationReversalFailed', data }]
      : [
          {
            type: 'ConfigurationReverted',
            data: { ...data, given: givenTo(data.environment, change.diff, 'from') },
          },
          ...(isLast(asked, command.environment)
            ? [{ type: 'ConfigurationChangeReverted', data: { change: change.id } } as const]
            : []),
        ])
  );
}

const isLast = ({ change }: Report, environment: Environment): boolean =>
  orderedIn(change)[0] === environment;

/** Where it was ordered already it stays, and what differs there is drift. */
export function withdrawConfigurationChange(
  asked: AskedOf<'WithdrawConfigurationChange'>,
): Decision<EnvironmentsEvent> {
  const { command, change } = asked;
  if (change.stage === 'withdrawn') return silence;
  return (
    refuseAtFirst([changeIsNotEnded], asked) ?? [
      {
        type: 'ConfigurationChangeWithdrawn',
        data: { ...command, environments: staysIn(change) },
      },
    ]
  );
}

const staysIn = (change: Report['change']): Environment[] =>
  orderedIn(change).filter((one) => change.applications[one]?.is !== 'reverted');
