import type { ReleaseKind } from '../../../apps/release/src/domain/environments.js';
import { isHigherPatchOf } from '../../../apps/release/src/domain/version.js';
import type { Act } from '../simulator/world.js';
import type { Moment } from './moment.js';
import { planRelease, project, someTickets } from './orders.js';

/** The first steps of a release: the project is registered, the release is planned. */
export function planning(moment: Moment, version: string): Act {
  const { book, random } = moment;
  const road = book.road();
  if (!road.project)
    return moment.act('orchestrator', {
      of: 'road',
      command: { type: 'RegisterProject', data: { project, name: 'The shop' } },
    });
  const standing = road.standing?.version;
  const patches = standing !== undefined && isHigherPatchOf(version, standing);
  const kind: ReleaseKind = random.chance(patches ? 0.8 : 0.03) ? 'hotfix' : 'standard';
  const breaking = random.chance(0.05);
  return moment.order('cio', version, planRelease(version, kind, breaking, someTickets(random)));
}
