import { guard, plusMs, secondsBetween, aheadMaxMs, farAhead } from '@roadbook/decider';
import type { Condition, Origin } from '@roadbook/decider';
import type { RollbackPlan, Span, StepResult } from './parts.js';

/** The steps of a plan together with its verification, which is the last one. */
export const stepCount = (plan: Pick<RollbackPlan, 'steps'> | undefined): number =>
  (plan?.steps.length ?? 0) + 1;

/** Reported steps and what was reported before them. */
interface StepReport {
  readonly command: { readonly steps: readonly StepResult[] };
  readonly before: readonly StepResult[];
  readonly total: number;
  /** True where a step may be done again, as in a rollback. */
  readonly repeatable: boolean;
  readonly origin: Origin;
  /** What the steps belong to, and when it began by its reporter's time, or else as recorded. */
  readonly began: { readonly what: 'rehearsal' | 'rollback'; readonly at: string };
}

export const stepsAreInOrder: Condition<StepReport> = guard(
  'steps-in-order',
  {},
  ({ command: { steps }, before, total, repeatable }) => {
    const next = before.length + 1;
    const first = steps[0]?.step ?? next;
    const begins = repeatable ? first >= 1 && first <= next : first === next;
    const follows = steps.every(({ step }, index) => step === first + index && step <= total);
    return begins && follows && steps.length > 0
      ? undefined
      : `steps are reported in order, one after the other; the next of ${String(total)} is step ${String(Math.min(next, total))}`;
  },
);

/** Nothing is carried out before it has begun; clocks may differ as much as a reporter's may be ahead. */
export const stepsFollowTheStart: Condition<StepReport> = guard(
  'steps-follow-the-start',
  {},
  ({ command: { steps }, began: { what, at } }) => {
    const early = steps.find(({ startedAt }) => plusMs(startedAt, aheadMaxMs) < at);
    return (
      early &&
      `step ${String(early.step)} starts at ${early.startedAt}, before the ${what} began at ${at}`
    );
  },
);

export const stepTimesAreInOrder: Condition<StepReport> = guard(
  'step-times-in-order',
  {},
  ({ command: { steps }, before, origin: { at } }) => {
    const earlier = before.filter(({ step }) => step < (steps[0]?.step ?? 0));
    let last = earlier[earlier.length - 1]?.endedAt ?? '';
    for (const { step, startedAt, endedAt } of steps) {
      if (startedAt < last) return `step ${String(step)} starts before the step before it ended`;
      if (endedAt < startedAt) return `step ${String(step)} ends before it starts`;
      last = endedAt;
    }
    const ahead = farAhead(last, at);
    return ahead && `the last step ends at ${last}, ${ahead}`;
  },
);

export const allPassed = (steps: readonly StepResult[], total: number): boolean =>
  steps.length === total && steps.every(({ verdict }) => verdict === 'passed');

/** From the first start to the last end of all these steps, and of those that were carried out before them. */
export const spanOf = (steps: readonly StepResult[], before?: Span): Span | undefined =>
  steps.reduce<Span | undefined>(
    (span, { startedAt, endedAt }) => ({
      from: span && span.from < startedAt ? span.from : startedAt,
      to: span && span.to > endedAt ? span.to : endedAt,
    }),
    before,
  );

/** Computed from the times of the steps, recorded or reported, whichever is longer; never a typed number. */
export const durationSeconds = (reported: Span | undefined, recorded: Span): number =>
  Math.max(
    reported ? secondsBetween(reported.from, reported.to) : 0,
    secondsBetween(recorded.from, recorded.to),
  );
