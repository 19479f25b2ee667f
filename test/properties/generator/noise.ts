import { environments, gateRole } from '@roadbook/decider';
import { releasePermissions } from '../../../apps/release/src/domain/permissions.js';
import type { EnvironmentChange } from '../../../apps/release/src/domain/environment-answers/environments.fixture.js';
import type { ReleaseCommand } from '../../../apps/release/src/domain/release/commands.js';
import type { Act } from '../simulator/world.js';
import type { Moment } from './moment.js';
import { planRelease, project, someTickets } from './orders.js';
import { anyRole, withManyHats } from './people.js';
import { orders } from './any-order.js';
import { Hand } from './hand.js';
import { rollBack } from './rollback.js';

/** A command that nobody needed: of any type, mostly by whoever may give it, about what is there or about what is not. */
export function noise(moment: Moment, version: string): Act {
  const { random, book } = moment;
  if (random.chance(0.12)) return answer(moment);
  if (random.chance(0.03)) return register(moment);
  if (random.chance(0.2)) return deployAnywhere(moment, version);
  if (random.chance(0.05)) return rollBack(moment, version);
  const release = book.release(version);
  const command =
    release.situation === 'planned' && random.chance(0.97)
      ? random.pick(orders)(new Hand(moment, release))
      : planRelease(versionOrNonsense(moment, version), 'hotfix', false, someTickets(random));
  return wearingSomeHat(moment, moment.order(roleFor(moment, command), version, command));
}

/** Now and then by somebody who has other roles too, or in a role that may not. */
export function wearingSomeHat({ random }: Moment, act: Act): Act {
  if (random.chance(0.06)) return { ...act, role: anyRole(random) };
  return random.chance(0.06) ? { ...act, actor: withManyHats(random) } : act;
}

const versionOrNonsense = ({ random }: Moment, version: string): string =>
  random.chance(0.8) ? version : `v${version}`;

function roleFor({ random }: Moment, command: ReleaseCommand) {
  if (command.type === 'ReportGate') return gateRole[command.data.gate];
  return random.pick(releasePermissions[command.type]) ?? 'cio';
}

function answer(moment: Moment): Act {
  const { random } = moment;
  const state = () => random.pick(['mirrors', 'mirrors', 'drifts', 'unknown'] as const);
  const pipeline = random.pick(['confirmed', 'confirmed', 'unannotated', 'unknown'] as const);
  const command: EnvironmentChange = random.chance(0.5)
    ? { type: 'ReportParity', data: { staging: state(), qa: state(), drift: [] } }
    : { type: 'ReportPipeline', data: { state: pipeline, changes: ['a new runner'] } };
  return moment.act('deployer', { of: 'answers', command });
}

function register(moment: Moment): Act {
  const name = moment.random.chance(0.3) ? 'The shop' : 'Another shop';
  const command = { type: 'RegisterProject', data: { project, name } } as const;
  return wearingSomeHat(moment, moment.act('orchestrator', { of: 'road', command }));
}

function deployAnywhere(moment: Moment, version: string): Act {
  const environment = moment.random.pick(environments);
  return wearingSomeHat(moment, moment.act('cio', { of: 'promotion', version, environment }));
}
