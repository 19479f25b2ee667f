import { shortened } from '@roadbook/decider';
import type { Window } from '@roadbook/decider';
import type { ReleaseNotes, RollbackPlan } from '../release/parts.js';

/** `2026-03-02 08:00 UTC`. */
export const inUtc = (time: string): string => `${time.slice(0, 10)} ${time.slice(11, 16)} UTC`;

export const periodInWords = ({ start, end }: Window): string =>
  `from ${inUtc(start)} to ${inUtc(end)}`;

const featuresMax = 100;
const characters = { planMax: 30_000, reasonMax: 5_000 };

/** What is new, a line each; a release may have 500 tickets. */
export function featuresInWords({ whatsNew }: Pick<ReleaseNotes, 'whatsNew'>): string {
  const lines = whatsNew
    .slice(0, featuresMax)
    .map(({ ticket, description, type }) => `- ${description} (${ticket}, ${type})`);
  const left = whatsNew.length - lines.length;
  return [...lines, ...(left > 0 ? [`- and ${String(left)} more`] : [])].join('\n');
}

/** The plan itself: whoever reads it can carry it out. */
export function planInWords(plan: RollbackPlan): string {
  const { method, steps, verification, validForHours } = plan;
  const numbered = [...steps, verification].map(
    ({ action, command, expected, estimateSeconds }, index) =>
      `${String(index + 1)}. ${action}: ${command} (expected: ${expected}; ${String(estimateSeconds)} s)`,
  );
  const seconds = [...steps, verification].reduce((sum, step) => sum + step.estimateSeconds, 0);
  return cut(
    [
      `How it is undone: ${method}, ${String(seconds)} s by estimate, meant for ${String(validForHours)} hours after the deployment. The last step verifies it.`,
      ...numbered,
    ].join('\n'),
    characters.planMax,
  );
}

/** With its structure too, unless that is too long to be told twice. */
export function planAttached({
  plan,
  method,
  steps,
  verification,
  validForHours,
}: RollbackPlan & { readonly plan: string }) {
  const attached = { plan, method, steps, verification, validForHours };
  return JSON.stringify(attached).length <= characters.planMax ? attached : null;
}

/** What people wrote, or Roadbook put together out of it. */
export const reasonInWords = (reason: string): string => cut(reason, characters.reasonMax);

const cut = (text: string, charactersMax: number): string =>
  shortened(text, charactersMax, '… (cut off: the release has the rest)');
