import {
  rollbackEnded,
  rollbackOverran,
  rollbackRequested,
  rollbackStarted,
} from '@roadbook/contracts';
import { entriesMax } from '@roadbook/decider';
import { nothing, tell } from '@roadbook/telling';
import type { Told } from '@roadbook/telling';
import { checksOf } from '../domain/environments.js';
import type { DataOf, RollbackEvent } from '../domain/release/events.js';
import type { PlannedRelease } from '../domain/release/state.js';
import type { RollbackInFull } from '../domain/release/rollback-in-full.js';
import { planOf, sentence, toldCheck } from './parts.js';
import type { AtEvent, Tellings } from './telling.js';

const environment = 'production';

export const rollback: Tellings<RollbackEvent> = {
  RollbackStarted: ({ data }, { happening, release }) => {
    const { rollback: id, candidate, restores, budgetEndsAt } = data;
    const [reason, confirmation] = [sentence(data.reason), sentence(data.confirmation)];
    return [
      tell(rollbackStarted, { ...happening, ...data, reason, confirmation }),
      tell(rollbackRequested, {
        ...happening,
        ...{ rollback: id, environment, candidate, restores, reason, budgetEndsAt },
        rollbackPlan: planOf(release),
        requiredChecks: checksOf(environment),
      }),
    ];
  },
  RollbackStepsReported: nothing,
  RollbackChecksReported: nothing,
  RollbackIncomplete: ({ data: { because }, recordedAt }, at) =>
    ended(at, { because: sentence(because), endedAt: recordedAt }),
  RollbackBudgetOverrun: ({ data }, { happening, full }) =>
    full.rollback
      ? [
          tell(rollbackOverran, {
            ...happening,
            ...data,
            candidate: full.rollback.started.candidate,
          }),
        ]
      : [],
  RollbackCompleted: ({ data, recordedAt }, at) =>
    ended(at, { completed: data, endedAt: recordedAt }),
  RollbackCommunicationAcknowledged: nothing,
  RollbackReviewScheduled: nothing,
};

type End =
  | { readonly completed: DataOf<'RollbackCompleted'>; readonly endedAt: string }
  | { readonly because: string; readonly endedAt: string };

function ended({ happening, release, full }: AtEvent, end: End): Told[] {
  const { rollback: known } = full;
  if (!known) return [];
  const { budgetEndsAt, ...started } = known.started;
  const incomplete = {
    result: 'incomplete',
    because: 'because' in end ? end.because : null,
    restored: null,
    durationSeconds: null,
    withinBudget: !known.overrun && end.endedAt < budgetEndsAt,
  } as const;
  const outcome =
    'completed' in end
      ? {
          result: 'complete' as const,
          because: null,
          restored: end.completed.restored,
          durationSeconds: end.completed.durationSeconds,
          withinBudget: end.completed.withinBudget,
        }
      : incomplete;
  return [
    tell(rollbackEnded, {
      ...happening,
      ...started,
      reason: sentence(started.reason),
      confirmation: sentence(started.confirmation),
      confirmedBy: known.confirmedBy,
      ...outcome,
      steps: stepsOf(release, known),
      checks: known.checks.map(toldCheck),
      startedAt: known.startedAt,
      endedAt: end.endedAt,
      followUp: { review: known.review, clients: clientsAfter(known) },
      replaces: known.ends.at(-2) ?? null,
    }),
  ];
}

const clientsAfter = ({ started, acknowledged }: RollbackInFull) => {
  if (!started.usersAffected) return 'not affected';
  return acknowledged ? 'told' : 'to be told';
};

/** Every run of every step, with what the plan says is done in it. */
function stepsOf(release: PlannedRelease, { steps }: RollbackInFull) {
  const plan = planOf(release);
  const actions = [...plan.steps, plan.verification].map(({ action }) => action);
  return steps
    .slice(-entriesMax)
    .map((step) => ({ ...step, action: actions[step.step - 1] ?? 'a step that the plan lacks' }));
}
