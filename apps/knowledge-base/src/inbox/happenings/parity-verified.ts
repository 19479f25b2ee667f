import type { ParityVerified } from '@roadbook/contracts';
import { layout } from '@roadbook/documents';
import type { Composed } from '../composed.js';
import { driftTable } from '../drift.js';
import { counted } from '../wording.js';

/** Parity was checked, whatever was found. It fades in a month: the next check tells how it is then. */
export const composeParity = (told: ParityVerified): Composed => {
  const { version, environment, purpose, staging, qa, drift, question } = told;
  return {
    ...{
      type: 'gate',
      visibility: 'internal',
      decay: 'short',
      ...(version !== null && { version }),
    },
    title: `Parity${version === null ? '' : ` for ${version}`}: staging ${states[staging]}, qa ${states[qa]}`,
    context: askedFor(told),
    content: layout`**Staging:** ${states[staging]} production
**Qa:** ${states[qa]} production
**Asked for:** ${environment === null ? '' : `${environment}, `}${purpose}
**Question:** ${question ?? '—'}

### Drift

${driftTable(drift)}`,
    outcome:
      staging === 'mirrors' && qa === 'mirrors'
        ? 'Both environments mirror production.'
        : `${counted(drift.length, 'difference')} in settings that affect behaviour; what was never observed counts as no.`,
    impact:
      staging === 'mirrors' && qa === 'mirrors'
        ? 'Parity holds no promotion up.'
        : 'No promotion to production while it is so; for a hotfix qa is a risk only.',
  };
};

function askedFor({ version, candidate, environment, purpose }: ParityVerified): string {
  if (purpose === 'configuration-change')
    return 'Verified because a configuration change is in every environment concerned.';
  if (version === null) return 'Asked as a check on record, for the project as it stands.';
  const why =
    purpose === 'promotion' && environment !== null
      ? `for the promotion to ${environment}`
      : 'as a check on record';
  return `Asked ${why}, for version ${version}${candidate === null ? '' : `, candidate ${candidate}`}.`;
}

const states = {
  mirrors: 'mirrors',
  drifts: 'drifts from',
  unknown: 'is not known to mirror',
} as const;
