import type { Environment, Origin } from '@roadbook/decider';
import { isAskedForParity } from '../domain/environment-answers/fresh.js';
import type { ReleaseCommand } from '../domain/release/commands.js';
import type { Release } from '../domain/release/state.js';
import type { Key } from './key.js';
import type { EnvironmentQuestion } from '../domain/environment-answers/source.js';

/** What has to be asked before the command is decided; `undefined` where it rests on no answer. */
export function questionOf(
  { project, version }: Key,
  command: ReleaseCommand,
  release: Release,
  origin: Origin,
): EnvironmentQuestion | undefined {
  const candidate = release.situation === 'planned' ? (release.candidate?.commit ?? null) : null;
  const about = { project, version, candidate, asOf: null, origin };
  const forPromotion = (environment: Environment, deployment: string): EnvironmentQuestion => ({
    ...about,
    ...{ environment, deployment, purpose: 'promotion' },
    asks: isAskedForParity(environment) ? ['pipeline', 'parity'] : ['pipeline'],
  });
  switch (command.type) {
    case 'CheckParity':
      return {
        ...about,
        ...{ environment: 'production', deployment: null, purpose: 'check', asks: ['parity'] },
      };
    case 'RequestDeployment':
      return forPromotion(command.data.environment, command.data.claim);
    case 'ClaimDeployment': {
      const environment = environmentOf(release, command.data.deployment);
      return environment && forPromotion(environment, command.data.deployment);
    }
    default:
      return undefined;
  }
}

const environmentOf = (release: Release, deployment: string): Environment | undefined =>
  release.situation === 'planned'
    ? Object.values(release.candidate?.attempts ?? {}).find((one) => one.deployment === deployment)
        ?.environment
    : undefined;
