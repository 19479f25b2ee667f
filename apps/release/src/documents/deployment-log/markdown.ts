import { signature } from '../authorized-by.js';
import { checkBoxes } from '../checks.js';
import { layout, table, clock, dateAndTime } from '@roadbook/documents';
import type { DeploymentLogDocument } from './document.js';

/** The deployment log in its fixed layout (formats.md); it shows nothing that the JSON does not have. */
export const deploymentLogMarkdown = (log: DeploymentLogDocument): string =>
  layout`## DEPLOYMENT LOG — v${log.version}
**Date:** ${dateAndTime(log.date)}
**Version:** v${log.version}
**Environment:** ${log.environment ?? '—'}
**Deployed by:** ${log.deployedBy.role} — ${log.deployedBy.actor ?? 'not yet'}
**Authorized by:** ${signature(log.authorizedBy, log.date)}

### Tickets Included
${ticketTable(log)}

### Promotion Path
${pathTable(log)}

### Post-Deployment Verification
${checkBoxes(log.postDeploymentVerification)}

### Rollback Status
Rollback required: ${log.rollback.entry === null ? 'NO' : `YES — see rollback entry ${log.rollback.entry}`}
Rollback plan remains valid for: ${log.rollback.planValidForHours ?? '—'} hours post-deployment

### Duration
Deployment start: ${timeOrDash(log.duration.start, log)}
Deployment end: ${timeOrDash(log.duration.end, log)}
Total duration: ${log.duration.totalMinutes ?? '—'} minutes

### Result: ${log.result}
`.source;

const ticketTable = ({ tickets }: DeploymentLogDocument) =>
  table(
    `| Ticket | Title | Type |
|--------|-------|------|`,
    tickets.map(({ id, title, type }) => [id, title, type]),
  );

const pathTable = (log: DeploymentLogDocument) =>
  table(
    `| Environment | Deployed At | Result | Notes |
|-------------|-----------|--------|-------|`,
    log.promotionPath.map(({ environment, deployedAt, result, notes }) => [
      environment,
      timeOrDash(deployedAt, log),
      result ?? '—',
      notes.join('; '),
    ]),
  );

const timeOrDash = (time: string | null, { date }: DeploymentLogDocument): string =>
  time === null ? '—' : clock(time, date);
