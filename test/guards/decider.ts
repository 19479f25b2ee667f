import { appendFileSync } from 'node:fs';
import * as decider from '../../libs/decider/src/index.js';
import type { Condition, Finding } from '../../libs/decider/src/index.js';

/**
 * Stands in for `@roadbook/decider` while `npm run test:guards` runs the specs: one condition is never missing, as if nobody had written
 * it. What any other one finds missing is noted down, by the spec that saw it.
 */
export * from '../../libs/decider/src/index.js';

declare const guards: {
  /** The id of the condition that is removed. */
  readonly removed?: string;
  /** The file that notes are added to. */
  readonly notes?: string;
};

export const condition: typeof decider.condition = (...of) => watched(decider.condition(...of));
export const guard: typeof decider.guard = (...of) => watched(decider.guard(...of));

const watched = <Situation>(one: Condition<Situation>): Condition<Situation> => ({
  ...one,
  find: (situation) => seen(one.id, one.find(situation)),
});

function seen(id: string, finding: Finding): Finding {
  if (finding.met) return finding;
  note(id);
  return id === guards.removed ? decider.met() : finding;
}

const noted = new Set<string>();

function note(id: string): void {
  if (guards.notes === undefined || noted.has(id)) return;
  noted.add(id);
  const { testPath } = expect.getState();
  appendFileSync(guards.notes, `${JSON.stringify({ id, file: testPath })}\n`);
}
