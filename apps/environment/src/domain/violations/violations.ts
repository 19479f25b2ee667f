import { violationDeciderAbout, violationsIn } from '@roadbook/decider';
import type { Refusal } from '@roadbook/decider';
import type { EnvironmentsCommand } from '../environments/commands.js';
import type { PipelineCommand } from '../pipeline/commands.js';
import type { OfEnvironments, ViolationRecorded } from './events.js';

export type WatchedCommand = EnvironmentsCommand | PipelineCommand;

/** The commands that promote or implement: only their refusal by a hard rule is a violation. */
const watched: ReadonlySet<WatchedCommand['type']> = new Set<WatchedCommand['type']>([
  'ApplyConfigurationChange',
  'AuthorizeConfigurationChange',
  'ReportPipelineDefinition',
  'RequestConfigurationAuthorization',
]);

const about = ['change', 'environment', 'definition', 'found'] as const;

/** What a command is about, by the fields that it has. */
function whatItIsAbout({ data }: WatchedCommand): OfEnvironments {
  const { change = null, environment = null, definition = null } = data as Partial<OfEnvironments>;
  return { change, environment, definition };
}

/** What the refusal of a command by a permitted role leaves behind: one violation for each hard rule that refused it. */
export const violationsOf = (
  command: WatchedCommand,
  refusal: Refusal,
): ViolationRecorded['data'][] =>
  watched.has(command.type) ? violationsIn(command.type, whatItIsAbout(command), refusal) : [];

/** Once for each actor, command, rule, what it was about, and set of missing conditions. */
export const violationDecider = violationDeciderAbout<OfEnvironments>((violation) =>
  about.map((field) => violation[field] ?? null),
);
