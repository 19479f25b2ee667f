import { claim, rollbackClaim } from './claims.js';
import type { Happened, Whose } from './happened.js';
import { promotion, window } from './promotions.js';
import type { Deadline, RollbackBudgetDeadline } from './row.js';

/** One deadline after one more event that is about it; `undefined` when there is none any more. */
export function applyToDeadline(
  row: Deadline | undefined,
  event: Happened,
  key: string,
  whose: Whose,
): Deadline | undefined {
  const kind = key.slice(0, key.indexOf('/')) as keyof typeof kinds;
  // The key says of which kind its row is.
  return kinds[kind](row as never, event, key, whose);
}

const kinds = { claim, promotion, window, 'rollback-claim': rollbackClaim, rollback };

function rollback(
  row: RollbackBudgetDeadline | undefined,
  event: Happened,
  id: string,
  whose: Whose,
): RollbackBudgetDeadline | undefined {
  switch (event.type) {
    case 'RollbackStarted': {
      const { rollback, budgetEndsAt: due } = event.data;
      return { id, kind: 'rollback-budget', ...whose, rollback, due };
    }
    case 'RollbackBudgetOverrun':
    case 'RollbackCompleted':
      return undefined;
    default:
      return row;
  }
}
