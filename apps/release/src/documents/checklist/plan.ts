import type { ChecklistItem } from '../../domain/checklist.js';
import type { PlanStep, RollbackMethod, RollbackPlan } from '../../domain/release/parts.js';
import { code, layout, date } from '@roadbook/documents';
import type { Markdown } from '@roadbook/documents';

export interface ShownPlan {
  readonly method: RollbackMethod | null;
  /** The sum of the steps' estimates, the verification included. */
  readonly estimateSeconds: number | null;
  readonly estimateMinutes: number | null;
  /** The last one is the verification. */
  readonly steps: readonly PlanStep[];
  readonly owner: 'CIO';
  /** Whether this very plan was rehearsed with this candidate. */
  readonly tested: { readonly at: string | null; readonly blockedBy: string | null };
}

export function shownPlan(
  plan: RollbackPlan | undefined,
  items: readonly ChecklistItem[],
  rehearsedAt: string | null,
): ShownPlan {
  const steps = plan ? [...plan.steps, plan.verification] : [];
  const seconds = steps.reduce((sum, { estimateSeconds }) => sum + estimateSeconds, 0);
  return {
    method: plan?.method ?? null,
    estimateSeconds: plan ? seconds : null,
    estimateMinutes: plan ? Math.ceil(seconds / 60) : null,
    steps,
    owner: 'CIO',
    tested: testedOf(items, rehearsedAt),
  };
}

/** The checklist's own answer says whether the rehearsal counts. */
function testedOf(
  items: readonly ChecklistItem[],
  rehearsedAt: string | null,
): ShownPlan['tested'] {
  const finding = items
    .flatMap(({ answers }) => answers)
    .find(({ id }) => id === 'rollback-plan-rehearsed')?.finding;
  if (finding?.met && rehearsedAt !== null) return { at: rehearsedAt, blockedBy: null };
  return { at: null, blockedBy: finding && !finding.met ? finding.missing : 'no rehearsal' };
}

export const planMarkdown = (plan: ShownPlan): Markdown =>
  layout`**Method:** ${plan.method ?? '—'}
**Estimated rollback time:** ${plan.estimateMinutes ?? '—'} minutes
**Steps:**
${plan.steps.length > 0 ? plan.steps.map(stepLine) : '—'}
**Rollback owner:** ${plan.owner}
**Tested:** ${tested(plan)}`;

const tested = ({ tested: { at, blockedBy } }: ShownPlan): string =>
  at === null ? `NO — blocked by ${blockedBy ?? '—'}` : `YES — ${date(at)}`;

const stepLine = (
  { action, command, expected, estimateSeconds }: PlanStep,
  index: number,
): Markdown =>
  layout`${index + 1}. ${action} — ${code(command)} — expected: ${expected} (${estimateSeconds} s)`;
