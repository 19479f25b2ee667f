import type { PlannedRelease } from '../../../apps/release/src/domain/release/state.js';
import { plusMs } from '@roadbook/decider';
import type { Act } from '../simulator/world.js';
import { verdicts } from './deployment.js';
import type { Moment } from './moment.js';
import { checkResults, stepResults } from './orders.js';

export const rollBack = (moment: Moment, version: string): Act =>
  moment.act('cio', {
    of: 'rollback',
    version,
    why: {
      reason: 'orders are lost',
      confirmation: moment.random.chance(0.9) ? 'since the deployment, on no other day' : ' ',
      usersAffected: moment.random.chance(0.7),
    },
  });

/** What is done next about a rollback that has started: its steps, its checks, and what comes after. */
export function rollback(moment: Moment, release: PlannedRelease): Act | undefined {
  const { version, rollback: standing, plan } = release;
  if (standing.is === 'none') return undefined;
  if (standing.is === 'completed') return afterwards(moment, release);
  const total = (plan?.steps.length ?? 0) + 1;
  const passed = standing.steps.findIndex(({ verdict }) => verdict !== 'passed');
  const done = passed === -1 ? standing.steps.length : passed;
  if (done < total) {
    const from = standing.steps[done - 1]?.endedAt ?? plusMs(moment.now, -total * 1000);
    const count = moment.random.chance(0.8) ? total - done : 1;
    const steps = stepResults(done + 1, count, from, 1000, verdicts(moment.random));
    return moment.order('deployer', version, {
      type: 'ReportRollbackSteps',
      data: { rollback: standing.rollback, steps },
    });
  }
  if (moment.random.chance(0.2)) return afterwards(moment, release);
  return moment.order('deployer', version, {
    type: 'ReportRollbackChecks',
    data: {
      rollback: standing.rollback,
      checks: checkResults('production', verdicts(moment.random)),
    },
  });
}

function afterwards(
  moment: Moment,
  { version, rollback: standing }: PlannedRelease,
): Act | undefined {
  if (standing.is === 'none') return undefined;
  if (standing.reviewAt === undefined)
    return moment.order('cio', version, {
      type: 'ScheduleRollbackReview',
      data: { reviewAt: plusMs(moment.now, 86_400_000), note: 'what did the plan lack' },
    });
  return standing.acknowledged
    ? undefined
    : moment.order('cco', version, {
        type: 'AcknowledgeRollbackCommunication',
        data: { note: 'clients were told' },
      });
}
