import type { Happened, Whose } from './happened.js';
import type { PromotionDeadline, WindowDeadline } from './row.js';

export function promotion(
  row: PromotionDeadline | undefined,
  event: Happened,
  id: string,
  whose: Whose,
): PromotionDeadline | undefined {
  switch (event.type) {
    case 'DeploymentRequested': {
      const { deployment, environment, deadline: due } = event.data;
      return { id, kind: 'deployment', ...whose, deployment, environment, due };
    }
    case 'DeploymentReported':
      return row && verified(row, event.data.verificationDeadline);
    case 'PromotionEnded':
      return undefined;
    default:
      return row;
  }
}

/** Only what was deployed is verified. */
const verified = (row: PromotionDeadline, due: string | null): PromotionDeadline =>
  due === null ? row : { ...row, kind: 'verification', due };

/** Suspended from the moment a deployer has claimed the deployment to production until that has ended. */
export function window(
  row: WindowDeadline | undefined,
  event: Happened,
  id: string,
  whose: Whose,
): WindowDeadline | undefined {
  switch (event.type) {
    case 'WindowProposed':
    case 'WindowConfirmed': {
      const { start, end } = event.data;
      const due = row?.due === null ? null : end;
      return { id, kind: 'window', ...whose, start, end, due };
    }
    case 'DeploymentClaimed':
      return row && { ...row, due: null };
    case 'PromotionEnded':
      return event.data.outcome === 'passed' ? undefined : row && { ...row, due: row.end };
    case 'WindowLapsed':
    case 'ReleaseWithdrawn':
    case 'RollbackStarted':
      return undefined;
    default:
      return row;
  }
}
