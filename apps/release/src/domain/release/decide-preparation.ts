import type { Decision } from '@roadbook/decider';
import {
  compileNotes,
  prepareDeploymentLog,
  reviewRollbackPlan,
  tagVersion,
  writeRollbackPlan,
} from './artifacts.js';
import { askedIn } from './asked.js';
import type { Circumstances } from './asked.js';
import {
  checkParity,
  chooseCandidate,
  clearSecurityBlock,
  reportContents,
  reportGate,
  reportTestSuite,
  setSecurityBlock,
} from './candidate.js';
import type { PreparationCommand, PromotionCommand, RollbackCommand } from './commands.js';
import { decidePromotion } from './decide-promotion.js';
import type { ReleaseEvent } from './events.js';
import { reportMerge, retargetTickets, widenSecurityScope, withdrawRelease } from './planning.js';
import { reportRehearsalSteps, startRehearsal } from './rehearsal.js';

/** What prepares a planned release; everything else is about its promotion. */
export function decidePreparation(
  command: PreparationCommand | PromotionCommand | RollbackCommand,
  circumstances: Circumstances,
): Decision<ReleaseEvent> {
  const asked = askedIn(circumstances);
  switch (command.type) {
    case 'RetargetTickets':
      return retargetTickets(asked(command.data));
    case 'WidenSecurityScope':
      return widenSecurityScope(asked(command.data));
    case 'ReportMerge':
      return reportMerge(asked(command.data));
    case 'WithdrawRelease':
      return withdrawRelease(asked(command.data));
    case 'ChooseCandidate':
      return chooseCandidate(asked(command.data));
    case 'ReportContents':
      return reportContents(asked(command.data));
    case 'ReportTestSuite':
      return reportTestSuite(asked(command.data));
    case 'ReportGate':
      return reportGate(asked(command.data));
    case 'CheckParity':
      return checkParity(asked(command.data));
    case 'SetSecurityBlock':
      return setSecurityBlock(asked(command.data));
    case 'ClearSecurityBlock':
      return clearSecurityBlock(asked(command.data));
    case 'CompileNotes':
      return compileNotes(asked(command.data));
    case 'WriteRollbackPlan':
      return writeRollbackPlan(asked(command.data));
    case 'ReviewRollbackPlan':
      return reviewRollbackPlan(asked(command.data));
    case 'StartRehearsal':
      return startRehearsal(asked(command.data));
    case 'ReportRehearsalSteps':
      return reportRehearsalSteps(asked(command.data));
    case 'TagVersion':
      return tagVersion(asked(command.data));
    case 'PrepareDeploymentLog':
      return prepareDeploymentLog(asked(command.data));
    default:
      return decidePromotion(command, circumstances);
  }
}
