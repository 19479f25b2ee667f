import type { ReleaseExecuted } from '@roadbook/contracts';
import { code, layout } from '@roadbook/documents';
import type { Composed } from '../composed.js';
import { planPart, ticketTable } from '../parts.js';
import { counted, shownTime } from '../wording.js';

/** The promotion to production has ended. It fades in two years: what went live, and what failed there, is asked for long after. */
export const composeExecuted = (told: ReleaseExecuted): Composed => {
  const { version, candidate, kind, attempt, outcome, tickets, rollbackPlan, phase } = told;
  const ended = endings[outcome];
  return {
    ...{ type: 'decision', visibility: 'both', decay: 'long', version },
    title: ended.title(version),
    context: `The ${kind} release ${version} with ${counted(tickets.length, 'ticket')} was to go to production: attempt ${attempt} of the candidate ${candidate}.`,
    content: layout`**Version:** ${`v${version}`}
**Candidate:** ${code(candidate)}
**Result:** ${outcome}
**Ended:** ${shownTime(told.occurredAt ?? told.recordedAt)}, while it was ${phase}

### Tickets

${ticketTable(tickets)}

### Rollback Plan

${planPart(rollbackPlan)}`,
    outcome: ended.outcome(version),
    impact: ended.impact,
  };
};

interface Ending {
  readonly title: (version: string) => string;
  readonly outcome: (version: string) => string;
  readonly impact: string;
}

const endings: Readonly<Record<ReleaseExecuted['outcome'], Ending>> = {
  passed: {
    title: (version) => `Release ${version} is live`,
    outcome: (version) => `Version ${version} was deployed to production and passed every check.`,
    impact: 'Its features are live for everybody. The rollback plan below is the way back.',
  },
  failed: {
    title: (version) => `Release ${version} failed in production`,
    outcome: (version) =>
      `The deployment of ${version} to production, or a check after it, failed.`,
    impact: 'Production goes back by the rollback plan where it was touched.',
  },
  errored: {
    title: (version) => `Release ${version} could not be deployed to production`,
    outcome: (version) => `The deployment of ${version} to production could not be carried out.`,
    impact: 'What stands in production has to be looked at: it is tried again, or rolled back.',
  },
  unanswered: {
    title: (version) => `Nobody answered for release ${version} in production`,
    outcome: (version) =>
      `No report about ${version} in production came in time. That is nobody's verdict, and passes nothing.`,
    impact: 'What stands in production has to be looked at: it is tried again, or rolled back.',
  },
  withdrawn: {
    title: (version) => `The deployment of release ${version} to production was withdrawn`,
    outcome: (version) => `Nobody had taken up the deployment of ${version}; it was withdrawn.`,
    impact: 'Production is as it was.',
  },
};
