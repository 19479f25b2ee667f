import { orFail, unaskedOrigin } from '@roadbook/decisions';
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
  const outcome = await deciding.onEnvironments(project, command, unaskedOrigin(id, at));
  orFail(outcome, `${command.type} on ${change} of ${project}`);
}
