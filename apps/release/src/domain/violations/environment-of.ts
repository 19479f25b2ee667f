import type { Environment } from '@roadbook/decider';
import { attemptOf } from '../release/attempts.js';
import type { ReleaseCommand } from '../release/commands.js';
import type { PlannedRelease } from '../release/state.js';

/** The environment that a command is about, where it is about one. */
export function environmentOf(
  command: ReleaseCommand,
  release: PlannedRelease,
): Environment | undefined {
  switch (command.type) {
    case 'RequestDeployment':
      return command.data.environment;
    case 'ClaimDeployment':
      return attemptOf(release, command.data.deployment)?.environment;
    case 'RequestAuthorization':
    case 'Authorize':
      return command.data.of === 'production' ? 'production' : undefined;
    default:
      return undefined;
  }
}
