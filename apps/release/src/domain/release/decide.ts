import { guard, isRefusal, refuse, refuseAtFirst, refuseUnlessAll } from '@roadbook/decider';
import type { Condition, Decider, Decision, Origin } from '@roadbook/decider';
import type { Surroundings } from '../hard-rules/standpoint.js';
import {
  compileNotes,
  prepareDeploymentLog,
  reviewRollbackPlan,
  tagVersion,
  writeRollbackPlan,
} from './artifacts.js';
import { authorize, deny, requestAuthorization } from './authorization.js';
import {
  checkParity,
  chooseCandidate,
  clearSecurityBlock,
  reportContents,
  reportGate,
  reportTestSuite,
  setSecurityBlock,
} from './candidate.js';
import type { ReleaseCommand } from './commands.js';
import { consequences } from './consequences.js';
import { claimDeployment, reportChecks, reportDeployment } from './deployment.js';
import type { ReleaseEvent } from './events.js';
import { evolveRelease } from './evolve.js';
import { dutiesAreSeparate, occurredTimeIsNotAhead, roleIsPermitted } from './guards.js';
import {
  planRelease,
  reportMerge,
  retargetTickets,
  widenSecurityScope,
  withdrawRelease,
} from './planning.js';
import {
  abandonClaim,
  diagnoseFailure,
  missDeadline,
  requestDeployment,
  withdrawUnclaimedDeployment,
} from './promotion.js';
import { reportRehearsalSteps, startRehearsal } from './rehearsal.js';
import {
  overrunRollbackBudget,
  reportRollbackChecks,
  reportRollbackSteps,
  startRollback,
} from './rollback.js';
import { acknowledgeRollbackCommunication, scheduleRollbackReview } from './rollback-aftermath.js';
import { unplanned } from './state.js';
import type { PlannedRelease, Release } from './state.js';
import {
  acknowledgeClientCommunication,
  confirmWindow,
  declareClients,
  lapseWindow,
  proposeWindow,
} from './window.js';

const releaseIsPlanned: Condition<Release> = guard(
  'release-planned',
  { from: 'cio' },
  ({ situation }) => (situation === 'planned' ? undefined : 'this release is not planned'),
);

/** Whether a command about a release is accepted, and what happens then. */
export function decideRelease(
  command: ReleaseCommand,
  release: Release,
  origin: Origin,
  surroundings: Surroundings,
): Decision<ReleaseEvent> {
  const decision =
    refuseAtFirst([roleIsPermitted, occurredTimeIsNotAhead], { command, origin }) ??
    decideAny(command, release, origin, surroundings);
  return isRefusal(decision) || decision.length === 0
    ? decision
    : [...decision, ...consequences(release, decision, origin, surroundings)];
}

function decideAny(
  command: ReleaseCommand,
  release: Release,
  origin: Origin,
  surroundings: Surroundings,
): Decision<ReleaseEvent> {
  if (command.type === 'PlanRelease')
    return planRelease({ command: command.data, release, origin, surroundings });
  if (release.situation === 'unplanned') return refuse(releaseIsPlanned, release);
  return (
    refuseUnlessAll(dutiesAreSeparate, {
      command,
      release,
      origin,
      surroundings,
      at: origin.at,
    }) ?? decidePlanned(command, release, origin, surroundings)
  );
}

function decidePlanned(
  { type, data }: Exclude<ReleaseCommand, { type: 'PlanRelease' }>,
  release: PlannedRelease,
  origin: Origin,
  surroundings: Surroundings,
): Decision<ReleaseEvent> {
  const asked = <Data>(command: Data) => ({
    command,
    release,
    origin,
    surroundings,
    at: origin.at,
  });
  switch (type) {
    case 'RetargetTickets':
      return retargetTickets(asked(data));
    case 'WidenSecurityScope':
      return widenSecurityScope(asked(data));
    case 'ReportMerge':
      return reportMerge(asked(data));
    case 'WithdrawRelease':
      return withdrawRelease(asked(data));
    case 'ChooseCandidate':
      return chooseCandidate(asked(data));
    case 'ReportContents':
      return reportContents(asked(data));
    case 'ReportTestSuite':
      return reportTestSuite(asked(data));
    case 'ReportGate':
      return reportGate(asked(data));
    case 'CheckParity':
      return checkParity(asked(data));
    case 'SetSecurityBlock':
      return setSecurityBlock(asked(data));
    case 'ClearSecurityBlock':
      return clearSecurityBlock(asked(data));
    case 'CompileNotes':
      return compileNotes(asked(data));
    case 'WriteRollbackPlan':
      return writeRollbackPlan(asked(data));
    case 'ReviewRollbackPlan':
      return reviewRollbackPlan(asked(data));
    case 'StartRehearsal':
      return startRehearsal(asked(data));
    case 'ReportRehearsalSteps':
      return reportRehearsalSteps(asked(data));
    case 'TagVersion':
      return tagVersion(asked(data));
    case 'PrepareDeploymentLog':
      return prepareDeploymentLog(asked(data));
    case 'RequestAuthorization':
      return requestAuthorization(asked(data));
    case 'Authorize':
      return authorize(asked(data));
    case 'Deny':
      return deny(asked(data));
    case 'ProposeWindow':
      return proposeWindow(asked(data));
    case 'ConfirmWindow':
      return confirmWindow(asked(data));
    case 'LapseWindow':
      return lapseWindow(asked(data));
    case 'DeclareClients':
      return declareClients(asked(data));
    case 'AcknowledgeClientCommunication':
      return acknowledgeClientCommunication(asked(data));
    case 'RequestDeployment':
      return requestDeployment(asked(data));
    case 'AbandonClaim':
      return abandonClaim(asked(data));
    case 'ClaimDeployment':
      return claimDeployment(asked(data));
    case 'ReportDeployment':
      return reportDeployment(asked(data));
    case 'ReportChecks':
      return reportChecks(asked(data));
    case 'MissDeadline':
      return missDeadline(asked(data));
    case 'WithdrawUnclaimedDeployment':
      return withdrawUnclaimedDeployment(asked(data));
    case 'DiagnoseFailure':
      return diagnoseFailure(asked(data));
    case 'StartRollback':
      return startRollback(asked(data));
    case 'ReportRollbackSteps':
      return reportRollbackSteps(asked(data));
    case 'ReportRollbackChecks':
      return reportRollbackChecks(asked(data));
    case 'OverrunRollbackBudget':
      return overrunRollbackBudget(asked(data));
    case 'AcknowledgeRollbackCommunication':
      return acknowledgeRollbackCommunication(asked(data));
    case 'ScheduleRollbackReview':
      return scheduleRollbackReview(asked(data));
    default:
      return type satisfies never;
  }
}

export const releaseDecider: Decider<ReleaseCommand, Release, ReleaseEvent, Surroundings> = {
  initial: unplanned,
  decide: decideRelease,
  evolve: evolveRelease,
};
