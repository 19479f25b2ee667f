import type { ViolationRecorded } from '@roadbook/contracts';
import { hardRuleNames, missingInWords, refusedInWords } from '@roadbook/decider';
import type { HardRule } from '@roadbook/decider';
import { code, layout } from '@roadbook/documents';
import type { Composed } from '../composed.js';
import { shownTime } from '../wording.js';

/** What was refused, as it is named where nobody knows more. */
function subjectOf({ version, command }: ViolationRecorded): string {
  if (version !== undefined) return `Version ${version}`;
  return command.includes('Pipeline') ? 'A pipeline change' : 'A configuration change';
}

/** An attempt to break a hard rule was refused. It fades in two years: whoever looks for a pattern looks back that far. */
export const composeViolation = (told: ViolationRecorded): Composed => {
  const { version, candidate, change, environment, command, missing, actor, role } = told;
  const rule = told.rule as HardRule;
  const name = hardRuleNames[rule];
  const about = version === undefined ? '' : ` for version ${version}`;
  return {
    ...{ type: 'risk', visibility: 'internal', decay: 'long' },
    ...(version !== undefined && { version }),
    title: `${subjectOf(told)} ${refusedInWords({ command, rule, environment })}`,
    context: `${actor}, as ${role}, tried ${command}${about}${candidate === null ? '' : ` with the candidate ${candidate}`}.`,
    content: layout`**Who:** ${actor} as ${role}
**Tried:** ${code(command)}
**Rule:** ${rule}, ${name}
**Environment:** ${environment ?? '—'}
**Candidate:** ${candidate ?? '—'}
**Change:** ${change ?? '—'}
**When:** ${shownTime(told.recordedAt)}

### What Was Missing

${missing.map(({ id, ...one }) => layout`- ${code(id)}: ${missingInWords(one)}`)}`,
    outcome: `Refused by hard rule ${rule}: ${name}.`,
    impact:
      command === 'ReportPipelineDefinition'
        ? 'It is in place all the same: no promotion of the project proceeds until it is reverted. It is on record each time that it is found.'
        : 'Nothing was done. It is on record once for each actor who tries the same.',
  };
};
