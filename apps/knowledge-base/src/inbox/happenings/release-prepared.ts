import type { ReleasePrepared } from '@roadbook/contracts';
import { code, layout } from '@roadbook/documents';
import type { Composed } from '../composed.js';
import { notesPart, ticketTable } from '../parts.js';
import { counted } from '../wording.js';

/**
 * A candidate is first prepared; a later candidate's entry takes its place. It fades in half a year: what was executed stays, and is
 * looked for then.
 */
export const composePrepared = (told: ReleasePrepared): Composed => {
  const { version, candidate, kind, breaking, tickets, notes, replaces } = told;
  return {
    ...{ type: 'decision', visibility: 'both', decay: 'medium', version, replaces },
    title: `Release ${version} is prepared and tagged`,
    context: `Every item of the pre-release verification and of the release artifacts holds for the candidate ${candidate}. It is a ${kind} release with ${counted(tickets.length, 'ticket')}.`,
    content: layout`**Version:** ${`v${version}`}
**Candidate:** ${code(candidate)}

### What Is Included

${ticketTable(tickets)}

### Release Notes

${notesPart(notes)}`,
    outcome: `Version ${version} is tagged on ${candidate}. The authorization of its promotion can be requested from the orchestrator.`,
    impact: [
      breaking
        ? `It breaks something for its users: ${counted(notes.breakingChanges.length, 'breaking change')}, with migration notes.`
        : 'It breaks nothing for its users.',
      `${counted(notes.knownIssues.length, 'known issue')} on record.`,
    ].join(' '),
  };
};
