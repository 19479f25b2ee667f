import { roles } from '@roadbook/decider';
import type { Role } from '@roadbook/decider';
import type { EntryCommandType } from './entry/commands.js';
import type { HearOfProject } from './project/commands.js';

/**
 * Who changes nothing writes nothing: an auditor reads everything, a client reads what is published to clients. Everybody else has
 * something to remember: the orchestrator, cio and cto decide, the gate roles know why a gate failed, cpo and cco what clients were told,
 * and a deployer is the machine through which agents write. None of it lets anything proceed or holds it up, so that no role wins
 * authority by writing.
 */
const onlyRead: readonly Role[] = ['auditor', 'client'];

const writers: readonly Role[] = roles.filter(
  (role) => role !== 'system' && !onlyRead.includes(role),
);

/** The table of roles of the domain specification, as commands of the knowledge base. */
export const entryPermissions: Readonly<Record<EntryCommandType, readonly Role[]>> = {
  RecordEntry: writers,
  RecordHappening: ['system'],
  SupersedeEntry: [...writers, 'system'],
  AbandonEntry: ['system'],
};

export const projectPermissions: Readonly<Record<HearOfProject['type'], readonly Role[]>> = {
  HearOfProject: ['system'],
};
