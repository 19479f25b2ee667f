import { setTimeout as pause } from 'node:timers/promises';

/** The demo has nothing to roll back, so each of its steps is a short while. */
const stepMs = 50;
const toldStepMs = 20_000;
/** Those of the demo's rollback plan, with its verification. */
const numbers = [1, 2, 3];

const passed = (step: number, startMs: number, endMs: number) => ({
  step,
  startedAt: new Date(startMs).toISOString(),
  endedAt: new Date(endMs).toISOString(),
  verdict: 'passed',
});
type Step = ReturnType<typeof passed>;

/** Goes through the steps, and times each while it is done. */
export async function goThroughSteps(): Promise<Step[]> {
  const steps: Step[] = [];
  for (const step of numbers) {
    const startMs = Date.now();
    await pause(stepMs);
    steps.push(passed(step, startMs, Date.now()));
  }
  return steps;
}

/** The steps as they are told of a past in which they began then. */
export function stepsFrom(occurredAt: string): Step[] {
  const fromMs = Date.parse(occurredAt);
  return numbers.map((step) =>
    passed(step, fromMs + (step - 1) * toldStepMs, fromMs + step * toldStepMs),
  );
}
