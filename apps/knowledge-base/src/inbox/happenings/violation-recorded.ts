import type { ViolationRecorded } from '@roadbook/contracts';
import { code, layout } from '@roadbook/documents';
import type { Composed } from '../composed.js';
import { shownTime } from '../wording.js';

const rules: Readonly<Record<number, string>> = {
  1: 'no direct deploy to production',
  2: 'four artifacts',
  3: 'parity is enforced',
  4: 'pipeline changes are annotated and confirmed first',
  5: 'rollback before deployment',
};

/** An attempt to break a hard rule was refused. It fades in two years: whoever looks for a pattern looks back that far. */
export const composeViolation = (told: ViolationRecorded): Composed => {
  const { version, candidate, change, command, rule, missing, actor, role } = told;
  const name = rules[rule] ?? 'unknown';
  const about = version === undefined ? '' : ` for version ${version}`;
  return {
    ...{ type: 'risk', visibility: 'internal', decay: 'long' },
    ...(version !== undefined && { version }),
    title: `Rule ${rule} refused ${command}${about}`,
    context: `${actor}, as ${role}, tried ${command}${about}${candidate === null ? '' : ` with the candidate ${candidate}`}.`,
    content: layout`**Who:** ${actor} as ${role}
**Tried:** ${code(command)}
**Rule:** ${rule}, ${name}
**Candidate:** ${candidate ?? '—'}
**Change:** ${change ?? '—'}
**When:** ${shownTime(told.recordedAt)}

### What Was Missing

${missing.map(({ id, missing: sentence }) => layout`- ${code(id)}: ${sentence}`)}`,
    outcome: `Refused by hard rule ${rule}: ${name}.`,
    impact: 'Nothing was done. It is on record once for each actor who tries the same.',
  };
};
