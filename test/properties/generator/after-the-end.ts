import { checksOf } from '../../../apps/release/src/domain/environments.js';
import type { PlannedRelease } from '../../../apps/release/src/domain/release/state.js';
import type { Act } from '../simulator/world.js';
import type { Moment } from './moment.js';
import { evidence } from './orders.js';
import { ended } from './situations.js';
import { occurred } from './supplies.js';

/** What comes too late, or is tried too late: a check, a report, a claim. */
export function afterTheEnd(moment: Moment, release: PlannedRelease): Act | undefined {
  const { random } = moment;
  const { version } = release;
  const attempt = ended(release, random);
  if (!attempt) return undefined;
  const { deployment, environment, claimedBy = '', reported } = attempt;
  if (random.chance(0.3))
    return moment.order('deployer', version, { type: 'ClaimDeployment', data: { deployment } });
  if (reported !== 'succeeded')
    return moment.order(
      'deployer',
      version,
      {
        type: 'ReportDeployment',
        data: { deployment, outcome: random.pick(['succeeded', 'failed'] as const), evidence },
      },
      { actor: claimedBy },
    );
  const verdict = random.chance(0.7)
    ? 'passed'
    : random.pick(['failed', 'failed', 'inconclusive'] as const);
  const check = random.pick(checksOf(environment)) ?? '';
  return moment.order(
    'deployer',
    version,
    { type: 'ReportChecks', data: { deployment, checks: [{ check, verdict, evidence }] } },
    occurred(moment, 'deployer'),
  );
}
