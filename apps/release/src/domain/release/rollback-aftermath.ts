import { guard, refuse, refuseAtFirst, silence } from '@roadbook/decider';
import type { Condition, Decision } from '@roadbook/decider';
import type { Asked } from './asked.js';
import type { ReleaseEvent } from './events.js';

type Aftermath = Asked<'AcknowledgeRollbackCommunication' | 'ScheduleRollbackReview'>;

const rollbackHasStarted: Condition<Aftermath> = guard(
  'rollback-started',
  {},
  ({ release: { rollback, version } }) =>
    rollback.is === 'none' ? `${version} is not and was not rolled back` : undefined,
);

const usersWereAffected: Condition<Aftermath> = guard(
  'users-affected',
  {},
  ({ release: { rollback } }) =>
    rollback.is !== 'none' && !rollback.usersAffected
      ? 'no users were affected by this rollback, so there is nothing to acknowledge'
      : undefined,
);

export function acknowledgeRollbackCommunication(
  asked: Asked<'AcknowledgeRollbackCommunication'>,
): Decision<ReleaseEvent> {
  const { command, release } = asked;
  const { rollback } = release;
  if (rollback.is === 'none') return refuse<Aftermath>(rollbackHasStarted, asked);
  const refusal = refuseAtFirst<Aftermath>([usersWereAffected], asked);
  if (refusal) return refusal;
  if (rollback.acknowledged) return silence;
  const data = { rollback: rollback.rollback, note: command.note };
  return [{ type: 'RollbackCommunicationAcknowledged', data }];
}

/** The review asks why it failed, and what the plan lacked. */
export function scheduleRollbackReview(
  asked: Asked<'ScheduleRollbackReview'>,
): Decision<ReleaseEvent> {
  const { command, release } = asked;
  const { rollback } = release;
  if (rollback.is === 'none') return refuse<Aftermath>(rollbackHasStarted, asked);
  if (rollback.reviewAt === command.reviewAt) return silence;
  const { reviewAt, note } = command;
  return [
    { type: 'RollbackReviewScheduled', data: { rollback: rollback.rollback, reviewAt, note } },
  ];
}
