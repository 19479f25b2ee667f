import type { ConfigurationChangeEnded } from '@roadbook/contracts';
import { layout, table } from '@roadbook/documents';
import type { Composed } from '../composed.js';
import { driftTable } from '../drift.js';
import { counted, listed, shownTime } from '../wording.js';

type Value = ConfigurationChangeEnded['diff'][number]['current'];

/**
 * A configuration change was applied everywhere, withdrawn after its first application, or reverted; `undefined` for one that was
 * withdrawn before it was applied anywhere: no environment was changed. It fades in two years, as settings live long.
 */
export function composeConfigurationChange(told: ConfigurationChangeEnded): Composed | undefined {
  const { what, why, risk, environments, diff, parity, result, reason, appliedIn, drift } = told;
  if (result === 'withdrawn' && appliedIn.length === 0) return undefined;
  return {
    ...{ type: 'decision', visibility: 'internal', decay: 'long' },
    title: `Configuration change ${result}: ${what}`,
    context: why,
    content: layout`**Change:** ${what}
**Reason:** ${why}
**Environments:** ${listed(environments)}
**Applied in:** ${listed(appliedIn)}
**Result:** ${result}${reason === null ? '' : `: ${reason}`}

### Configuration Changes

${table(
  '| Setting | Current Value | New Value | Environments | Scope |\n|---------|-------------|-----------|-------------|-------|',
  diff.map(({ setting, current, proposed, environments: where, scope }) => [
    ...[setting, shown(current), shown(proposed), listed(where), scope],
  ]),
)}

### Parity Impact

${table(
  '| Environment Pair | Before | After |\n|-----------------|--------|-------|',
  (['staging', 'qa'] as const).map((one) => [
    ...[`${one} ↔ production`, parity.before[one], parity.after[one]],
  ]),
)}

### Drift When It Ended

${driftTable(drift)}

### Risk

${risk}

### Who

- Proposed by ${told.proposedBy}, ${shownTime(told.proposedAt)}
- Confirmed by ${whoAndWhen(told.confirmedBy, told.confirmedAt)}
- Reviewed by ${whoAndWhen(told.reviewedBy, told.reviewedAt)}`,
    outcome: `${outcomes[result](listed(appliedIn))}${reason === null ? '' : ` Because: ${reason}`}`,
    impact: `${drift.length === 0 ? 'Nothing drifts.' : `${counted(drift.length, 'setting drifts', 'settings drift')}, which blocks promotions to production.`} ${risk}`,
  };
}

const outcomes: Readonly<
  Record<ConfigurationChangeEnded['result'], (appliedIn: string) => string>
> = {
  completed: (appliedIn) => `Applied and observed in ${appliedIn}.`,
  withdrawn: (appliedIn) => `Withdrawn after it was applied in ${appliedIn}.`,
  reverted: (appliedIn) => `Reverted where it was applied: ${appliedIn}.`,
};

const whoAndWhen = (who: string | null, when: string | null): string =>
  who === null ? 'nobody' : `${who}, ${shownTime(when)}`;

/** A secret is never shown, only that it has a value. */
const shown = (value: Value): string => {
  if (value === null) return '(not set)';
  return 'value' in value ? value.value : `secret, digest ${value.digest.slice(0, 12)}…`;
};
