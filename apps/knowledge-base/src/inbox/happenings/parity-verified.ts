import type { ParityVerified } from '@roadbook/contracts';
import { layout } from '@roadbook/documents';
import type { Composed } from '../composed.js';
import { driftTable } from '../drift.js';
import { counted } from '../wording.js';

/** Parity was checked, whatever was found. It fades in a month: the next check tells how it is then. */
export const composeParity = (told: ParityVerified): Composed => {
  const { version, environment, purpose, staging, qa, drift, question, change } = told;
  return {
    ...{ type: 'gate', visibility: 'internal', decay: 'short' },
    ...(version !== null && { version }),
    title: `Parity${version === null ? '' : ` for ${version}`}: staging ${inShort[staging]}, qa ${inShort[qa]}`,
    context: contextOf(told),
    content: layout`**Staging:** ${states[staging]} production
**Qa:** ${states[qa]} production
**Verified as:** ${reasons[purpose]}${environment === null ? '' : `, ${environment}`}
**Question:** ${question ?? '—'}
**Configuration change:** ${change ?? '—'}

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

const contextOf = ({ purpose, version, candidate }: ParityVerified): string => {
  const of = version === null ? '' : `, for version ${version}`;
  return `Verified as ${reasons[purpose]}${of}${candidate === null ? '' : `, candidate ${candidate}`}.`;
};

const reasons = {
  promotion: 'the ground of a promotion',
  check: 'a check on record',
  'configuration-change': 'the last step of a configuration change that is everywhere now',
} as const;

const inShort = { mirrors: 'mirrors', drifts: 'drifts', unknown: 'unknown' } as const;

const states = {
  mirrors: 'mirrors',
  drifts: 'drifts from',
  unknown: 'is not known to mirror',
} as const;
