import { isRefusal, systemActor } from '@roadbook/decider';
import type { Origin } from '@roadbook/decider';
import { derivedId } from '@roadbook/process';
import type { Deciding } from '../commands/deciding.js';
import type { WindowEnd } from './window-ends.js';

/** The namespace of what the end of a window leads to. */
const namespace = '5b1f7d52-6f0a-4a35-8c4e-0f5d3c2b9a61';

/** A window that ended lapses, unless it was used meanwhile: the decider knows. */
export async function lapse(
  deciding: Deciding,
  { project, change, start, end }: WindowEnd,
  at: string,
): Promise<void> {
  const id = derivedId(namespace, [project, change, start, end].join('/'));
  const command = { type: 'LapseConfigurationWindow', data: { change, start, end } } as const;
  const origin: Origin = {
    actor: systemActor,
    role: 'system',
    at,
    commandId: id,
    correlationId: id,
  };
  const outcome = await deciding.onEnvironments(project, command, origin);
  if (isRefusal(outcome)) throw new Error(outcome.refused[0].missing);
}
