import { requiredChecks } from '../domain/environments.js';
import type { CheckResult } from '../domain/release/events.js';
import type { Verdict } from '../domain/verdicts.js';
import { box, layout } from '@roadbook/documents';
import type { Markdown } from '@roadbook/documents';
import type { Evidence } from '@roadbook/decider';

type ProductionCheck = (typeof requiredChecks.production)[number];

/** A check after a deployment to production or a rollback; null where it was not reported. */
export interface ShownCheck {
  readonly check: ProductionCheck;
  readonly text: string;
  readonly verdict: Verdict | null;
  readonly evidence: Evidence | null;
}

const texts: Readonly<Record<ProductionCheck, string>> = {
  'health-checks': 'Health checks passing',
  'smoke-tests': 'Smoke tests passing',
  'monitoring-normal': 'Monitoring confirms normal operation',
  'no-error-rate-spike': 'No error rate spike detected',
  'performance-within-baseline': 'Performance within baseline',
};

export const productionChecks = (results: readonly CheckResult[]): ShownCheck[] =>
  requiredChecks.production.map((check) => {
    const result = results.find((one) => one.check === check);
    const { verdict = null, evidence = null } = result ?? {};
    return { check, text: texts[check], verdict, evidence };
  });

export const checkBoxes = (checks: readonly ShownCheck[]): Markdown[] =>
  checks.map(({ text, verdict }) => layout`- ${box(verdict === 'passed')} ${text}`);
