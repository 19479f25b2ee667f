import type { ParityVerified } from '@roadbook/contracts';
import { layout } from '@roadbook/documents';
import type { Composed } from '../composed.js';
import { driftTable } from '../drift.js';
import { counted } from '../wording.js';

/** Parity was checked, whatever was found. It fades in a month: the next check tells how it is then. */
export const composeParity = (told: ParityVerified): Composed => {
  const { version, candidate, environment, purpose, staging, qa, drift, question } = told;
  return {
    ...{ type: 'gate', visibility: 'internal', decay: 'short', version },
    title: `Parity for ${version}: staging ${inShort[staging]}, qa ${inShort[qa]}`,
    context: `Asked ${purpose === 'promotion' ? `for the promotion to ${environment}` : 'as a check on record'}, for version ${version}${candidate === null ? '' : `, candidate ${candidate}`}.`,
    content: layout`**Staging:** ${states[staging]} production
**Qa:** ${states[qa]} production
**Asked for:** ${environment}, ${purpose}
**Question:** ${question}

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

const inShort = { mirrors: 'mirrors', drifts: 'drifts', unknown: 'unknown' } as const;

const states = {
  mirrors: 'mirrors',
  drifts: 'drifts from',
  unknown: 'is not known to mirror',
} as const;
