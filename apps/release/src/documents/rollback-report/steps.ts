import type { StepResult } from '../../domain/release/parts.js';
import type { Verdict } from '../../domain/verdicts.js';

/** One run of a step of the plan; times, verdict and result are null for a step that was not reached. */
export interface StepRun {
  /** Counts from 1. */
  readonly step: number;
  readonly action: string;
  readonly isVerification: boolean;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly verdict: Verdict | null;
  readonly result: 'PASS' | 'FAIL' | null;
  /** True for every run of the step after its first. */
  readonly repeated: boolean;
  readonly note: string | null;
}

/** Every run of every step, in order of the plan; the last action of the plan is its verification. */
export const runs = (actions: readonly string[], results: readonly StepResult[]): StepRun[] =>
  actions.flatMap((action, index) => {
    const step = { step: index + 1, action, isVerification: index === actions.length - 1 };
    const done = results.filter((result) => result.step === step.step);
    return done.length > 0
      ? done.map((result, run) => ({ ...step, ...outcomeOf(result), repeated: run > 0 }))
      : [{ ...step, ...notReached, repeated: false }];
  });

type Outcome = Pick<StepRun, 'startedAt' | 'endedAt' | 'verdict' | 'result' | 'note'>;

const outcomeOf = ({ startedAt, endedAt, verdict, note }: StepResult): Outcome => ({
  startedAt,
  endedAt,
  verdict,
  result: verdict === 'passed' ? 'PASS' : 'FAIL',
  note: note ?? null,
});

const notReached: Outcome = {
  startedAt: null,
  endedAt: null,
  verdict: null,
  result: null,
  note: null,
};
