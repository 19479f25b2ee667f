import type { RollbackEnded } from '@roadbook/contracts';
import { code, layout, table } from '@roadbook/documents';
import type { Composed } from '../composed.js';
import { duration, ended, shownSecond, shownTime } from '../wording.js';

/**
 * A rollback has ended, complete or not; the end of a repeated one takes the place of the one before. It never fades: why a release had
 * to be undone, and how that went, is what must not be learnt twice.
 */
export const composeRollback = (told: RollbackEnded): Composed => {
  const { version, restores, restored, reason, confirmation, result, because, replaces } = told;
  const target = restores ?? 'nothing, as it was the first release';
  return {
    ...{ type: 'decision', visibility: 'both', decay: 'permanent', version, replaces },
    title:
      result === 'complete'
        ? `Release ${version} was rolled back${restored === null ? '' : ` to ${restored}`}`
        : `The rollback of release ${version} is incomplete`,
    context: `Rolled back because: ${ended(reason)} Confirmed as coming from the deployment: ${ended(confirmation)}`,
    content: layout`**Version rolled back:** ${`v${version}`}
**Version to restore:** ${target}
**Reason:** ${reason}
**Confirmed by:** ${told.confirmedBy}: ${confirmation}
**Started:** ${shownTime(told.startedAt)}
**Ended:** ${shownTime(told.endedAt)}
**Total time:** ${told.durationSeconds === null ? 'not known, as it is incomplete' : duration(told.durationSeconds)}, ${told.withinBudget ? 'within' : 'beyond'} the ten minutes
**Rollback plan:** ${code(told.plan)}${told.planExpired ? ', used later than it was meant for' : ''}

### Steps Taken

${table(
  '| Step | Action | Start | End | Result | Note |\n|------|--------|-------|-----|--------|------|',
  told.steps.map(({ step, action, startedAt, endedAt, verdict, note = '' }) => [
    ...[step, action, shownSecond(startedAt), shownSecond(endedAt), verdict, note],
  ]),
)}

### Verification

${table(
  '| Check | Result |\n|-------|--------|',
  told.checks.map(({ check, verdict }) => [check, verdict]),
)}

### Follow-up

- Clients: ${told.followUp.clients}
- Review: ${reviewOf(told)}
- The fix is a new version.`,
    outcome:
      result === 'complete'
        ? `Production is back at ${restored ?? 'the state before the first release'}.`
        : `Production is not back at the previous good state: ${ended(because ?? 'nobody said why')}`,
    impact: `${told.usersAffected ? 'Users were affected' : 'No users were affected'}; clients: ${told.followUp.clients}. Version ${version} is final: its fix is a new version.`,
  };
};

const reviewOf = ({ followUp: { review } }: RollbackEnded): string =>
  review === null ? 'not scheduled yet' : `${shownTime(review.reviewAt)}: ${review.note}`;
