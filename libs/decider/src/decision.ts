import { ask } from './condition.js';
import type { Answer, Condition, HardRule } from './condition.js';
import type { DomainEvent } from './event.js';
import type { Role } from './origin.js';

/** A condition that was not met, as it is told to whoever gave the command. */
export interface Unmet {
  readonly id: string;
  readonly missing: string;
  readonly rule?: HardRule;
  readonly from?: Role;
  /** Missing only because another service did not answer: the refusal stands, and is nobody's breach of the rule. */
  readonly unanswered?: true;
}

/** The command is not carried out. Carries every condition that was not met, in the order in which they were asked. */
export interface Refusal {
  readonly refused: readonly [Unmet, ...Unmet[]];
}

/** A decision ends in events, in silence (no events: a repeat), or in a refusal. */
export type Decision<Event extends DomainEvent> = readonly Event[] | Refusal;

export const silence: readonly never[] = [];

/** Also for what a decision leads to, such as the outcome of an append. */
export const isRefusal = (outcome: object): outcome is Refusal => 'refused' in outcome;

export const unmet = (answers: readonly Answer[]): Unmet[] =>
  answers.flatMap(({ id, rule, from, finding }) =>
    finding.met
      ? []
      : [
          {
            ...{ id, missing: finding.missing, rule, from },
            ...(finding.unanswered && { unanswered: true }),
          },
        ],
  );

/**
 * Asks all conditions and refuses with every one that is not met; `undefined` when all are.
 * Used where a person wants to see the whole list at once.
 */
export function refuseUnlessAll<Situation>(
  conditions: readonly Condition<Situation>[],
  situation: Situation,
): Refusal | undefined {
  const [first, ...rest] = unmet(ask(conditions, situation));
  return first && { refused: [first, ...rest] };
}

/**
 * Asks the conditions one after the other and refuses with the first that is not met.
 * Used where a later question makes no sense before the earlier one is answered.
 */
export function refuseAtFirst<Situation>(
  conditions: readonly Condition<Situation>[],
  situation: Situation,
): Refusal | undefined {
  for (const one of conditions) {
    const refusal = refuseUnlessAll([one], situation);
    if (refusal) return refusal;
  }
  return undefined;
}

/**
 * The refusal by a condition of a situation that lacks what it asks for.
 * @throws Error where it is met all the same: what would be decided instead is nobody's decision
 */
export function refuse<Situation>(condition: Condition<Situation>, situation: Situation): Refusal {
  const refusal = refuseUnlessAll([condition], situation);
  if (!refusal) throw new Error(`${condition.id} is met, so it can't refuse`);
  return refusal;
}
