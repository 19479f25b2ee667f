import { guard } from '@roadbook/decider';
import type { Condition } from '@roadbook/decider';
import type { AskedOfChange } from './asked.js';
import { isStillToBeMade } from './state.js';
import type { ChangeStage } from './state.js';

export const changeIsKnown: Condition<AskedOfChange> = guard(
  'pipeline-change-known',
  {},
  ({ command: { change }, pipeline: { changes } }) =>
    changes.has(change) ? undefined : `there is no pipeline change ${change}`,
);

/** How each stage is told of a change. */
export const told: Readonly<Record<ChangeStage, string>> = {
  annotated: 'is annotated and not confirmed',
  confirmed: 'is confirmed and not implemented',
  implemented: 'is implemented already',
  reverted: 'was reverted',
  withdrawn: 'was withdrawn',
};

export const changeIsStillToBeMade: Condition<AskedOfChange> = guard(
  'pipeline-change-still-to-be-made',
  {},
  ({ command: { change }, pipeline: { changes } }) => {
    const of = changes.get(change);
    return of && !isStillToBeMade(of) ? `this pipeline change ${told[of.stage]}` : undefined;
  },
);
