import { checkBoxes } from '../checks.js';
import { layout, table, clock, clockWithSeconds, dateAndTime } from '@roadbook/documents';
import type { Markdown } from '@roadbook/documents';
import type { RollbackReportDocument } from './document.js';
import type { StepRun } from './steps.js';

/** The rollback report, in the style of the other documents; it shows nothing that the JSON does not have. */
export const rollbackReportMarkdown = (report: RollbackReportDocument): string =>
  layout`## ROLLBACK REPORT — v${report.versionRolledBack}
**Date:** ${dateAndTime(report.date)}
**Rollback entry:** ${report.rollback}
**Version rolled back:** v${report.versionRolledBack}
**Version restored:** ${restored(report)}
**Reason:** ${report.reason}
**Deployment-related, confirmed by:** ${confirmation(report)}
**Orchestrator told:** "Rollback required" — ${clock(report.orchestratorToldAt, report.date)}

### Steps
${stepTable(report)}

### Post-Rollback Verification
${checkBoxes(report.verification)}

### Duration
Rollback start: ${clockWithSeconds(report.time.start, report.date)}
Rollback end: ${secondsOrDash(report.time.end, report)}
Total time: ${totalTime(report)}
Rollback plan valid for: ${report.plan.validForHours} hours post-deployment — ${report.plan.expired ? 'expired when the rollback started' : 'not expired'}

### Impact
Users affected: ${report.usersAffected ? 'YES' : 'NO'}
CCO told: ${ccoTold(report)}

### Follow-up
Review: ${review(report)}
KB entry: ${report.kbEntry ?? '—'}

### Result: ${report.result}${report.incompleteBecause === null ? '' : layout` — ${report.incompleteBecause}`}
`.source;

const restored = ({ versionRestored }: RollbackReportDocument): string =>
  versionRestored === null ? 'none — withdrawn, nothing stood before it' : `v${versionRestored}`;

const confirmation = ({ confirmedBy, date }: RollbackReportDocument): Markdown =>
  layout`${confirmedBy.role === 'system' ? 'Roadbook, by its own finding' : confirmedBy.role.toUpperCase()} — ${confirmedBy.actor}, ${clock(confirmedBy.at, date)}: ${confirmedBy.confirmation}`;

const stepTable = (report: RollbackReportDocument): Markdown =>
  table(
    `| Step | Action | Start | End | Result | Notes |
|------|--------|-------|-----|--------|-------|`,
    report.steps.map((run) => [
      run.step,
      run.action,
      secondsOrDash(run.startedAt, report),
      secondsOrDash(run.endedAt, report),
      run.result ?? '—',
      notes(run).join('; '),
    ]),
  );

const notes = ({ isVerification, repeated, verdict, note }: StepRun): string[] => [
  ...(isVerification ? ['verification'] : []),
  ...(repeated ? ['repeated'] : []),
  ...(verdict === 'inconclusive' ? ['inconclusive'] : []),
  ...(note === null ? [] : [note]),
];

function totalTime(report: RollbackReportDocument): string {
  const { time } = report;
  const total = time.totalSeconds === null ? '—' : minutesAndSeconds(time.totalSeconds);
  return `${total} of ${minutesAndSeconds(time.budgetSeconds)}${verdictOnTime(report)}`;
}

function verdictOnTime({
  time: { withinBudget, overrunAt },
  date,
}: RollbackReportDocument): string {
  if (withinBudget === null) return '';
  if (withinBudget) return ' — within the budget';
  return overrunAt === null ? ' — overrun' : ` — overrun at ${clockWithSeconds(overrunAt, date)}`;
}

function minutesAndSeconds(seconds: number): string {
  const rest = seconds % 60;
  const minutes = `${String(Math.floor(seconds / 60))} minutes`;
  return rest === 0 ? minutes : `${minutes} ${String(rest)} seconds`;
}

function ccoTold({ usersAffected, ccoTold: told, date }: RollbackReportDocument): Markdown {
  if (told)
    return layout`YES — ${told.actor}, ${clock(told.at, date)}${told.note === '' ? '' : layout`: ${told.note}`}`;
  return usersAffected ? layout`NO — not yet` : layout`— not applicable`;
}

const review = ({ review: scheduled }: RollbackReportDocument): Markdown =>
  scheduled
    ? layout`${dateAndTime(scheduled.at)}${scheduled.note === '' ? '' : layout` — ${scheduled.note}`}`
    : layout`— not yet`;

const secondsOrDash = (time: string | null, { date }: RollbackReportDocument): string =>
  time === null ? '—' : clockWithSeconds(time, date);
