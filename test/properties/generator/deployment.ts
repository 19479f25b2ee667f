import type { Attempt, PlannedRelease } from '../../../apps/release/src/domain/release/state.js';
import type { DeploymentOutcome, Verdict } from '../../../apps/release/src/domain/verdicts.js';
import type { Random } from '../random.js';
import type { Act } from '../simulator/world.js';
import type { Moment } from './moment.js';
import { checkResults, evidence } from './orders.js';

/** What a deployer does next about a deployment that was requested: claim it, report it, report its checks. */
export function deployment(
  moment: Moment,
  { version }: PlannedRelease,
  { deployment: id, environment, phase, claimedBy }: Attempt,
): Act {
  const { random } = moment;
  const own = claimedBy !== undefined && random.chance(0.95) ? { actor: claimedBy } : {};
  if (phase === 'requested')
    return moment.order('deployer', version, {
      type: 'ClaimDeployment',
      data: { deployment: id },
    });
  if (phase === 'deploying')
    return moment.order(
      'deployer',
      version,
      { type: 'ReportDeployment', data: { deployment: id, outcome: outcome(random), evidence } },
      own,
    );
  const checks = checkResults(environment, verdicts(random));
  const reported = random.chance(0.9) ? checks : random.some(checks, 0.5);
  return moment.order(
    'deployer',
    version,
    { type: 'ReportChecks', data: { deployment: id, checks: reported } },
    own,
  );
}

function outcome(random: Random): DeploymentOutcome {
  if (random.chance(0.9)) return 'succeeded';
  return random.chance(0.6) ? 'errored' : 'failed';
}

/** Mostly all of them pass; else one of them does not. */
export function verdicts(random: Random): (index: number) => Verdict {
  if (random.chance(0.9)) return () => 'passed';
  const bad = random.chance(0.5) ? 'failed' : 'inconclusive';
  const which = random.between(0, 2);
  return (index) => (index === which ? bad : 'passed');
}
