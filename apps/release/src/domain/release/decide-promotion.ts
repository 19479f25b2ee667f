import type { Decision } from '@roadbook/decider';
import { askedIn } from './asked.js';
import type { Circumstances } from './asked.js';
import { authorize, deny, requestAuthorization } from './authorization.js';
import type { PromotionCommand, RollbackCommand } from './commands.js';
import { decideRollback } from './decide-rollback.js';
import { claimDeployment, reportChecks, reportDeployment } from './deployment.js';
import type { ReleaseEvent } from './events.js';
import {
  abandonClaim,
  diagnoseFailure,
  missDeadline,
  requestDeployment,
  withdrawUnclaimedDeployment,
} from './promotion.js';
import {
  acknowledgeClientCommunication,
  confirmWindow,
  declareClients,
  lapseWindow,
  proposeWindow,
} from './window.js';

/** What takes a release through the environments; everything else is about a rollback. */
export function decidePromotion(
  command: PromotionCommand | RollbackCommand,
  circumstances: Circumstances,
): Decision<ReleaseEvent> {
  const asked = askedIn(circumstances);
  switch (command.type) {
    case 'RequestAuthorization':
      return requestAuthorization(asked(command.data));
    case 'Authorize':
      return authorize(asked(command.data));
    case 'Deny':
      return deny(asked(command.data));
    case 'ProposeWindow':
      return proposeWindow(asked(command.data));
    case 'ConfirmWindow':
      return confirmWindow(asked(command.data));
    case 'LapseWindow':
      return lapseWindow(asked(command.data));
    case 'DeclareClients':
      return declareClients(asked(command.data));
    case 'AcknowledgeClientCommunication':
      return acknowledgeClientCommunication(asked(command.data));
    case 'RequestDeployment':
      return requestDeployment(asked(command.data));
    case 'AbandonClaim':
      return abandonClaim(asked(command.data));
    case 'ClaimDeployment':
      return claimDeployment(asked(command.data));
    case 'ReportDeployment':
      return reportDeployment(asked(command.data));
    case 'ReportChecks':
      return reportChecks(asked(command.data));
    case 'MissDeadline':
      return missDeadline(asked(command.data));
    case 'WithdrawUnclaimedDeployment':
      return withdrawUnclaimedDeployment(asked(command.data));
    case 'DiagnoseFailure':
      return diagnoseFailure(asked(command.data));
    default:
      return decideRollback(command, circumstances);
  }
}
