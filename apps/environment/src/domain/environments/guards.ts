import { guard } from '@roadbook/decider';
import type { Condition } from '@roadbook/decider';
import type { ChangeStandpoint } from './asked.js';
import type { ChangeStage, Environments } from './state.js';

export const changeIsKnown: Condition<{ environments: Environments; change: string }> = guard(
  'configuration-change-known',
  {},
  ({ environments, change }) =>
    environments.opened && environments.changes.has(change)
      ? undefined
      : 'there is no such configuration change',
);

const stands: Readonly<Record<Exclude<ChangeStage, 'open'>, string>> = {
  reverting: 'is being reverted',
  completed: 'is completed',
  withdrawn: 'was withdrawn',
  reverted: 'was reverted',
};

/** Nothing goes further up with a change that is on its way back, or at its end. */
export const changeIsOpen: Condition<Pick<ChangeStandpoint, 'change'>> = guard(
  'configuration-change-open',
  {},
  ({ change: { stage } }) =>
    stage === 'open' ? undefined : `this configuration change ${stands[stage]}`,
);

export const changeIsNotEnded: Condition<Pick<ChangeStandpoint, 'change'>> = guard(
  'configuration-change-not-ended',
  {},
  ({ change: { stage } }) =>
    stage === 'open' || stage === 'reverting'
      ? undefined
      : `this configuration change ${stands[stage]}`,
);
