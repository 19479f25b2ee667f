import type { Answer, HardRule, Role } from '@roadbook/decider';

/** A condition with what it found. Stable ids; the sentence of `missing` is the one with which a command is refused. */
export interface ConditionView {
  readonly id: string;
  /** The hard rule that this condition enforces. */
  readonly rule: HardRule | null;
  readonly met: boolean;
  /** Id of the event that shows that it is met, where one does. */
  readonly event: string | null;
  /** What is a risk although the condition is met. */
  readonly risk: string | null;
  /** What is missing; null when it is met. */
  readonly missing: string | null;
  /** The role that can supply what is missing; null when it is met, or when nobody can. */
  readonly from: Role | null;
}

export function conditionView({ id, rule, from, finding }: Answer): ConditionView {
  const asked = { id, rule: rule ?? null, met: finding.met };
  return finding.met
    ? {
        ...asked,
        event: finding.event ?? null,
        risk: finding.risk ?? null,
        missing: null,
        from: null,
      }
    : { ...asked, event: null, risk: null, missing: finding.missing, from: from ?? null };
}
