import type { DeploymentLogClosed } from '@roadbook/contracts';
import { code, layout, table } from '@roadbook/documents';
import type { Composed } from '../composed.js';
import { ticketTable } from '../parts.js';
import { counted, duration, shownTime } from '../wording.js';

/** A deployment log is closed, once. It fades in half a year: afterwards its figures are of use in sums only. */
export const composeLogClosed = (told: DeploymentLogClosed): Composed => {
  const { version, candidate, kind, result, tickets, plan, path, startedAt, endedAt } = told;
  const took =
    told.durationSeconds === null ? 'nothing was requested' : duration(told.durationSeconds);
  return {
    ...{ type: 'session', visibility: 'both', decay: 'medium', version },
    title: `Deployment log of ${version}: ${result}`,
    context: `The ${kind} release ${version}, candidate ${candidate}, with ${counted(tickets.length, 'ticket')} and ${counted(path.length, 'deployment')}.`,
    content: layout`**Version:** ${`v${version}`}
**Candidate:** ${code(candidate)}
**Result:** ${result}
**Started:** ${shownTime(startedAt)}
**Closed:** ${shownTime(endedAt)}
**Duration:** ${took}
**Rollback plan:** ${code(plan)}

### Promotion Path

${table(
  '| Environment | Attempt | Requested | Deployed | Ended | Outcome |\n|-------------|---------|-----------|----------|-------|---------|',
  path.map((stop) => [
    stop.environment,
    stop.attempt,
    shownTime(stop.requestedAt),
    shownTime(stop.deployedAt),
    shownTime(stop.endedAt),
    stop.outcome ?? '—',
  ]),
)}

### Tickets

${ticketTable(tickets)}`,
    outcome: outcomes[result](version),
    impact: `From the first request to the closing: ${took}.`,
  };
};

const outcomes: Readonly<Record<DeploymentLogClosed['result'], (version: string) => string>> = {
  SUCCESS: (version) => `Version ${version} was verified in production.`,
  FAILED: (version) => `Version ${version} did not get through, and nothing was rolled back.`,
  'ROLLED BACK': (version) => `Version ${version} was rolled back. Its fix is a new version.`,
};
