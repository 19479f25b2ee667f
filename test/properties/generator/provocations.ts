import type { Act } from '../simulator/world.js';
import type { Moment } from './moment.js';
import { planRelease, someTickets } from './orders.js';
import { lasting } from './lasting.js';
import type { Provocation } from './situations.js';

/** Where there is no such situation at this moment, none. */
export function provocation(
  moment: Moment,
  version: string,
  provocations: readonly Provocation[],
): Act | undefined {
  const release = moment.book.release(version);
  if (release.situation === 'unplanned')
    return provocations === lasting ? unplanned(moment, version) : undefined;
  const possible = provocations.flatMap((provoke) => provoke(moment, release) ?? []);
  return moment.random.pick(possible)?.();
}

/** Before the project is registered, and before the release is planned. */
const unplanned = (moment: Moment, version: string): Act =>
  moment.order(
    'cio',
    version,
    moment.book.road().project
      ? { type: 'CheckParity', data: {} }
      : planRelease(version, 'standard', false, someTickets(moment.random)),
  );
